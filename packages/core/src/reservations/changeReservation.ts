import { Result, Schema } from "effect"
import type { Calendar } from "../calendar/calendar.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { CopyCount, Found, JoinedReservation, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { commonestFirst } from "./commonestFirst.ts"
import { consultFetching } from "./consultFetching.ts"
import { againstFetching } from "./entitled.ts"
import { joinedWith } from "./joined.ts"
import { recallForLater } from "./kind.ts"
import { ReservationId, type ReservationRow } from "./model.ts"
import { isTheirs, neverComes, waitingOf } from "./ownReservation.ts"
import { isWanted, targetOf } from "./target.ts"
import { lastInstant } from "./waitUntil.ts"

/** Fetch it elsewhere, or wait from another day on or until another day. What is not named stays. */
export const ChangeReservation = Schema.Struct({
  reservation: ReservationId,
  pickupBranch: Schema.optionalKey(Code),
  /** `null`: from now on. */
  notBefore: Schema.optionalKey(Schema.NullOr(InstantInput)),
  /** To the end of that day; `null`: as long as the policy lets. */
  notAfter: Schema.optionalKey(Schema.NullOr(InstantInput)),
  at: InstantInput
})
export type ChangeReservation = typeof ChangeReservation.Type

export interface ChangeReservationReceipt {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  readonly notBefore: number | null
  readonly waitUntil: number | null
}

export const changeReservationLookup = ({ reservation: reservationId }: Pick<ChangeReservation, "reservation">) =>
  ({
    reservation: { reservationId },
    readerOfReservation: { reservationId },
    copiesOfReservation: { reservationId },
    joinedOfReservation: { reservationId }
  }) satisfies Lookup
export type ChangeReservationFacts = Found<ReturnType<typeof changeReservationLookup>>

/**
 * Refuses a branch where no copy of it may be fetched or that never opens again, an end before its beginning, and a later
 * beginning of one that had a loan recalled: suspended, it has none recalled any more.
 */
export const decideChangeReservation = (
  facts: ChangeReservationFacts,
  command: ChangeReservation,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeReservationReceipt>, Refusals> => {
  const changed = changeableOf(facts.reservation, command.reservation, { place, calendar })
  if (Result.isFailure(changed)) return Result.fail(changed.failure)
  const { reservation, queue } = changed.success
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const pickupBranch = command.pickupBranch ?? reservation.pickupBranch
  const branch = calendar.branch(pickupBranch)
  const found = facts.readerOfReservation
  if (branch === undefined || found === null) return refused([{ _tag: "BranchUnknown", branch: pickupBranch }])
  const { reader, title } = found
  const target = targetOf(reservation)
  const copies = commonestFirst(facts.copiesOfReservation.filter((copy) => isWanted(target, copy)))
  const consultFor = (copy: CopyCount | undefined) =>
    consultFetching(policy, branch, {
      reader,
      item: copy ?? { type: "", collection: "", location: "" },
      title,
      waiting: queue.waitingCount,
      pickupBranch,
      at: command.at
    })
  const refusals: Array<Refusal> = []
  if (command.pickupBranch !== undefined) {
    const fetched = { readerHome: reader.homeBranch, pickupBranch }
    const against = copies.map((copy) => againstFetching(copy, fetched, consultFor(copy), policy))
    const [first] = against
    if (first != null && !against.includes(null)) refusals.push(first)
    if (branch.addOpenDays(branch.localDay(command.at), 1) === null)
      refusals.push({ _tag: "CalendarHasNoOpenDay", branch: pickupBranch })
    refusals.push(...otherBranches(facts.joinedOfReservation, reservation, pickupBranch, calendar))
  }
  const notBefore = command.notBefore === undefined ? reservation.notBefore : command.notBefore
  const early = command.notBefore === undefined ? null : recallForLater(reservation.kind, notBefore, command.at)
  if (early !== null) refusals.push(early)
  const waitUntil = changedEnd(reservation, command, () => {
    const wished = command.notAfter == null ? {} : { notAfter: command.notAfter }
    return lastInstant(branch, { at: reservation.placedAt, ...wished }, consultFor(copies[0]))
  })
  if (waitUntil !== null && waitUntil < Math.max(command.at, notBefore ?? command.at))
    refusals.push({ _tag: "WaitOverBefore", waitUntil })
  if (command.notAfter === null && waitUntil === null && !consultFor(copies[0]).optional("reservableWithoutEnd", true))
    refusals.push({ _tag: "LastDayNeeded" })
  if (refusals.length > 0) return refused(refusals)
  const set = { pickupBranch, notBefore, waitUntil }
  const { reservationId } = reservation
  const work = draft(place)
  work.restOn("reservation", reservation)
  // It may be joined with others at this moment, and they be fetched elsewhere.
  if (command.pickupBranch !== undefined) work.restOn("reader", reader)
  work.emit({ _tag: "ReservationChanged", reservationId, at: command.at, set })
  return Result.succeed(work.decide({ reservationId, ...set }))
}

/** A set is fetched at one branch. */
const otherBranches = (
  joined: ReadonlyArray<JoinedReservation>,
  { reservationId }: ReservationRow,
  pickupBranch: string,
  calendar: Calendar
): ReadonlyArray<Refusal> => {
  const group = joinedWith(joined, reservationId)
  // From a branch that was closed for good they move one after the other.
  const others = (group?.others ?? [])
    .map(({ reservation }) => reservation.pickupBranch)
    .filter((code) => calendar.branch(code))
  const branches = new Set([pickupBranch, ...others])
  return group?.kind === "together" && branches.size > 1
    ? [{ _tag: "PickupBranchesDiffer", branches: [...branches].sort() }]
    : []
}

/** What waits; and what a copy is on its way for, to a branch that was closed for good: it is fetched elsewhere when it comes. */
const changeableOf = (
  found: ChangeReservationFacts["reservation"],
  id: ReservationId,
  { place, calendar }: Pick<DecisionContext, "place" | "calendar">
): ReturnType<typeof waitingOf> =>
  found !== null && isTheirs(place.actor, found) && neverComes(found.reservation, { calendar })
    ? Result.succeed(found)
    : waitingOf(found, id, place.actor)

const changedEnd = (
  { waitUntil }: ReservationRow,
  { notAfter }: ChangeReservation,
  byRule: () => ReservationRow["waitUntil"]
): ReservationRow["waitUntil"] => (notAfter === undefined ? waitUntil : byRule())
