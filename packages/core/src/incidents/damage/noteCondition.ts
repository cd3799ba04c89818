import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { ConditionId } from "../model.ts"
import { type Condition, conditionOf, seenAgain, seenFields } from "./condition.ts"
import { ruleOfItem } from "./ruleOfItem.ts"
import { writeCondition } from "./writeCondition.ts"

/** Record what is on an item when it is lent, comes back or is looked at. Charges nobody. */
export const NoteCondition = Schema.Struct({
  item: Barcode,
  occasion: Schema.Literals(["lent", "returned", "inspected"]),
  ...seenFields,
  at: InstantInput
})
export type NoteCondition = typeof NoteCondition.Type

export interface ConditionReceipt {
  readonly conditionId: ConditionId
  /** All that is on the item now, what was recorded before included. */
  readonly condition: Condition
}

export const noteConditionLookup = ({ item }: Pick<NoteCondition, "item">) =>
  ({ item: { barcode: item }, conditionOfItem: { barcode: item } }) satisfies Lookup
export type NoteConditionFacts = Found<ReturnType<typeof noteConditionLookup>>

/** Refuses an item that is not there. What the policy knows of the grades, it puts in order; it asks for no policy. */
export const decideNoteCondition = (
  { item: found, conditionOfItem }: NoteConditionFacts,
  { item: barcode, occasion, damages, parts, note, photo, at }: NoteCondition,
  { place: station, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ConditionReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { branch } = station
  const rules = { reader: null, at, branch, calendar: calendar?.branch(branch) }
  const rule = policy === null ? null : ruleOfItem(policy, found, rules).rule
  const condition = seenAgain(conditionOf(conditionOfItem), { damages, parts }, rule)
  const work = draft(station)
  const conditionId = writeCondition(work, found.item, { id: ids[0], condition, occasion, note, photo, at, branch })
  return Result.succeed(work.decide({ conditionId, condition }))
}
