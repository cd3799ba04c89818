import type { BranchCalendar } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"

const dayMs = 86_400_000

/** Whole years of age on the branch's local day; `null` where the date of birth or the branch is not known. */
export const ageAt = (bornOn: string | null, at: number, calendar: BranchCalendar | undefined): number | null => {
  if (bornOn === null || calendar === undefined) return null
  const today = new Date(calendar.localDay(Instant.make(at)) * dayMs)
  const [year, month, day] = bornOn.split("-").map(Number) as [number, number, number]
  const years = today.getUTCFullYear() - year
  const monthNow = today.getUTCMonth() + 1
  const hadBirthday = monthNow > month || (monthNow === month && today.getUTCDate() >= day)
  return hadBirthday ? years : years - 1
}

/** Ten years at a time, "20-29": what events carry of an age. */
export const ageBand = (age: number | null): string | null => {
  if (age === null || age < 0) return null
  const from = Math.floor(age / 10) * 10
  return `${from}-${from + 9}`
}
