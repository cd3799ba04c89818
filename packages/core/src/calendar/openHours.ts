import type { Instant } from "./instant.ts"
import type { LocalDay } from "./localDay.ts"

/** Opening hours as instants; closed again at `to` itself. */
export interface OpenHours {
  readonly from: Instant
  readonly to: Instant
}

/** Hours of a branch as instants, found from an instant. */
export interface OpenHoursSearch {
  /** The hours that an instant lies in; `null`: closed then. */
  readonly hoursAt: (instant: Instant) => OpenHours | null
  /** The first hours that begin after an instant; `null`: none within 366 days. */
  readonly hoursAfter: (instant: Instant) => OpenHours | null
  /** The last hours that have ended by an instant; `null`: none within 366 days. */
  readonly hoursBefore: (instant: Instant) => OpenHours | null
  /** Milliseconds open between two instants, in whichever order. */
  readonly openTimeBetween: (one: Instant, other: Instant) => number
}

const searchDays = 366

/** Everything that is asked of hours, from the hours of each day; those of a night belong to the day it began. */
export const openHoursSearch = (
  localDay: (instant: Instant) => LocalDay,
  hoursOf: (day: LocalDay) => ReadonlyArray<OpenHours>
): OpenHoursSearch => {
  const of = (day: number): ReadonlyArray<OpenHours> => hoursOf(day as LocalDay)
  const around = (today: number): ReadonlyArray<OpenHours> => [...of(today - 1), ...of(today)]
  return {
    hoursAt: (instant) => around(localDay(instant)).find(({ from, to }) => from <= instant && instant < to) ?? null,
    hoursAfter: (instant) => {
      const today = localDay(instant)
      for (let n = -1; n <= searchDays; n++) {
        const found = first(of(today + n).filter(({ from }) => from > instant))
        if (found !== null) return found
      }
      return null
    },
    hoursBefore: (instant) => {
      for (let day = localDay(instant), n = 0; n <= searchDays; n++) {
        const found = last(around(day - n).filter(({ to }) => to <= instant))
        if (found !== null) return found
      }
      return null
    },
    openTimeBetween: (one, other) => {
      const [start, end] = one <= other ? [one, other] : [other, one]
      let open = 0
      let reached: number = start
      for (let day = localDay(start) - 1; day <= localDay(end); day++) {
        for (const { from, to } of of(day)) {
          open += Math.max(0, Math.min(to, end) - Math.max(from, reached))
          reached = Math.max(reached, Math.min(to, end))
        }
      }
      return open
    }
  }
}

const first = (hours: ReadonlyArray<OpenHours>): OpenHours | null =>
  hours.reduce<OpenHours | null>((best, next) => (best === null || next.from < best.from ? next : best), null)

const last = (hours: ReadonlyArray<OpenHours>): OpenHours | null =>
  hours.reduce<OpenHours | null>((best, next) => (best === null || next.to > best.to ? next : best), null)
