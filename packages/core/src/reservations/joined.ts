import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { FactSlots, JoinedReservation, SlotName } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { ReaderId } from "../readers/model.ts"
import { closingAfter } from "./closingAfter.ts"
import { byItself, type JoinKind, type ReservationId, type ReservationRow } from "./model.ts"

/** The most reservations that are joined. */
export const joinedMax = 20

/** The facts about joined reservations, asked for only where a row of the policy lets any be joined. */
export const joinedLookup = <S extends SlotName & `joined${string}`>(
  policy: CompiledPolicy | null,
  slot: S,
  by: FactSlots[S]["by"]
): { readonly [K in S]?: FactSlots[S]["by"] } =>
  (sets(policy, "reservationsJoined") ? { [slot]: by } : {}) as { readonly [K in S]?: FactSlots[S]["by"] }

/** They as they stand after what was decided so far; those that ended are joined no more. */
export const joinedNow = (
  work: Draft,
  joined: ReadonlyArray<JoinedReservation> | undefined
): ReadonlyArray<JoinedReservation> | undefined =>
  joined
    ?.map((one) => ({ ...one, reservation: work.latest("reservation", one.reservation) }))
    .filter(({ reservation }) => reservation.endedAt === null)

/** A reservation's group, without itself. */
export interface JoinedWith {
  readonly kind: JoinKind
  readonly others: ReadonlyArray<ReservationRow>
}

/** What a reservation is joined with; `null`: it stands by itself. */
export const joinedWith = (
  joined: ReadonlyArray<JoinedReservation> | undefined,
  reservationId: ReservationId
): JoinedWith | null => {
  const own = joined?.find(({ reservation }) => reservation.reservationId === reservationId)
  if (joined === undefined || own === undefined) return null
  const others = joined.filter((one) => one.groupId === own.groupId && one !== own)
  return { kind: own.groupKind, others: others.map(({ reservation }) => reservation) }
}

const hasCopy = ({ state }: ReservationRow): boolean => state === "setAside" || state === "inTransit"

/** Whether another of those of which one is enough has a copy already. */
export const otherServed = (group: JoinedWith | null): boolean => group?.kind === "anyOf" && group.others.some(hasCopy)

/** Whether a set has all its other copies on the pickup shelf, or is none. */
export const isComplete = (group: JoinedWith | null): boolean =>
  group === null || group.kind === "anyOf" || group.others.every(({ state }) => state === "setAside")

/**
 * All copies of a set are there: the time on the pickup shelf begins for those that were kept, and from then on each stands
 * by itself. A set that is joined still was not begun.
 */
export const beginTogether = (
  work: Draft,
  { others }: JoinedWith,
  { readerId, shelfUntil, at }: { readonly readerId: ReaderId; readonly shelfUntil: Instant; readonly at: Instant }
): void => {
  for (const other of others) {
    const { reservationId } = other
    work.restOn("reservation", other)
    work.emit({ _tag: "ReservationReady", reservationId, at, shelfUntil })
    part(work, reservationId, readerId)
  }
}

/** From now on it stands by itself. */
export const part = (work: Draft, reservationId: ReservationId, readerId: ReaderId): void => {
  work.cut("reservationReader", reservationId)
  work.insert("reservationReader", { reservationId, readerId, ...byItself })
}

/** Until when a copy is kept while others of its set are not there: so many open days (`togetherDays`), else as any copy. */
export const togetherUntil = (
  branch: BranchCalendar | undefined,
  at: Instant,
  { until, asked }: { readonly until: Instant; readonly asked: Asked }
): Instant => {
  const days = asked.optional("togetherDays", null)
  return days === null || branch === undefined ? until : (closingAfter(branch, at, days) ?? until)
}
