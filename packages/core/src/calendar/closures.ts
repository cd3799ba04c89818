import { Schema } from "effect"
import { dayNumber } from "./civilDay.ts"

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const

const existingDay = Schema.String.check(
  Schema.makeFilter((text: string) => dayNumber(text) !== null, { expected: "a day that exists, as YYYY-MM-DD" })
)
const monthDay = Schema.String.check(
  Schema.makeFilter((text: string) => /^\d\d-\d\d$/.test(text) && dayNumber(`2000-${text}`) !== null, {
    expected: "a day of the year that exists, as MM-DD"
  })
)
const range = {
  /** Without it, ever since. */
  from: Schema.optionalKey(existingDay),
  /** Last day; without it, for ever. */
  to: Schema.optionalKey(existingDay),
  note: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(500)))
}
const weekday = Schema.Literals(weekdays)
const month = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 12 }))
const nth = Schema.Literals([1, 2, 3, 4, 5, "last"])

/**
 * Days that are closed again and again: a weekday, a day of the year, or the nth (or last) weekday of a month or of
 * every month. 02-29 is closed in leap years alone; a fifth weekday only in months that have one.
 */
export const Closure = Schema.Union([
  Schema.Struct({ weekly: weekday, ...range }),
  Schema.Struct({ yearly: monthDay, ...range }),
  Schema.Struct({ nth, weekday, month: Schema.optionalKey(month), ...range })
]).annotate({
  expected: '{"weekly": "mon"}, {"yearly": "01-01"} or {"nth": 1, "weekday": "mon", "month": 5}, with "from" and "to"'
})
export type Closure = typeof Closure.Type

/** Whether a day (since 1970-01-01) is one of those. */
export const closureTest = (closures: ReadonlyArray<Closure>): ((day: number) => boolean) => {
  if (closures.length === 0) return () => false
  const tests = closures.map(testOf)
  return (day) => {
    const date = new Date(day * 86_400_000)
    return tests.some((test) => test(day, date))
  }
}

type Test = (day: number, date: Date) => boolean

const testOf = (closure: Closure): Test => {
  const first = closure.from === undefined ? Number.NEGATIVE_INFINITY : (dayNumber(closure.from) as number)
  const last = closure.to === undefined ? Number.POSITIVE_INFINITY : (dayNumber(closure.to) as number)
  const falls = ruleOf(closure)
  return (day, date) => first <= day && day <= last && falls(day, date)
}

const ruleOf = (closure: Closure): Test => {
  if ("weekly" in closure) {
    const index = weekdays.indexOf(closure.weekly)
    return (day) => weekdayOf(day) === index
  }
  if ("yearly" in closure) {
    const [ofYear, ofMonth] = closure.yearly.split("-").map(Number) as [number, number]
    return (_, date) => date.getUTCMonth() + 1 === ofYear && date.getUTCDate() === ofMonth
  }
  const index = weekdays.indexOf(closure.weekday)
  return (day, date) =>
    weekdayOf(day) === index &&
    (closure.month === undefined || date.getUTCMonth() + 1 === closure.month) &&
    (closure.nth === "last" ? isLastOfMonth(date) : Math.ceil(date.getUTCDate() / 7) === closure.nth)
}

/** Whether no such weekday follows in the month. */
const isLastOfMonth = (date: Date): boolean =>
  date.getUTCDate() + 7 > new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

/** 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
