import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { TransitEvent } from "./event.ts"
import type { TransitReason } from "./model.ts"

/** The rows that a fact of a copy's travels changes. */
export const projectTransit = (event: TransitEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "TransitPlanned":
      return [
        { op: "insert", table: "transit", row: { ...routeOf(event), state: "planned", openItemId: null, sentAt: null } }
      ]
    case "TransitSent": {
      const { transitId, itemId, itemVersion, reservationId, fromBranch, thenStatus, at } = event
      return [
        event.wasPlanned
          ? {
              op: "set",
              table: "transit",
              id: transitId,
              version: seq,
              set: { state: "open", openItemId: itemId, sentAt: at, fromBranch, reservationId, thenStatus }
            }
          : {
              op: "insert",
              table: "transit",
              row: { ...routeOf(event), reservationId, state: "open", openItemId: itemId, sentAt: at }
            },
        {
          op: "set",
          table: "item",
          id: itemId,
          version: itemVersion,
          set: { status: "inTransit", transitId, presentBranch: fromBranch }
        }
      ]
    }
    case "TransitArrived": {
      const { transitId, itemId, itemVersion, branch, status, stays, at } = event
      return [
        {
          op: "set",
          table: "transit",
          id: transitId,
          version: seq,
          set: { state: "arrived", openItemId: null, endedAt: at, arrivedBranch: branch }
        },
        {
          op: "set",
          table: "item",
          id: itemId,
          version: itemVersion,
          set: { status, transitId: null, presentBranch: branch, stayBranch: stays === 1 ? branch : null }
        }
      ]
    }
    case "TransitCancelled":
    case "TransitLost": {
      const { transitId, itemId, item, at } = event
      const state = event._tag === "TransitLost" ? "lost" : "cancelled"
      return [
        { op: "set", table: "transit", id: transitId, version: seq, set: { state, openItemId: null, endedAt: at } },
        ...(item === null
          ? []
          : ([
              {
                op: "set",
                table: "item",
                id: itemId,
                version: item.version,
                set: { status: item.status, transitId: null, presentBranch: item.branch }
              }
            ] as const))
      ]
    }
  }
}

const routeOf = ({
  transitId,
  itemId,
  reason,
  fromBranch,
  toBranch,
  at,
  ...event
}: Extract<TransitEvent, { readonly reason: TransitReason }>) => ({
  transitId,
  version: 1,
  itemId,
  reason,
  fromBranch,
  toBranch,
  reservationId: null,
  thenStatus: event._tag === "TransitSent" ? event.thenStatus : null,
  plannedAt: at,
  endedAt: null,
  arrivedBranch: null
})
