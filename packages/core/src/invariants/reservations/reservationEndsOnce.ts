import type { ReservationRow, ReservationState } from "../../reservations/model.ts"
import type { MakeCheck } from "../check.ts"

/** I12: a reservation ends at most once: filled by a loan that it names, cancelled, or expired; its columns say the same. */
export const reservationEndsOnce: MakeCheck = (report) => ({
  rows: {
    reservation: (row) => {
      for (const what of contradictions(row))
        report("I12", [row.reservationId], `a reservation is ${row.state} and ${what}`)
    }
  },
  history: ({ table, id, row, events }) => {
    if (table !== "reservation") return
    const ends = events.filter(({ tag }) => endedBy[tag] !== undefined)
    if (ends.length > 1) report("I12", [id], `a reservation ended ${ends.length} times`)
    const [end] = ends
    if (end !== undefined && end !== events.at(-1))
      report("I12", [id], "something happened to a reservation after it ended")
    if (row !== null && events.length > 0 && isEnded(row.state) && endedBy[end?.tag ?? ""] !== row.state) {
      report("I12", [id], `a reservation is ${row.state}, but its events say otherwise`)
    }
    if (row !== null && !isEnded(row.state) && end !== undefined) {
      report("I12", [id], `a reservation is ${row.state}, but it ended`)
    }
  }
})

const endedBy: Readonly<Record<string, ReservationState>> = {
  ReservationFilled: "filled",
  ReservationCancelled: "cancelled",
  ReservationExpired: "expired"
}

const isEnded = (state: ReservationState): boolean =>
  state !== "waiting" && state !== "setAside" && state !== "inTransit"

const contradictions = (row: ReservationRow): ReadonlyArray<string> => {
  const { state, endedAt, loanId, waitUntil, setAsideItemId, setAsideAt, shelfUntil } = row
  const onShelf = [setAsideItemId, setAsideAt, shelfUntil].filter((value) => value !== null).length
  return [
    isEnded(state) === (endedAt === null) ? (endedAt === null ? "has no end" : "has an end") : null,
    (state === "filled") === (loanId === null) ? (loanId === null ? "names no loan" : "names a loan") : null,
    isEnded(state) && waitUntil !== null ? "still waits" : null,
    onShelf !== (state === "setAside" ? 3 : state === "inTransit" ? 2 : 0)
      ? "does not say so of the pickup shelf"
      : null
  ].filter((what) => what !== null)
}
