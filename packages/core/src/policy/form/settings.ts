import { Schema } from "effect"
import type { Minor } from "../../money/minor.ts"
import { amount, amountMaximum, dueSchedule, loanPeriod, maximum, period, wholeNumber, yesOrNo } from "./leaves.ts"
import { renewalSettings } from "./renewalSettings.ts"

/** One kind of thing that a row may set. */
export interface SettingKind {
  /** Its form in the document. */
  readonly schema: Schema.Codec<unknown>
  /** What the number counts, or how the value is read. `money`: major units in the document, minor units resolved. */
  readonly unit: string
  readonly meaning: string
}

/** Actions that a condition blocks; an empty list: none. */
const actions = Schema.Array(Schema.Literals(["borrow", "renew", "reserve"])).annotate({
  expected: 'a list of "borrow", "renew" and "reserve"'
})

/** Every setting a row may set. A new setting is a new line here; `check`, `explain` and resolving know it from then on. */
export const settings = {
  lendable: { schema: yesOrNo, unit: "yes or no", meaning: "Whether the item may be lent." },
  loanPeriod: { schema: loanPeriod, unit: "period", meaning: "How long a loan lasts." },
  renewalPeriod: { schema: loanPeriod, unit: "period", meaning: "How long a renewal lasts." },
  dueTime: {
    schema: Schema.Literals(["closing", "endOfDay", "sameTime"]),
    unit: "choice",
    meaning: "At what time of its last day a loan of days falls due."
  },
  closedDays: {
    schema: Schema.Literals([
      "keep",
      "nextOpenDay",
      "previousOpenDay",
      "sameWeekday",
      "skipClosed",
      "endOfOpenHours",
      "startOfNextOpenHours"
    ]),
    unit: "choice",
    meaning: "What happens to a due date on a closed day or outside opening hours."
  },
  dueSchedule: {
    schema: dueSchedule,
    unit: "days",
    meaning: "Days by which loans are due, by the day on which they start."
  },
  dueScheduleUse: {
    schema: Schema.Literals(["exactly", "notAfter", "notBefore"]),
    unit: "choice",
    meaning: "Whether a loan is due on the schedule's day exactly, at the latest or at the earliest."
  },
  openingOffsetMinutes: {
    schema: wholeNumber("minutes", 0, 1_440),
    unit: "minutes",
    meaning: "How long after opening what was moved to it is due."
  },
  renewalCountMax: { schema: maximum("renewals"), unit: "renewals", meaning: "How often a loan may be renewed." },
  renewFrom: {
    schema: Schema.Literals(["now", "due", "later"]),
    unit: "choice",
    meaning: "Whether a renewal counts from its own instant, from the due date, or from the later of both."
  },
  renewalWhenWaiting: {
    schema: Schema.Union([yesOrNo, Schema.Literal("copiesFree")]).annotate({ expected: 'true, false or "copiesFree"' }),
    unit: "yes, no or choice",
    meaning: "Whether a loan may be renewed while others wait: always, never, or while other copies are free for them."
  },
  ...renewalSettings,
  overdueRate: {
    schema: Schema.Union([
      Schema.Struct({ amount, per: Schema.Literals(["day", "hour"]) }),
      Schema.Literal("none")
    ]).annotate({ expected: '{"amount": "0.50", "per": "day" or "hour"}, or "none"' }),
    unit: "major units per day or hour",
    meaning: "What each day or hour late costs."
  },
  overdueGrace: { schema: period, unit: "days or hours", meaning: "How late a return may be without a charge." },
  overdueGraceIncluded: {
    schema: yesOrNo,
    unit: "yes or no",
    meaning: "Whether the grace is charged too once it has run out."
  },
  overdueCap: { schema: amountMaximum, unit: "money", meaning: "The most that one loan's lateness may cost." },
  overdueOnClosedDays: { schema: yesOrNo, unit: "yes or no", meaning: "Whether closed days are charged." },
  reservationCountMax: {
    schema: maximum("reservations"),
    unit: "reservations",
    meaning: "How many live reservations a reader may have."
  },
  reservable: { schema: yesOrNo, unit: "yes or no", meaning: "Whether the item or its title may be reserved." },
  reservableOnShelf: {
    schema: yesOrNo,
    unit: "yes or no",
    meaning: "Whether a title may be reserved while a copy stands on the shelf."
  },
  pickupDays: {
    schema: wholeNumber("days", 0, 3_660),
    unit: "days",
    meaning: "How long a reserved copy waits on the pickup shelf."
  },
  debtMax: { schema: amountMaximum, unit: "money", meaning: "The most a reader may owe and still borrow." },
  dueCutAtExpiry: {
    schema: Schema.Union([yesOrNo, Schema.Literal("open")]).annotate({ expected: 'true, false or "open"' }),
    unit: "yes, no or choice",
    meaning:
      "Whether a due date is cut to the end of the membership, or to the last time before it that the rule allows."
  },
  membershipMonths: { schema: maximum("months", 1), unit: "months", meaning: "How long a membership lasts." },
  loansOutMax: {
    schema: maximum("loans"),
    unit: "loans",
    meaning: "How many open loans a reader may have before actions are blocked."
  },
  loansOutBlocks: { schema: actions, unit: "choice", meaning: "What `loansOutMax` blocks." },
  overdueLoansMax: { schema: maximum("loans"), unit: "loans", meaning: "How many overdue loans a reader may have." },
  overdueLoansBlocks: { schema: actions, unit: "choice", meaning: "What `overdueLoansMax` blocks." },
  awaitedOverdueMax: {
    schema: maximum("loans"),
    unit: "loans",
    meaning: "How many overdue loans a reader may have of titles that others wait for."
  },
  awaitedOverdueBlocks: { schema: actions, unit: "choice", meaning: "What `awaitedOverdueMax` blocks." },
  lostItemsMax: {
    schema: maximum("items"),
    unit: "items",
    meaning: "How many loans a reader may have that are overdue for so long that they count as lost."
  },
  lostItemsBlocks: { schema: actions, unit: "choice", meaning: "What `lostItemsMax` blocks." },
  overdueDaysMax: { schema: maximum("days"), unit: "days", meaning: "How many whole days a loan may be overdue." },
  overdueDaysBlocks: { schema: actions, unit: "choice", meaning: "What `overdueDaysMax` blocks." },
  awaitedOverdueDaysMax: {
    schema: maximum("days"),
    unit: "days",
    meaning: "How many whole days a loan may be overdue whose title others wait for."
  },
  awaitedOverdueDaysBlocks: { schema: actions, unit: "choice", meaning: "What `awaitedOverdueDaysMax` blocks." },
  lostAfterDays: {
    schema: wholeNumber("days", 1, 3_660),
    unit: "days",
    meaning: "After how many days overdue a loan counts as lost."
  },
  debtBlocks: { schema: actions, unit: "choice", meaning: "What debts above `debtMax` block." },
  expiryBlocks: { schema: actions, unit: "choice", meaning: "What an expired membership blocks." },
  readerAgeMin: {
    schema: wholeNumber("years", 0, 150),
    unit: "years",
    meaning: "How old a reader must be to borrow or reserve it."
  },
  onSiteOnly: {
    schema: yesOrNo,
    unit: "yes or no",
    meaning: "Whether the item is lent for use in the building alone."
  },
  returnBranches: {
    schema: Schema.Literals(["any", "home", "present"]),
    unit: "choice",
    meaning: "Where it may be returned: anywhere, at its home branch, or at the branch that lent it."
  },
  titleLoansMax: {
    schema: maximum("loans"),
    unit: "loans",
    meaning: "How many copies of one title a reader may have at once."
  }
} as const satisfies Record<string, SettingKind>

/** What every declared limit of loans may be given: `loanCountMax.<name of the limit>`. */
export const limitSetting = {
  schema: maximum("loans"),
  unit: "loans",
  meaning: "How many open loans the limit admits."
} as const satisfies SettingKind

export const limitSettingPrefix = "loanCountMax."

type FixedName = keyof typeof settings
type LimitSettingName = `${typeof limitSettingPrefix}${string}`
export type SettingName = FixedName | LimitSettingName

/** How a setting stands in the document. */
export type SettingForm<N extends SettingName> = N extends FixedName
  ? (typeof settings)[N]["schema"]["Type"]
  : (typeof limitSetting)["schema"]["Type"]

/** How a resolved setting is handed out: as in the document, but sums of money in minor units. */
export type SettingValue<N extends SettingName> = N extends FixedName
  ? (typeof settings)[N]["unit"] extends "money"
    ? Minor | "unlimited"
    : SettingForm<N>
  : SettingForm<N>
