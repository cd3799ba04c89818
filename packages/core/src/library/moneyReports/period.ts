import { zoneOf } from "../../calendar/zone.ts"

/** From its first instant on and before the first after it; an end that is not told lies open. */
export interface Period {
  readonly from?: number
  readonly to?: number
}

export const within = (
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Period,
  at: number
): boolean => at >= from && at < to

/** The local month of an instant: "2026-03". Throws a `RangeError` for a zone that there is none of. */
export const monthOf = (zone: string): ((at: number) => string) => {
  const { offsetAt } = zoneOf(zone)
  return (at) => new Date(at + offsetAt(at)).toISOString().slice(0, 7)
}
