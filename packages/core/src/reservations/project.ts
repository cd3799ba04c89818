import { standingOf } from "../catalogue/standing.ts"
import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { ReservationEvent } from "./event.ts"
import type { ReservationRow, ReservationState } from "./model.ts"
import { rankAt } from "./place.ts"

/** The rows that a fact of a reservation's history changes. */
export const projectReservation = (event: ReservationEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "ReservationPlaced":
      return [
        {
          op: "insert",
          table: "reservation",
          row: {
            reservationId: event.reservationId,
            version: seq,
            state: "waiting",
            kind: event.kind,
            titleId: event.titleId,
            itemId: event.itemId,
            volume: event.volume,
            itemType: event.itemType,
            copyType: event.copyType,
            copyCollection: event.copyCollection,
            pickupBranch: event.pickupBranch,
            readerCategory: event.readerCategory,
            place: event.place,
            rank: rankAt(event.place),
            placedAt: event.at,
            notBefore: event.notBefore,
            suspended: 0,
            suspendedUntil: null,
            waitUntil: event.waitUntil,
            setAsideItemId: null,
            setAsideAt: null,
            shelfUntil: null,
            endedAt: null,
            loanId: null
          }
        },
        { op: "add", table: "titleQueue", id: event.titleId, add: { waitingCount: 1, nextPlace: 1 } }
      ]
    case "ReservationSetAside":
      return [
        {
          op: "set",
          table: "reservation",
          id: event.reservationId,
          version: seq,
          set: {
            state: event.shelfUntil === null ? "inTransit" : "setAside",
            setAsideItemId: event.itemId,
            setAsideAt: event.at,
            shelfUntil: event.shelfUntil
          }
        },
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set:
            event.onTheWay === 1
              ? { reservationId: event.reservationId }
              : { status: "setAside", reservationId: event.reservationId, presentBranch: event.branch }
        },
        { op: "add", table: "titleQueue", id: event.titleId, add: { waitingCount: -1 } }
      ]
    case "ReservationReady":
      return [own(event, seq, { state: "setAside", setAsideAt: event.at, shelfUntil: event.shelfUntil })]
    case "ReservationSuspended":
      return [own(event, seq, { suspended: 1, suspendedUntil: event.until })]
    case "ReservationResumed":
      return [own(event, seq, { suspended: 0, suspendedUntil: null })]
    case "ReservationChanged":
      return [own(event, seq, event.set)]
    case "ReservationMoved":
      return [
        own(event, seq, { place: event.place, rank: rankAt(event.place) }),
        ...(event.taken === 0
          ? []
          : [{ op: "add", table: "titleQueue", id: event.titleId, add: { nextPlace: 1 } } as const])
      ]
    case "ReservationRedated":
      return [own(event, seq, { shelfUntil: event.shelfUntil })]
    case "ReservationPutBack":
      return [
        {
          op: "set",
          table: "reservation",
          id: event.reservationId,
          version: seq,
          set: { state: "waiting", setAsideItemId: null, setAsideAt: null, shelfUntil: null }
        },
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set: event.onTheWay === 1 ? { reservationId: null } : { status: standingOf(event), reservationId: null }
        },
        { op: "add", table: "titleQueue", id: event.titleId, add: { waitingCount: 1 } }
      ]
    case "ReservationFilled":
      return [...ended(event, seq, "filled"), ...leftQueue(event)]
    case "ReservationCancelled":
      return [...ended(event, seq, "cancelled"), ...leftQueue(event), ...released(event)]
    case "ReservationExpired":
      return [...ended(event, seq, "expired"), ...leftQueue(event), ...released(event)]
  }
}

const own = (
  { reservationId: id }: Pick<ReservationEvent, "reservationId">,
  version: number,
  set: Partial<ReservationRow>
): RowChange => ({ op: "set", table: "reservation", id, version, set })

type EndEvent = Extract<ReservationEvent, { readonly wasWaiting: boolean }>
type ReleaseEvent = Extract<ReservationEvent, { readonly released: unknown }>

const ended = (event: EndEvent, seq: number, state: ReservationState): ReadonlyArray<RowChange> => [
  {
    op: "set",
    table: "reservation",
    id: event.reservationId,
    version: seq,
    set: {
      state,
      place: null,
      rank: null,
      notBefore: null,
      suspended: 0,
      suspendedUntil: null,
      waitUntil: null,
      setAsideItemId: null,
      setAsideAt: null,
      shelfUntil: null,
      endedAt: event.at,
      loanId: event._tag === "ReservationFilled" ? event.loanId : null
    }
  }
]

const leftQueue = (event: EndEvent): ReadonlyArray<RowChange> =>
  event.wasWaiting ? [{ op: "add", table: "titleQueue", id: event.titleId, add: { waitingCount: -1 } }] : []

const released = ({ released }: ReleaseEvent): ReadonlyArray<RowChange> =>
  released === null
    ? []
    : [
        {
          op: "set",
          table: "item",
          id: released.itemId,
          version: released.itemVersion,
          set: released.onTheWay === 1 ? { reservationId: null } : { status: standingOf(released), reservationId: null }
        }
      ]
