/** Offsets of a time zone as a table: from `starts[i]` on, local time is UTC plus `offsets[i]` milliseconds. */
export interface Zone {
  readonly offsetAt: (instant: number) => number
  /**
   * The instant of a local time (milliseconds as if it were UTC). A time that exists twice is the first of the two; one
   * that is skipped is as far behind the change as it would have been without it.
   */
  readonly instantOf: (local: number) => number
  /** The last change of the clock up to an instant, itself included. */
  readonly changeUpTo: (instant: number) => number
}

export const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}

const from = Date.UTC(1970, 0, 1)
const until = Date.UTC(2100, 0, 1)
const dayMs = 86_400_000
/** Shorter than the shortest time between two changes of a zone, save a few that reverted within days. */
const stepMs = 21 * dayMs

const known = new Map<string, Zone>()

/** The zone of an IANA name, made once. Beyond 1970 to 2100 the offset of the nearest end holds. */
export const zoneOf = (name: string): Zone => {
  const found = known.get(name)
  if (found !== undefined) return found
  const made = compileZone(name)
  known.set(name, made)
  return made
}

const compileZone = (name: string): Zone => {
  const offset = offsetReader(name)
  const starts: Array<number> = [Number.NEGATIVE_INFINITY]
  const offsets: Array<number> = [offset(from)]
  for (let at = from; at < until; at += stepMs) {
    const next = Math.min(at + stepMs, until)
    if (offset(next) === offsets.at(-1)) continue
    starts.push(changeBetween(at, next, offset))
    offsets.push(offset(next))
  }
  const offsetAt = (instant: number): number => offsets[lastAtOrBefore(starts, instant)] as number
  return {
    offsetAt,
    changeUpTo: (instant) => starts[lastAtOrBefore(starts, instant)] as number,
    instantOf: (local) => {
      const earlier = offsetAt(local - dayMs)
      const first = local - earlier
      if (offsetAt(first) === earlier) return first
      const second = local - offsetAt(first)
      return offsetAt(second) === offsetAt(first) ? second : first
    }
  }
}

const offsetReader = (name: string): ((instant: number) => number) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  })
  return (instant) => {
    const parts: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000
  }
}

const changeBetween = (low: number, high: number, offset: (instant: number) => number): number => {
  const before = offset(low)
  let [lower, upper] = [low, high]
  while (upper - lower > 1_000) {
    const middle = Math.floor((lower + upper) / 2_000) * 1_000
    if (offset(middle) === before) lower = middle
    else upper = middle
  }
  return upper
}

const lastAtOrBefore = (starts: ReadonlyArray<number>, instant: number): number => {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= instant) low = middle
    else high = middle - 1
  }
  return low
}
