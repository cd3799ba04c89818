import type { InspectBody } from "../api/api.ts"
import type { AnyRefusal, Failure, InHandWire, RefusalOf } from "../api/model.ts"
import { minorOf } from "../language/say.ts"
import type { DamageKinds } from "./damageKinds.ts"

/** How it came about, as far as that can be told. */
export const conducts = ["accident", "onPurpose", "theft", "noFault"] as const
export type Conduct = (typeof conducts)[number]

/** What was entered of an item so far. */
export interface Seen {
  readonly damages: Readonly<Record<string, { readonly grade: string; readonly count: string }>>
  /** How many of each part, as typed. */
  readonly parts: Readonly<Record<string, string>>
  readonly conduct: Conduct
  readonly note: string
  readonly photo: string
  readonly isCharged: boolean
  /** Where nobody has it now: whoever had it last answers. */
  readonly isOfLastLoan: boolean
  readonly becomes: "stays" | "inRepair" | "withdrawn"
  /** What the rules asked for, and what was typed. */
  readonly asked: ReadonlyArray<Asked>
  readonly answers: Readonly<Record<string, string>>
}

export type Asked =
  | { readonly at: "repairCost" | "estimate" }
  | { readonly at: string; readonly min: string; readonly max: string; readonly unit: string }

export const nothingSeen: Seen = {
  damages: {},
  parts: {},
  conduct: "accident",
  note: "",
  photo: "",
  isCharged: true,
  isOfLastLoan: false,
  becomes: "stays",
  asked: [],
  answers: {}
}

/** What staff have to add before an amount can be told. */
export const askedBy = (failure: Failure): ReadonlyArray<Asked> =>
  failure.kind !== "refused" ? [] : failure.refusals.filter(isUntold).flatMap(askedFor)

const isUntold = (refusal: AnyRefusal): refusal is RefusalOf<"CostUntold"> => refusal.code === "CostUntold"

const askedFor = ({ because, at, details }: RefusalOf<"CostUntold">): ReadonlyArray<Asked> => {
  const { min = "", max = "", unit = "" } = details
  if (because === "ChoiceNeeded") return [{ at, min, max, unit }]
  if (because === "RepairCostMissing") return [{ at: "repairCost" }]
  return because === "BasisMissing" ? [{ at: "estimate" }] : []
}

/** A question stays once it was asked, though its answer lets the amount be told. */
export const alsoAsked = (seen: Seen, asked: ReadonlyArray<Asked>): Seen => ({
  ...seen,
  asked: [...seen.asked, ...asked.filter(({ at }) => !seen.asked.some((one) => one.at === at))]
})

/** The command for what was entered: on loan, the item is taken back; else whoever had it last may answer for it. */
export const inspectBody = (seen: Seen, { loan }: InHandWire, known: DamageKinds, currency: string): InspectBody => {
  const { asked, answers, note, photo, becomes } = seen
  const answered = asked.filter(({ at }) => (answers[at] ?? "").trim() !== "")
  const choices = answered.flatMap((one) => ("min" in one ? [[one.at, (answers[one.at] ?? "").trim()] as const] : []))
  const repairCost = minorOf(answers.repairCost ?? "", currency)
  const estimate = minorOf(answers.estimate ?? "", currency)
  return {
    ...(loan !== null ? { takeBack: {} } : seen.isOfLastLoan ? { ofLastLoan: true } : {}),
    charge: seen.isCharged && (loan !== null || seen.isOfLastLoan),
    damages: Object.entries(seen.damages).map(([kind, { grade, count }]) => {
      const counted = known.kinds.get(kind)?.find((one) => one.grade === grade)?.counted ?? null
      return { kind, grade, ...(counted === null ? {} : { count: Number(count) || 1 }) }
    }),
    parts: Object.entries(seen.parts).map(([part, typed]) => {
      const count = Number(typed) || 1
      return count === 1 ? { part } : { part, count }
    }),
    ...(seen.conduct === "accident" ? {} : { conduct: seen.conduct }),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
    ...(photo.trim() === "" ? {} : { photo: photo.trim() }),
    ...(becomes === "stays" ? {} : { becomes }),
    ...(choices.length === 0 ? {} : { choices: Object.fromEntries(choices) }),
    ...(repairCost === null ? {} : { repairCost }),
    ...(estimate === null ? {} : { estimate: { minor: estimate, currency } })
  }
}
