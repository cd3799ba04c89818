/** What lateness is counted in. */
export type LateUnit = "minute" | "hour" | "day" | "week" | "month" | "year"

/** A length of time as policies write it. */
export type Length =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }

/** How late something is in milliseconds, or in local days of the branch. */
export type LateBase = "time" | "days"

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs

/**
 * Minutes and hours are time that passes; the others are so many local days. A month is 31 days, 44,640 minutes, and a
 * year 365, 525,600 minutes, as in FOLIO.
 */
const units = {
  minute: { base: "time", length: minuteMs },
  hour: { base: "time", length: 60 * minuteMs },
  day: { base: "days", length: 1 },
  week: { base: "days", length: 7 },
  month: { base: "days", length: 31 },
  year: { base: "days", length: 365 }
} as const satisfies Record<LateUnit, { readonly base: LateBase; readonly length: number }>

export const baseOf = (unit: LateUnit): LateBase => units[unit].base

/** Every so many units, of which begun ones count whole, or full ones only. */
export interface Counting {
  readonly per: LateUnit
  /** 1: each unit. */
  readonly every: number
  readonly counts: "begun" | "full"
}

/** How many times a unit, or `every` of them, lies in milliseconds or days. */
export const unitsIn = (late: number, { per, every, counts }: Counting): number =>
  Math[counts === "full" ? "floor" : "ceil"](late / (units[per].length * every))

const lengths: Readonly<Record<string, number>> = {
  minutes: minuteMs,
  hours: 60 * minuteMs,
  days: dayMs,
  weeks: 7 * dayMs,
  months: 31 * dayMs
}

/** A length in milliseconds; a day is one of 24 hours. */
export const lengthMs = (length: Length): number => {
  const [unit, count] = Object.entries(length)[0] as [string, number]
  return count * (lengths[unit] as number)
}

/** A length in a base: milliseconds, or whole days. */
export const lengthIn = (length: Length, base: LateBase): number =>
  base === "time" ? lengthMs(length) : Math.floor(lengthMs(length) / dayMs)
