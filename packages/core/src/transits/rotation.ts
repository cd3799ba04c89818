import { dayNumber } from "../calendar/civilDay.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Rotation } from "../policy/form/rotations.ts"

/** Where a collection is on a day: so many days at each branch in turn. `null`: it has not begun to go round. */
export const rotationBranch = ({ branches, days, from }: Rotation, today: LocalDay): string | null => {
  const since = today - (dayNumber(from) ?? today)
  return since < 0 ? null : (branches[Math.floor(since / days) % branches.length] ?? null)
}
