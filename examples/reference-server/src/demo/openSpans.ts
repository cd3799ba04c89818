import { Temporal } from "temporal-polyfill"

type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"

/** Local days `from` to `to`, both included: closed, or open at other hours than the week says. */
type DemoException = { readonly from: string; readonly to: string; readonly note: string } & (
  | { readonly closed: true }
  | { readonly hours: ReadonlyArray<string> }
)

export interface DemoBranch {
  readonly name: { readonly en: string; readonly zh: string }
  /** IANA zone in which hours and days are meant. */
  readonly zone: string
  /** Spans of a weekday as `09:00-12:00`; none: closed. */
  readonly hours: Readonly<Record<Weekday, ReadonlyArray<string>>>
  readonly exceptions: ReadonlyArray<DemoException>
}

export interface DemoCalendar {
  readonly branches: Readonly<Record<string, DemoBranch>>
}

/** From `opens`, to before `closes`, in milliseconds since 1970-01-01T00:00Z. */
export interface OpenSpan {
  readonly opens: number
  readonly closes: number
}

const weekdays: ReadonlyArray<Weekday> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

/** When the branch is open on a local day (`YYYY-MM-DD`), earliest span first; none on a closed day. */
export const openSpans = (branch: DemoBranch, day: string): ReadonlyArray<OpenSpan> => {
  const date = Temporal.PlainDate.from(day)
  const instant = (time: string): number =>
    date.toZonedDateTime({ timeZone: branch.zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  return hoursOn(branch, date).map((span) => {
    const [opens = "", closes = ""] = span.split("-")
    return { opens: instant(opens), closes: instant(closes) }
  })
}

const hoursOn = (branch: DemoBranch, date: Temporal.PlainDate): ReadonlyArray<string> => {
  const day = date.toString()
  const exception = branch.exceptions.find(({ from, to }) => from <= day && day <= to)
  if (exception !== undefined) return "hours" in exception ? exception.hours : []
  const weekday = weekdays[date.dayOfWeek - 1]
  return weekday === undefined ? [] : branch.hours[weekday]
}
