import { Schema } from "effect"
import { actions } from "./blockSettings.ts"
import { amount, amountMaximum, calendarDay, endsAfterBegin, lengths, maximum, wholeNumber, yesOrNo } from "./leaves.ts"

const unit = Schema.Literals(["minute", "hour", "day", "week", "month", "year"])

/** Which units of time count, and how: every n of them, begun or full. */
const counting = {
  per: unit,
  every: Schema.optionalKey(wholeNumber("units", 1, 10_000)),
  counts: Schema.optionalKey(Schema.Literals(["begun", "full"]))
}

const tier = Schema.Struct({
  from: wholeNumber("units", 1, 1_000_000),
  to: Schema.optionalKey(wholeNumber("units", 1, 1_000_000)),
  amount
})
type Tier = typeof tier.Type

/** Every unit is in one tier at most: each begins after the one before has ended. */
const inOrder = (tiers: ReadonlyArray<Tier>): boolean =>
  tiers.every(({ from, to = from }, place) => {
    const before = tiers[place - 1]
    return from <= to && (before === undefined || (before.to !== undefined && before.to < from))
  })

const tiers = Schema.Array(tier).check(
  Schema.isMinLength(1),
  Schema.isMaxLength(100),
  Schema.makeFilter(inOrder, { expected: 'tiers that do not overlap, in order, each with "to" on "from" or after it' })
)

const overdueRate = Schema.Union([
  Schema.Struct({ amount, ...counting }),
  Schema.Struct({ tiers, ...counting }),
  Schema.Literal("none")
]).annotate({
  expected:
    '{"amount": "0.50", "per": "minute", "hour", "day", "week", "month" or "year"}, {"tiers": [{"from": 1, "to": 7, "amount": "0.10"}, …], "per": "day"}, or "none"'
})

/** A length of time in local days of the branch, or in hours and minutes that pass. */
const grace = Schema.Union(lengths).annotate({
  expected: 'a period in minutes, hours, days, weeks or months, as {"days": 3}'
})

const countedTime = Schema.Union([yesOrNo, Schema.Literal("openHoursOnly")]).annotate({
  expected: 'true, false or "openHoursOnly"'
})

const amnesties = Schema.Array(
  Schema.Struct({
    from: calendarDay,
    to: calendarDay,
    afterwards: Schema.Literals(["whole", "skipped"])
  }).check(endsAfterBegin)
)
  .check(Schema.isMaxLength(100))
  .annotate({ expected: 'a list of {"from": "YYYY-MM-DD", "to": "YYYY-MM-DD", "afterwards": "whole" or "skipped"}' })

const rises = (steps: ReadonlyArray<{ readonly daysAfterDue: number }>): boolean =>
  steps.every(({ daysAfterDue }, nth) => nth === 0 || daysAfterDue > (steps[nth - 1]?.daysAfterDue ?? 0))

const reminders = Schema.Array(
  Schema.Struct({ daysAfterDue: wholeNumber("days", 1, 3_660), fee: Schema.optionalKey(amount) })
)
  .check(
    Schema.isMinLength(1),
    Schema.isMaxLength(20),
    Schema.makeFilter(rises, { expected: "reminders in order, each on a later day than the one before" })
  )
  .annotate({ expected: 'a list of {"daysAfterDue": 7, "fee": "1.00"}, the first first' })

/** What a row may say of being late: what it costs, and for how long it stops its reader. */
export const penaltySettings = {
  overdueRate: { schema: overdueRate, unit: "major units per minute, hour, day, week, month or year" },
  overdueGrace: { schema: grace, unit: "minutes, hours, days, weeks or months" },
  overdueGraceIncluded: { schema: yesOrNo, unit: "yes or no" },
  overdueGraceOnClosedDays: { schema: countedTime, unit: "yes, no or choice" },
  overdueCap: { schema: amountMaximum, unit: "money" },
  overdueCapOfPrice: { schema: maximum("percent"), unit: "percent" },
  overdueOnClosedDays: { schema: countedTime, unit: "yes, no or choice" },
  overdueCapPerVisit: { schema: amountMaximum, unit: "money" },
  overdueCapPerReader: { schema: amountMaximum, unit: "money" },
  reminders: { schema: reminders, unit: "days" },
  reminderOnClosedDays: { schema: yesOrNo, unit: "yes or no" },
  renewableAfterReminder: { schema: yesOrNo, unit: "yes or no" },
  overdueAccrues: { schema: yesOrNo, unit: "yes or no" },
  overdueAmnesties: { schema: amnesties, unit: "days" },
  suspension: {
    schema: Schema.Union([
      Schema.Struct({ days: wholeNumber("days", 1, 36_600), ...counting }),
      Schema.Literal("none")
    ]).annotate({ expected: '{"days": 2, "per": "day"}, or "none"' }),
    unit: "days per minute, hour, day, week, month or year"
  },
  suspensionDaysMax: { schema: maximum("days", 1), unit: "days" },
  suspensionOnClosedDays: { schema: yesOrNo, unit: "yes or no" },
  suspensionCumulative: { schema: yesOrNo, unit: "yes or no" },
  suspensionBlocks: { schema: actions, unit: "choice" }
} as const
