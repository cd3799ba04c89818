import { joinedMax } from "../../reservations/joined.ts"
import type { MakeCheck } from "../check.ts"

/** Reservations that are joined are one reader's, joined in one way, and not too many. Keeps the groups. */
export const joinedOfOneReader: MakeCheck = (report) => {
  const groups = new Map<string, { readonly readerId: string; readonly groupKind: string | null; count: number }>()
  return {
    rows: {
      reservationReader: ({ reservationId, readerId, groupId, groupKind }) => {
        if (groupId === null) return
        const group = groups.get(groupId)
        if (group === undefined) {
          groups.set(groupId, { readerId, groupKind, count: 1 })
          return
        }
        group.count++
        if (group.readerId !== readerId) report("joined", [groupId, reservationId], "joined with another reader's")
        if (group.groupKind !== groupKind) report("joined", [groupId, reservationId], "joined in two ways")
        if (group.count > joinedMax) report("joined", [groupId, reservationId], "too many are joined")
      }
    }
  }
}
