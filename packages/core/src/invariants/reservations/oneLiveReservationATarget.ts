import type { MakeCheck } from "../check.ts"

/** I13: a reader has at most one live reservation for the same title or item. Keeps the live reservations. */
export const oneLiveReservationATarget: MakeCheck = (report) => {
  const targetOf = new Map<string, string>()
  const holders = new Map<string, string>()
  return {
    rows: {
      reservation: ({ reservationId, titleId, itemId, endedAt }) => {
        if (endedAt === null) targetOf.set(reservationId, JSON.stringify([titleId, itemId]))
      },
      reservationReader: ({ reservationId, readerId }) => {
        const target = targetOf.get(reservationId)
        if (target === undefined) return
        const name = JSON.stringify([readerId, target])
        const other = holders.get(name)
        if (other === undefined) holders.set(name, reservationId)
        else report("I13", [other, reservationId], "a reader has two live reservations for the same")
      }
    }
  }
}
