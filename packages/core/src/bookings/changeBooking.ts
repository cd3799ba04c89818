import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { consultFetching } from "../reservations/consultFetching.ts"
import { itemAgainstSpan, spanByRule } from "./bookingRules.ts"
import { BookingId } from "./model.ts"
import { bookingOf } from "./ownBooking.ts"
import type { BookedSpan } from "./span.ts"

/** Have the item for other days. What is not named stays. */
export const ChangeBooking = Schema.Struct({
  booking: BookingId,
  from: Schema.optionalKey(InstantInput),
  until: Schema.optionalKey(InstantInput),
  at: InstantInput
})
export type ChangeBooking = typeof ChangeBooking.Type

export interface ChangeBookingReceipt extends BookedSpan {
  readonly bookingId: BookingId
}

export const changeBookingLookup = ({ booking: bookingId }: Pick<ChangeBooking, "booking">) =>
  ({ booking: { bookingId }, bookingsBeside: { bookingId } }) satisfies Lookup
export type ChangeBookingFacts = Found<ReturnType<typeof changeBookingLookup>>

/** The new days are held against everything that they would be as new ones; a first day that passed may stay. */
export const decideChangeBooking = (
  { booking: found, bookingsBeside: others }: ChangeBookingFacts,
  command: ChangeBooking,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeBookingReceipt>, Refusals> => {
  const live = bookingOf(found, command.booking, place.actor)
  if (Result.isFailure(live)) return Result.fail(live.failure)
  const { booking, item, queue, title, reader, loanDueAt: dueAt } = live.success
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const branch = calendar.branch(booking.pickupBranch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: booking.pickupBranch }])
  const { at, from = booking.fromAt, until = booking.untilAt } = command
  const { pickupBranch } = booking
  const asked = consultFetching(policy, branch, { reader, item, title, waiting: queue.waitingCount, pickupBranch, at })
  const { span, refusals } = spanByRule({ from, until, at, fromBefore: booking.fromAt }, branch, asked)
  const against = [...refusals, ...itemAgainstSpan({ item, dueAt, others }, span)]
  if (against.length > 0) return refused(against)

  const { bookingId } = booking
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("booking", booking)
  const rules = { policyVersion: policy.version, policyRows: asked.rows }
  work.emit({ _tag: "BookingChanged", bookingId, ...span, at, ...rules })
  return Result.succeed(work.decide({ bookingId, ...span }))
}
