import { Result, Schema } from "effect"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { Consultation } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { FactSlots, Found, JoinedReservation, ReservationFacts } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { mayActFor, proxyAgainst } from "../readers/links/mayActFor.ts"
import { Card, type ReaderRow } from "../readers/model.ts"
import { beginKept, beginTogether } from "./beginSet.ts"
import { consultFetching } from "./consultFetching.ts"
import { isKept, joinedMax, joinedWith } from "./joined.ts"
import { byItself, JoinKind, ReservationId } from "./model.ts"

/** Say of waiting reservations of a reader that one of them is enough, or that they are to come together; or part them. */
export const JoinReservations = Schema.Struct({
  card: Card,
  /** A card of the proxy who says so for the reader. */
  by: Schema.optionalKey(Card),
  reservations: Schema.Array(ReservationId).check(
    Schema.makeFilter(
      (ids: ReadonlyArray<string>) => ids.length >= 1 && ids.length <= joinedMax && new Set(ids).size === ids.length,
      { expected: `1 to ${joinedMax} reservations, each once` }
    )
  ),
  /** `apart`: each stands by itself again. */
  as: Schema.Union([JoinKind, Schema.Literal("apart")]).annotate({ expected: '"anyOf", "together" or "apart"' }),
  at: InstantInput
})
export type JoinReservations = typeof JoinReservations.Type

export interface JoinReceipt {
  readonly reservationIds: ReadonlyArray<ReservationId>
  readonly as: JoinReservations["as"]
}

type AlwaysAsked = "reader" | "reservationsOfReader" | "joinedOfReader"
type JoinLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly [S in "otherReader" | "linksOfReader"]?: FactSlots[S]["by"]
}

export const joinReservationsLookup = ({ card, by }: Pick<JoinReservations, "card" | "by">): JoinLookup => ({
  reader: { card },
  reservationsOfReader: { card },
  joinedOfReader: { card },
  ...(by === undefined ? {} : { otherReader: { other: by }, linksOfReader: { card } })
})
export type JoinReservationsFacts = Found<Pick<JoinLookup, AlwaysAsked>> & Partial<Found<JoinLookup>>

/**
 * Places, limits and fees stay those of each. Refuses what is not the reader's, has a copy already or is joined already,
 * what the policy does not let be joined so (`reservationsJoined`), and a set that is fetched at several branches. Parting
 * asks for nothing but that they are the reader's.
 */
export const decideJoinReservations = (
  facts: JoinReservationsFacts,
  command: JoinReservations,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<JoinReceipt>, Refusals> => {
  const { reader: found, reservationsOfReader, joinedOfReader } = facts
  const { card, reservations: asked, as, at } = command
  if (found === null || !mayActFor(place.actor, facts, command))
    return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const { reader } = found
  const against = proxyAgainst(facts, command)
  const refusals: Array<Refusal> = against === null ? [] : [against]
  const own: Array<ReservationFacts> = []
  for (const reservation of asked) {
    const one = reservationsOfReader.find((facts) => facts.reservation.reservationId === reservation)
    if (one === undefined) refusals.push({ _tag: "ReservationUnknown", reservation })
    else own.push(one)
  }
  if (as !== "apart") {
    for (const { reservation } of own) {
      const { reservationId, state } = reservation
      if (state !== "waiting") refusals.push({ _tag: "ReservationBeingFilled", state })
      const group = joinedWith(joinedOfReader, reservationId)
      if (group !== null && group.others.length > 0)
        refusals.push({ _tag: "ReservationJoined", reservation: reservationId })
    }
    const branches = [...new Set(own.map(({ reservation }) => reservation.pickupBranch))].sort()
    if (asked.length < 2) refusals.push({ _tag: "NothingToJoin" })
    const mayJoin = (one: ReservationFacts): boolean =>
      consultWaiting(one, reader, at, { policy, calendar }).optional("reservationsJoined", null)?.includes(as) === true
    if (!own.every(mayJoin)) refusals.push({ _tag: "JoiningForbidden", as })
    if (as === "together" && branches.length > 1) refusals.push({ _tag: "PickupBranchesDiffer", branches })
  }
  if (refusals.length > 0) return refused(refusals)
  const work = draft(place)
  work.restOn("reader", reader)
  const group = as === "apart" ? byItself : { groupId: asked[0] as string, groupKind: as }
  if (as === "apart" && calendar !== null) beginParted(work, joinedOfReader, asked, at, { policy, calendar })
  for (const { reservation, queue } of own) {
    const { reservationId } = reservation
    // It may end without a word to its reader, but not without one to its queue.
    work.restOn("titleQueue", queue)
    work.cut("reservationReader", reservationId)
    work.insert("reservationReader", { reservationId, readerId: reader.readerId, ...group })
  }
  return Result.succeed(work.decide({ reservationIds: asked, as }))
}

/** What the policy says of one that waits: of its reader, its title and where it is to be fetched; which copy comes is not known. */
const consultWaiting = (
  { reservation: { pickupBranch, itemType }, title, queue }: ReservationFacts,
  reader: ReaderRow,
  at: Instant,
  { policy, calendar }: { readonly policy: CompiledPolicy; readonly calendar: Calendar | null }
): Consultation =>
  consultFetching(policy, calendar?.branch(pickupBranch), {
    reader,
    item: { type: itemType, collection: "", location: "" },
    title,
    waiting: queue.waitingCount,
    pickupBranch,
    at
  })

/** What leaves a set with its copy is fetched by itself, as long as any; what stays may have waited for what leaves alone. */
const beginParted = (
  work: Draft,
  joined: ReadonlyArray<JoinedReservation>,
  parted: ReadonlyArray<string>,
  at: Instant,
  rules: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): void => {
  const sets = joined.filter(({ groupKind }) => groupKind === "together")
  const leaving = sets.filter(({ reservation }) => parted.includes(reservation.reservationId))
  beginKept(work, leaving.filter(isKept), at, rules)
  for (const left of new Set(leaving.map(({ groupId }) => groupId))) {
    const staying = sets.filter((one) => one.groupId === left && !leaving.includes(one))
    if (staying.every(isKept)) beginTogether(work, staying, at, rules)
  }
}
