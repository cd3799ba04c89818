import type { Result } from "effect"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { type CheckOutReceipt, decideLoan } from "./checkOut.ts"
import { CheckOut, type CheckOutFacts, checkOutLookup } from "./checkOutCommand.ts"

/** Lend the copy that stands on the pickup shelf for this reader, and nothing else. */
export const PickUp = CheckOut
export type PickUp = CheckOut
export const pickUpLookup = checkOutLookup

/** A checkout that moreover refuses what is not set aside for this reader. */
export const decidePickUp = (
  facts: CheckOutFacts,
  command: PickUp,
  context: DecisionContext
): Result.Result<Decision<CheckOutReceipt>, Refusals> => {
  const holder = facts.setAsideOfItem?.readerId
  const isForReader = holder !== undefined && holder === facts.reader?.reader.readerId
  const refusals: ReadonlyArray<Refusal> = isForReader ? [] : [{ _tag: "NothingSetAside" }]
  return decideLoan(facts, command, context, refusals)
}
