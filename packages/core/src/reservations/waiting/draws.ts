import type { Course } from "./rates/course.ts"
import { decidingPart, loanDaysAt, loanPoint } from "./rates/spans.ts"

/** The chance up to a point between two parts. */
export const chanceAt = (table: Float64Array, point: number): number => {
  const part = Math.min(table.length - 2, Math.floor(point))
  const from = table[part] as number
  return from + Math.min(1, point - part) * ((table[part + 1] as number) - from)
}

/** The point at which a rising table comes to a chance, or `null` beyond its last. */
const pointOf = (table: Float64Array, chance: number): number | null => {
  let [low, high] = [0, table.length - 1]
  if (chance >= (table[high] as number)) return null
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((table[middle] as number) <= chance) low = middle
    else high = middle
  }
  const from = table[low] as number
  return low + (chance - from) / ((table[high] as number) - from)
}

/**
 * Days until a loan ends that has come to `ranDays`, by one roll; infinite if it never does. Whoever comes to the last
 * tenth of the term and may renew does so by the kind's chance.
 */
export const loanDays = (
  { returned, renew }: Course,
  roll: number,
  { termDays, ranDays = 0, renewals = 0 }: { termDays: number; ranDays?: number; renewals?: number }
): number => {
  let [days, chance, left] = [-ranDays, ifBeyond(returned, loanPoint(ranDays, termDays), roll), renewals]
  const toEnd = returned[decidingPart] as number
  while (chance >= toEnd && left > 0) {
    const rest = (chance - toEnd) / (1 - toEnd)
    if (rest >= renew) {
      chance = toEnd + ((rest - renew) / (1 - renew)) * (1 - toEnd)
      break
    }
    days = Math.max(days + termDays, 0)
    chance = rest / renew
    left -= 1
  }
  const point = pointOf(returned, chance)
  return point === null ? Number.POSITIVE_INFINITY : Math.max(0, days + loanDaysAt(point, termDays))
}

/** A roll from among what is still possible at a point. */
const ifBeyond = (table: Float64Array, point: number, roll: number): number => {
  const passed = chanceAt(table, point)
  return passed + roll * (1 - passed)
}

export interface OnShelf {
  readonly days: number
  readonly isFetched: boolean
}

/** How long a copy that has lain for `lainDays` still lies on the pickup shelf, and whether it is fetched. */
export const onShelf = ({ fetched, unfetched }: Course, roll: number, lainDays = 0): OnShelf => {
  const [wasFetched, wentBack] = [chanceAt(fetched, lainDays), chanceAt(unfetched, lainDays)]
  const chance = roll * (1 - wasFetched - wentBack)
  const fetchable = (fetched.at(-1) as number) - wasFetched
  const table = chance < fetchable ? fetched : unfetched
  const point = pointOf(table, chance < fetchable ? wasFetched + chance : wentBack + chance - fetchable)
  return { days: Math.max(0, (point ?? fetched.length - 1) - lainDays), isFetched: chance < fetchable }
}

/** Days on the way of a copy that has to travel: whole days, at the least 1. */
export const travelDays = ({ travel }: Course, roll: number): number => Math.floor(pointOf(travel, roll) as number)

/** Days from a copy's becoming free to its lying on the pickup shelf: whole days, at the least 0. */
export const transitDays = ({ transit }: Course, roll: number): number => Math.floor(pointOf(transit, roll) ?? 0)
