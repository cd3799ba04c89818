import { Schema } from "effect"
import { dayNumber } from "../../calendar/civilDay.ts"
import { isAmount } from "./amounts.ts"

/** A text that passes a test; `expected` is what a person reads when it does not. */
export const textThat = (test: (text: string) => boolean, expected: string): Schema.String =>
  Schema.String.check(Schema.makeFilter(test, { expected }))

export const isCode = (text: string): boolean =>
  text.length > 0 && text.length <= 64 && text.trim() === text && !/\p{Cc}/u.test(text)

export const code = textThat(isCode, "a code of 1 to 64 characters without blanks around it")

/** A name or label in the languages a library uses, by BCP 47 tag. */
export const translations = Schema.Record(
  textThat((tag) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag), 'a language tag such as "en" or "zh"'),
  textThat((name) => name.length <= 200, "a text of at most 200 characters")
)

export const wholeNumber = (unit: string, min: number, max: number): Schema.Number =>
  Schema.Number.check(
    Schema.makeFilter((n: number) => Number.isInteger(n) && n >= min && n <= max, {
      expected: `a whole number of ${unit} from ${min} to ${max}`
    })
  )

export const yesOrNo = Schema.Boolean.annotate({ expected: "true or false" })

const unlimited = Schema.Literal("unlimited")

/** A maximum. Zero forbids; "unlimited" never stands in the way; a setting that no row sets is neither. */
export const maximum = (unit: string, min = 0): Schema.Union<readonly [Schema.Number, typeof unlimited]> =>
  Schema.Union([wholeNumber(unit, min, 1_000_000), unlimited]).annotate({
    expected: `a whole number of ${unit} from ${min}, or "unlimited"`
  })

/** Money as decimal text in major units of the policy's currency. */
export const amount = textThat(isAmount, 'an amount in major units as text, such as "0.50"')

/** A maximum of money. */
export const amountMaximum = Schema.Union([amount, unlimited]).annotate({
  expected: 'an amount in major units as text, such as "20.00", or "unlimited"'
})

export const calendarDay = textThat((text) => dayNumber(text) !== null, "a day that exists, as YYYY-MM-DD")

/** A length in one unit. */
export const lengths = [
  Schema.Struct({ minutes: wholeNumber("minutes", 0, 527_040) }),
  Schema.Struct({ hours: wholeNumber("hours", 0, 878_400) }),
  Schema.Struct({ days: wholeNumber("days", 0, 36_600) }),
  Schema.Struct({ weeks: wholeNumber("weeks", 0, 5_200) }),
  Schema.Struct({ months: wholeNumber("months", 0, 1_200) })
] as const

/** A length of time that runs from an instant to the same time of day so much later. */
export const lengthOfTime = Schema.Union(lengths).annotate({
  expected: 'a length of time in minutes, hours, days, weeks or months, as {"days": 28}'
})
export type LengthOfTime = typeof lengthOfTime.Type

/** How long a loan lasts: a length in one unit, a fixed day, or an event of the branch's days. */
export const loanPeriod = Schema.Union([
  ...lengths,
  Schema.Struct({ until: calendarDay }),
  Schema.Struct({ to: Schema.Literals(["termEnd", "closing"]) }),
  Schema.Struct({
    to: Schema.Literal("nextOpening"),
    graceMinutes: Schema.optionalKey(wholeNumber("minutes", 0, 1_440))
  })
]).annotate({
  expected:
    'a period in minutes, hours, days, weeks or months, as {"days": 28}, or {"until": "YYYY-MM-DD"}, or {"to": "termEnd", "closing" or "nextOpening"}'
})

/** Of two days that stand in an entry, the last one not before the first. */
export const endsAfterBegin = Schema.makeFilter(
  ({ from, to }: { readonly from?: string; readonly to?: string }) =>
    from === undefined || to === undefined || from <= to,
  { expected: '"to" on "from" or after it' }
)

/** Days by which loans are due, by the day on which they start. */
export const dueSchedule = Schema.Union([
  Schema.Array(
    Schema.Struct({
      from: Schema.optionalKey(calendarDay),
      to: Schema.optionalKey(calendarDay),
      dueBy: calendarDay
    }).check(endsAfterBegin)
  ).check(Schema.isMaxLength(1_000)),
  Schema.Literal("terms")
]).annotate({ expected: '"terms", or a list of {"from", "to", "dueBy"}' })
