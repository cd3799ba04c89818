import type { TargetedReservation } from "./problem.ts"

type Turn = Pick<TargetedReservation, "rank" | "reservationId">

/** Whose turn is first: the smaller rank, of equal ranks the smaller id. */
export const byTurn = (a: Turn, b: Turn): number => a.rank - b.rank || textOrder(a.reservationId, b.reservationId)

/** An order of texts that is the same everywhere, whatever the language. */
export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
