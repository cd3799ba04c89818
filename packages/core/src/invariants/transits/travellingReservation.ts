import type { MakeCheck } from "../check.ts"

/** A reservation is on its way if and only if the copy that is set aside for it is. Keeps the items set aside. */
export const travellingReservation: MakeCheck = (report) => {
  const isOnItsWay = new Map<string, boolean>()
  return {
    rows: {
      item: ({ reservationId, status }) => {
        if (reservationId !== null) isOnItsWay.set(reservationId, status === "inTransit")
      },
      reservation: ({ reservationId, state, setAsideItemId }) => {
        if (setAsideItemId === null || (state === "inTransit") === (isOnItsWay.get(reservationId) ?? false)) return
        report("transits", [reservationId, setAsideItemId], `a reservation is ${state}, unlike its item`)
      }
    }
  }
}
