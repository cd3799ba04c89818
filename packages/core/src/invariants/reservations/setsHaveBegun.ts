import type { MakeCheck } from "../check.ts"

/**
 * A set whose copies are all on the pickup shelf has begun, and its reservations are joined no more: else it would wait for
 * nothing, and nobody be told. Keeps what is on the shelf, and the sets.
 */
export const setsHaveBegun: MakeCheck = (report) => {
  const kept = new Set<string>()
  const waiting = new Map<string, boolean>()
  return {
    rows: {
      reservation: ({ reservationId, state }) => {
        if (state === "setAside") kept.add(reservationId)
      },
      reservationReader: ({ reservationId, groupId, groupKind }) => {
        if (groupId === null || groupKind !== "together") return
        waiting.set(groupId, waiting.get(groupId) === true || !kept.has(reservationId))
      }
    },
    end: () => {
      for (const [groupId, isWaiting] of waiting)
        if (!isWaiting) report("joined", [groupId], "all copies of a set are there, and it has not begun")
    }
  }
}
