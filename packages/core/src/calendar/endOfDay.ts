import type { BranchCalendar } from "./calendar.ts"
import type { Instant } from "./instant.ts"
import type { LocalDay } from "./localDay.ts"

/** Last instant of a local day of the branch. */
export const endOfDay = (calendar: BranchCalendar, day: LocalDay): Instant =>
  (calendar.instantAt((day + 1) as LocalDay, 0) - 1) as Instant
