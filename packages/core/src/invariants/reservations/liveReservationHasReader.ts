import type { MakeCheck } from "../check.ts"

/** Links: a live reservation has a reader; one that ended has none. Keeps the live reservations. */
export const liveReservationHasReader: MakeCheck = (report) => {
  const nobodys = new Set<string>()
  return {
    rows: {
      reservation: ({ reservationId, endedAt }) => {
        if (endedAt === null) nobodys.add(reservationId)
      },
      reservationReader: ({ reservationId }) => {
        if (!nobodys.delete(reservationId))
          report("links", [reservationId], "a reservation that ended still has a reader")
      }
    },
    end: () => {
      for (const reservationId of nobodys) report("links", [reservationId], "a live reservation has no reader")
    }
  }
}
