import { Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import { trimmedText } from "../../decision/code.ts"
import type { FactSlots, Found } from "../../decision/facts.ts"
import { type ReturnFacts, returnLookup } from "../../loans/returnItem.ts"
import { amountMax, Minor } from "../../money/minor.ts"
import { Conduct } from "../../policy/form/compensation/values.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { Card } from "../../readers/model.ts"
import { lossInput } from "../losses/lossInput.ts"
import { Bearer, NoticedAt } from "../model.ts"
import { seenFields } from "./condition.ts"

/** Who answers for damage that nobody had on loan: a name, and what speaks for it. */
export const ConductRecord = Schema.Struct({
  card: Card,
  /** Who saw what, when: for staff, and never in an event. */
  evidence: trimmedText(1, 5_000)
})

/** What staff add to a reckoning. */
export const reckoningFields = {
  ...lossInput,
  /** What mending it costs, in minor units. */
  repairCost: Schema.optionalKey(Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax })))
} as const

/** Look an item over, and charge what is worse than before: on loan, as it is taken back, or wherever it stands. */
export const Inspect = Schema.Struct({
  item: Barcode,
  ...seenFields,
  /** The item is on loan, and is returned in the same step. */
  takeBack: Schema.optionalKey(
    Schema.Struct({
      bookDrop: Schema.optionalKey(Schema.Boolean),
      /** Without a charge for being late. */
      withoutCharge: Schema.optionalKey(Schema.Boolean)
    })
  ),
  /** "return" with `takeBack`, else "desk". */
  noticedAt: Schema.optionalKey(NoticedAt),
  conduct: Schema.optionalKey(Conduct),
  /** Who bears it; the reader if one had it or is named, else as the policy's `borneBy` says. */
  bearer: Schema.optionalKey(Bearer),
  record: Schema.optionalKey(ConductRecord),
  /** It was so when the last loan ended: whoever had it then answers, while that is known. */
  ofLastLoan: Schema.optionalKey(Schema.Boolean),
  /** `false`: what is worse is reported, and may be charged later. */
  charge: Schema.Boolean,
  ...reckoningFields,
  /** What becomes of the item; without it, it stays as it is. */
  becomes: Schema.optionalKey(Schema.Literals(["inRepair", "withdrawn"])),
  at: InstantInput
})
export type Inspect = typeof Inspect.Type

type AlwaysAsked = "conditionOfItem" | "titleOfItem" | "copiesOfItem"
type Sometimes = "otherReader" | "lastLoanOfItem" | "bookingsOfItem"
type InspectLookup = ReturnType<typeof returnLookup> & { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in Sometimes]?: FactSlots[S]["by"]
}

export const inspectLookup = (
  { item, record, ofLastLoan, becomes }: Pick<Inspect, "item" | "record" | "ofLastLoan" | "becomes">,
  policy: CompiledPolicy | null,
  queueMax?: number
): InspectLookup => ({
  ...returnLookup({ item }, policy, queueMax),
  conditionOfItem: { barcode: item },
  titleOfItem: { barcode: item },
  copiesOfItem: { barcode: item },
  ...(record === undefined ? {} : { otherReader: { other: record.card } }),
  ...(ofLastLoan === true ? { lastLoanOfItem: { barcode: item } } : {}),
  ...(becomes === "withdrawn" ? { bookingsOfItem: { barcode: item } } : {})
})
export type InspectFacts = ReturnFacts &
  Found<Pick<InspectLookup, AlwaysAsked>> &
  Partial<Found<Pick<InspectLookup, Sometimes>>>
