import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code, trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { PickupSlotId, PickupSlotKind } from "./model.ts"
import { whileClosed } from "./whileClosed.ts"

/** The most reservations that one slot has room for. */
export const slotCapacityMax = 1_000

/** A locker, or a time at which reserved copies are brought out. */
export const AddPickupSlot = Schema.Struct({
  /** Without it, the desk's own branch. */
  branch: Schema.optionalKey(Code),
  kind: PickupSlotKind,
  name: trimmedText(1, 64),
  /** With `until`: it is there from then to then alone. */
  from: Schema.optionalKey(InstantInput),
  until: Schema.optionalKey(InstantInput),
  capacity: Schema.Int.check(
    Schema.makeFilter((n: number) => n >= 1 && n <= slotCapacityMax, {
      expected: `a whole number of reservations from 1 to ${slotCapacityMax}`
    })
  ),
  at: InstantInput
})
export type AddPickupSlot = typeof AddPickupSlot.Type

export interface AddPickupSlotReceipt {
  readonly slotId: PickupSlotId
}

export const addPickupSlotLookup = () => ({})

/** Refuses a branch that the calendar does not know, and a time with one end, or that is over before it begins, or now; and
 * to bring anything out while the branch is closed. */
export const decideAddPickupSlot = (
  _: object,
  command: AddPickupSlot,
  { place, calendar, ids }: DecisionContext
): Result.Result<Decision<AddPickupSlotReceipt>, Refusals> => {
  const { branch = place.branch, kind, name, capacity, at, from: fromAt = null, until: untilAt = null } = command
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  if (calendar.branch(branch) === undefined) return refused([{ _tag: "BranchUnknown", branch }])
  const isSpan = fromAt !== null && untilAt !== null && fromAt < untilAt && at < untilAt
  if (!isSpan && (fromAt !== null || untilAt !== null))
    return refused([{ _tag: "SpanNotAhead", fromAt: fromAt ?? at, untilAt: untilAt ?? at }])
  const [closed] = whileClosed({ kind, branch, fromAt, untilAt }, calendar)
  if (closed !== undefined) return refused([closed])
  const slotId = PickupSlotId.make(ids[0] as string)
  const work = draft(place)
  work.emit({ _tag: "PickupSlotAdded", slotId, branch, kind, name, fromAt, untilAt, capacity, at })
  return Result.succeed(work.decide({ slotId }))
}
