import { Schema } from "effect"
import { Code } from "../decision/code.ts"
import { dayNumber } from "./civilDay.ts"
import { Closure } from "./closures.ts"
import { Term } from "./terms.ts"
import { isZone } from "./zone.ts"

const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

/** "09:00-17:30"; an end at or before the start lies on the next day. */
const Span = Schema.String.check(Schema.isPattern(timeForm, { expected: 'a span of opening hours, as "09:00-17:30"' }))
const atMost = (max: number, what: string) =>
  Schema.makeFilter((list: ReadonlyArray<unknown>) => list.length <= max, {
    expected: `a list of at most ${max} ${what}`
  })
const Spans = Schema.Array(Span).check(atMost(8, 'spans, as ["09:00-12:00", "14:00-18:00"]'))

const day = Schema.String.check(
  Schema.makeFilter((text: string) => dayNumber(text) !== null, { expected: "a day that exists, as YYYY-MM-DD" })
)

/** Ten years: what lies beyond is a typing error, and costs memory for every day. */
const exceptionDaysMax = 3_660

/** Days on which other hours hold than the week's. Of two for one day the later in the list holds. */
const Exception = Schema.Struct({
  from: day,
  /** Last day; without it, `from` alone. */
  to: Schema.optionalKey(day),
  closed: Schema.optionalKey(Schema.Literal(true)),
  hours: Schema.optionalKey(Spans),
  note: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(500)))
}).check(
  Schema.makeFilter(
    ({ closed, hours }: { readonly closed?: true; readonly hours?: unknown }) =>
      (closed === true) !== (hours !== undefined),
    {
      expected: 'either "closed": true or "hours"'
    }
  ),
  Schema.makeFilter(({ from, to = from }: { readonly from: string; readonly to?: string }) => isSpanOfDays(from, to), {
    expected: `"to" on "from" or after it, by ${exceptionDaysMax} days at most`
  })
)

/** Days that do not exist are told of by themselves. */
const isSpanOfDays = (from: string, to: string): boolean => {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return first === null || last === null || (first <= last && last - first <= exceptionDaysMax)
}

const weekHours = Schema.Struct({
  mon: Schema.optionalKey(Spans),
  tue: Schema.optionalKey(Spans),
  wed: Schema.optionalKey(Spans),
  thu: Schema.optionalKey(Spans),
  fri: Schema.optionalKey(Spans),
  sat: Schema.optionalKey(Spans),
  sun: Schema.optionalKey(Spans)
})

const Branch = Schema.Struct({
  name: Schema.Record(Schema.String, Schema.String.check(Schema.isMaxLength(200))),
  /** IANA. */
  zone: Schema.String.check(Schema.makeFilter(isZone, { expected: "an IANA time zone, as Asia/Shanghai" })),
  /** A day that is not named is closed. */
  hours: weekHours,
  /** Closed days that come back. They go before the hours of the week; a dated exception goes before them. */
  closures: Schema.optionalKey(Schema.Array(Closure).check(atMost(500, "closures"))),
  exceptions: Schema.optionalKey(Schema.Array(Exception).check(atMost(5_000, "exceptions")))
})

/** When the branches of a tenant are open, and the terms of its year. */
export const CalendarDocument = Schema.Struct({
  branches: Schema.Record(Code, Branch),
  terms: Schema.optionalKey(Schema.Record(Code, Term))
}).check(
  Schema.makeFilter(({ branches }: { readonly branches: object }) => Object.keys(branches).length > 0, {
    expected: "at least one branch"
  })
)
export type CalendarDocument = typeof CalendarDocument.Type
export type BranchDocument = CalendarDocument["branches"][string]
