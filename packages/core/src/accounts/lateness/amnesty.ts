import type { LocalDay } from "../../calendar/localDay.ts"
import type { DayRange } from "./lateTime.ts"

/** Days on which late items may come back free of charge. */
export interface Amnesty {
  readonly from: LocalDay
  /** Its last day. */
  readonly to: LocalDay
  /** What is returned after it is charged for the whole time, or for all but its days. */
  readonly afterwards: "whole" | "skipped"
}

/** Whether what is returned on a day is free. */
export const isFree = (amnesties: ReadonlyArray<Amnesty>, day: LocalDay): boolean =>
  amnesties.some(({ from, to }) => from <= day && day <= to)

/** Days that are never charged, in order. */
export const daysSkipped = (amnesties: ReadonlyArray<Amnesty>): ReadonlyArray<DayRange> =>
  amnesties
    .filter(({ afterwards }) => afterwards === "skipped")
    .map(({ from, to }) => ({ from, before: to + 1 }))
    .toSorted((one, other) => one.from - other.from)
