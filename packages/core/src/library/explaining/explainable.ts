import type { Result } from "effect"
import type { DecisionContext } from "../../decision/context.ts"
import type { Lookup } from "../../decision/facts.ts"
import { decoder, type Invalid } from "../../decision/invalid.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { type CommandInput, deskCommands } from "../deskCommands.ts"
import type { Receipts } from "../receipts.ts"
import { reservationCommands } from "../reservations/reservationCommands.ts"
import type { AskedCase } from "./recordedPolicy.ts"

/** The commands that can be explained: those that the policy decides. */
export const explainedNames = ["checkOut", "pickUp", "renew", "returnItem", "reserve"] as const
export type ExplainedName = (typeof explainedNames)[number]

/** A command that can be explained, with its input. */
export type ExplainedCommand = {
  readonly [N in ExplainedName]: { readonly name: N; readonly input: CommandInput<N> }
}[ExplainedName]

/** A decoded command, as far as explaining looks into it. */
interface Given {
  readonly at: number
}

/** What a command would come to. */
export type Foreseen = Result.Result<{ readonly receipt: Receipts[ExplainedName] }, ReadonlyArray<Refusal>>

interface Explainable {
  readonly decode: (input: unknown) => Result.Result<Given, ReadonlyArray<Invalid>>
  readonly lookup: (given: Given, policy: CompiledPolicy | null, queueMax?: number) => Lookup
  readonly decide: (facts: never, given: Given, context: DecisionContext) => Foreseen
  readonly further?: (facts: never, receipt: never, queueMax: number | undefined, command: never) => number | null
  /** The cases that its settings are explained for. */
  readonly about: (cases: ReadonlyArray<AskedCase>) => ReadonlyArray<AskedCase>
}

/** What a decision asks of other copies or readers is little beside what it asks of its own case. */
const ownCase: Explainable["about"] = (cases) =>
  cases
    .slice(0, 1)
    .map((first) => cases.reduce((most, next) => (next.asked.size > most.asked.size ? next : most), first))

/** A return is about the loan that ends, its charge, and whoever waits. */
const everyCase: Explainable["about"] = (cases) => cases

const explainable = (name: ExplainedName, about: Explainable["about"]): Explainable => {
  const { schema, shape } = { ...deskCommands, ...reservationCommands }[name]
  // Each command's own lookup and decision go with its own schema.
  return { decode: decoder(schema as never), ...shape, about } as never
}

export const explainables: Readonly<Record<ExplainedName, Explainable>> = {
  checkOut: explainable("checkOut", ownCase),
  pickUp: explainable("pickUp", ownCase),
  renew: explainable("renew", ownCase),
  returnItem: explainable("returnItem", everyCase),
  reserve: explainable("reserve", ownCase)
}
