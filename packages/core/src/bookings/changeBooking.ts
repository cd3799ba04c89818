import { Result, Schema } from "effect"
import { heldLookup } from "../appeals/held.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { compensationNeeded, overdueNeeded, sets } from "../readers/blocks/factsNeeded.ts"
import { linksNeeded } from "../readers/links/linkedDebts.ts"
import { consultFetching } from "../reservations/consultFetching.ts"
import { standingOf } from "../reservations/reserve.ts"
import { itemAgainstSpan, spanByRule } from "./bookingRules.ts"
import { keptForOther } from "./keptForOther.ts"
import { mayBook } from "./mayBook.ts"
import { BookingId } from "./model.ts"
import { bookingOf } from "./ownBooking.ts"
import type { BookedSpan } from "./span.ts"

/** Have the item for other days. What is not named stays. */
export const ChangeBooking = Schema.Struct({
  booking: BookingId,
  from: Schema.optionalKey(InstantInput),
  until: Schema.optionalKey(InstantInput),
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type ChangeBooking = typeof ChangeBooking.Type

export interface ChangeBookingReceipt extends BookedSpan {
  readonly bookingId: BookingId
  readonly overrides: ReadonlyArray<Override>
}

type AlwaysAsked = "booking" | "setAsideOfBooking" | "bookingsBeside" | "bookingsOfBooker" | "blocksOfBooker"
type AskedByPolicy =
  | "overdueOfBooker"
  | "chargesOfBooker"
  | "heldOfBooker"
  | "linksOfBooker"
  | "linksToBooker"
  | "loanCountsOfBooker"
type ChangeBookingLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in AskedByPolicy]?: FactSlots[S]["by"]
}

export const changeBookingLookup = (
  { booking: bookingId, at }: Pick<ChangeBooking, "booking" | "at">,
  policy: CompiledPolicy | null
): ChangeBookingLookup => {
  const links = linksNeeded(policy)
  const limit = overdueNeeded(policy)
  return {
    booking: { bookingId },
    setAsideOfBooking: { bookingId },
    bookingsBeside: { bookingId },
    bookingsOfBooker: { bookingId },
    blocksOfBooker: { bookingId },
    ...heldLookup(policy, "heldOfBooker", { bookingId }),
    ...(limit === 0 ? {} : { overdueOfBooker: { bookingId, before: at, limit } }),
    ...(compensationNeeded(policy) ? { chargesOfBooker: { bookingId } } : {}),
    ...(links.of ? { linksOfBooker: { bookingId } } : {}),
    ...(links.to ? { linksToBooker: { bookingId } } : {}),
    ...(sets(policy, "loansOutMax") ? { loanCountsOfBooker: { bookingId } } : {})
  }
}
export type ChangeBookingFacts = Found<Pick<ChangeBookingLookup, AlwaysAsked>> &
  Partial<Found<Pick<ChangeBookingLookup, AskedByPolicy>>>

/** The new days are held against everything that they would be as new ones; a first day that passed may stay. */
export const decideChangeBooking = (
  { booking: found, setAsideOfBooking, bookingsBeside: others, ...facts }: ChangeBookingFacts,
  command: ChangeBooking,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeBookingReceipt>, Refusals> => {
  const live = bookingOf(found, command.booking, place.actor)
  if (Result.isFailure(live)) return Result.fail(live.failure)
  const { booking, item, queue, title, reader, account, loanDueAt: dueAt } = live.success
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const branch = calendar.branch(booking.pickupBranch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: booking.pickupBranch }])
  const { at, from = booking.fromAt, until = booking.untilAt } = command
  const { pickupBranch } = booking
  const asked = consultFetching(policy, branch, { reader, item, title, waiting: queue.waitingCount, pickupBranch, at })
  const { span, refusals } = spanByRule({ from, until, at, fromBefore: booking.fromAt }, branch, asked)
  const wish = { item, queue, title, readerId: reader.readerId, at }
  const keptUntil = keptForOther(setAsideOfBooking, wish, { policy, calendar })
  const days = [...refusals, ...itemAgainstSpan({ item, dueAt, keptUntil, others }, span)]
  const bookings = facts.bookingsOfBooker.filter((one) => one.booking.bookingId !== booking.bookingId)
  const booker = { reader, account, standing: standingOf(ofReader(facts), at), bookings }
  const against = mayBook(booker, { item, pickupBranch, days }, { at, asked, policy, place })
  const { left, overrides } = lift(against, command.override, place)
  if (left.length > 0) return refused(left)

  const { bookingId } = booking
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("item", item)
  work.restOn("booking", booking)
  const rules = { policyVersion: policy.version, policyRows: asked.rows }
  work.emit({ _tag: "BookingChanged", bookingId, ...span, at, ...rules }, overrides)
  return Result.succeed(work.decide({ bookingId, ...span, overrides }))
}

/** What was found of whoever has the booking, as if asked of a reader. */
const ofReader = (
  facts: Omit<ChangeBookingFacts, "booking" | "setAsideOfBooking" | "bookingsBeside">
): Parameters<typeof standingOf>[0] => ({
  blocksOfReader: facts.blocksOfBooker,
  overdueOfReader: facts.overdueOfBooker,
  chargesOfReader: facts.chargesOfBooker,
  heldOfReader: facts.heldOfBooker,
  linksOfReader: facts.linksOfBooker,
  linksToReader: facts.linksToBooker,
  loanCounts: facts.loanCountsOfBooker
})
