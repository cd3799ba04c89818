import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { JoinedReservation, SetStanding } from "../decision/facts.ts"
import type { ReaderId } from "../readers/model.ts"
import { closingAfter } from "./closingAfter.ts"
import { byItself, type JoinKind, type ReservationId } from "./model.ts"

/** The most reservations that are joined. */
export const joinedMax = 20

/** They as they stand after what was decided so far; those that ended are joined no more. */
export const joinedNow = (
  work: Draft,
  joined: ReadonlyArray<JoinedReservation> | undefined
): ReadonlyArray<JoinedReservation> | undefined =>
  joined
    ?.map((one) => ({ ...one, reservation: work.latest("reservation", one.reservation) }))
    .filter(({ reservation }) => reservation.endedAt === null)

/** A reservation and its group. */
export interface JoinedWith {
  readonly kind: JoinKind
  readonly own: JoinedReservation
  readonly others: ReadonlyArray<JoinedReservation>
}

/**
 * What a reservation is joined with; `null`: it stands by itself. The links alone say so, whatever the policy lets be joined
 * now.
 */
export const joinedWith = (
  joined: ReadonlyArray<JoinedReservation> | undefined,
  reservationId: ReservationId
): JoinedWith | null => {
  const own = joined?.find(({ reservation }) => reservation.reservationId === reservationId)
  if (joined === undefined || own === undefined) return null
  const others = joined.filter((one) => one.groupId === own.groupId && one !== own)
  return { kind: own.groupKind, own, others }
}

const hasCopy = ({ reservation: { state } }: JoinedReservation): boolean =>
  state === "setAside" || state === "inTransit"

/** Whether its copy is on the pickup shelf. */
export const isKept = ({ reservation: { state } }: JoinedReservation): boolean => state === "setAside"

/** Whether another of those of which one is enough has a copy already. */
export const otherServed = (group: JoinedWith | null): boolean => group?.kind === "anyOf" && group.others.some(hasCopy)

/** Whether a set has all its other copies on the pickup shelf, or is none. */
export const isComplete = (group: JoinedWith | null): boolean =>
  group === null || group.kind === "anyOf" || group.others.every(isKept)

/** How much of a set is on the pickup shelf with its copy there; nothing of one that is all there, or is of none. */
export const setStanding = (group: JoinedWith | null): { readonly ofSet?: SetStanding } =>
  group === null || isComplete(group)
    ? {}
    : { ofSet: { here: group.others.filter(isKept).length + 1, of: group.others.length + 1 } }

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
