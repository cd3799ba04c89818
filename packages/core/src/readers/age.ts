import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"

const dayMs = 86_400_000

/** Whole years of age on the branch's local day; `null` where the date of birth or the branch is not known. */
export const ageAt = (bornOn: string | null, at: number, calendar: BranchCalendar | undefined): number | null => {
  if (bornOn === null || calendar === undefined) return null
  // Every decision asks: the parts of `YYYY-MM-DD` are taken as they stand, without a list of them.
  const today = new Date(calendar.localDay(at as Instant) * dayMs)
  const years = today.getUTCFullYear() - Number(bornOn.slice(0, 4))
  const monthsOn = today.getUTCMonth() + 1 - Number(bornOn.slice(5, 7))
  const hadBirthday = monthsOn > 0 || (monthsOn === 0 && today.getUTCDate() >= Number(bornOn.slice(8, 10)))
  return hadBirthday ? years : years - 1
}

/** Ten years at a time, "20-29": what events carry of an age. */
export const ageBand = (age: number | null): string | null => {
  if (age === null || age < 0) return null
  const from = Math.floor(age / 10) * 10
  return `${from}-${from + 9}`
}
