import { Schema } from "effect"
import type { Minor } from "../../money/minor.ts"
import { blockSettings } from "./blockSettings.ts"
import { bookingSettings } from "./bookingSettings.ts"
import { disputeSettings } from "./disputeSettings.ts"
import { amountMaximum, code, dueSchedule, loanPeriod, maximum, wholeNumber, yesOrNo } from "./leaves.ts"
import { lendingSettings } from "./lendingSettings.ts"
import type { LimitSetting, LimitSettingName } from "./limitSettingNames.ts"
import { lossSettings } from "./lossSettings.ts"
import { penaltySettings } from "./penaltySettings.ts"
import { recallSettings } from "./recallSettings.ts"
import { renewalSettings } from "./renewalSettings.ts"
import { reservationSettings } from "./reservationSettings.ts"
import { sharingSettings } from "./sharingSettings.ts"
import { transitSettings } from "./transitSettings.ts"

/** One kind of thing that a row may set. */
export interface SettingKind {
  /** Its form in the document. */
  readonly schema: Schema.Codec<unknown>
  /** What the number counts, or how the value is read. `money`: major units in the document, minor units resolved. */
  readonly unit: string
}

/** Every setting a row may set. A new setting is a new line here; `check`, `explain` and resolving know it from then on. */
export const settings = {
  lendable: { schema: yesOrNo, unit: "yes or no" },
  loanPeriod: { schema: loanPeriod, unit: "period" },
  renewalPeriod: { schema: loanPeriod, unit: "period" },
  dueTime: {
    schema: Schema.Literals(["closing", "endOfDay", "sameTime"]),
    unit: "choice"
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
    unit: "choice"
  },
  dueSchedule: {
    schema: dueSchedule,
    unit: "days"
  },
  dueScheduleUse: {
    schema: Schema.Literals(["exactly", "notAfter", "notBefore"]),
    unit: "choice"
  },
  openingOffsetMinutes: {
    schema: wholeNumber("minutes", 0, 1_440),
    unit: "minutes"
  },
  renewalCountMax: { schema: maximum("renewals"), unit: "renewals" },
  renewFrom: {
    schema: Schema.Literals(["now", "due", "later"]),
    unit: "choice"
  },
  lendableWhenWaiting: { schema: yesOrNo, unit: "yes or no" },
  renewalWhenWaiting: {
    schema: Schema.Union([yesOrNo, Schema.Literal("copiesFree")]).annotate({ expected: 'true, false or "copiesFree"' }),
    unit: "yes, no or choice"
  },
  ...renewalSettings,
  ...lendingSettings,
  ...blockSettings,
  ...penaltySettings,
  ...disputeSettings,
  ...lossSettings,
  ...recallSettings,
  ...reservationSettings,
  ...transitSettings,
  ...sharingSettings,
  ...bookingSettings,
  debtMax: { schema: amountMaximum, unit: "money" },
  dueCutAtExpiry: {
    schema: Schema.Union([yesOrNo, Schema.Literal("open")]).annotate({ expected: 'true, false or "open"' }),
    unit: "yes, no or choice"
  },
  membershipMonths: { schema: maximum("months", 1), unit: "months" },
  readerAgeMin: {
    schema: wholeNumber("years", 0, 150),
    unit: "years"
  },
  onSiteOnly: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  returnBranches: {
    schema: Schema.Literals(["any", "home", "present"]),
    unit: "choice"
  },
  titleLoansMax: {
    schema: maximum("loans"),
    unit: "loans"
  },
  volumeSetLoansMax: { schema: maximum("loans"), unit: "loans" },
  compensation: { schema: code, unit: "code" }
} as const satisfies Record<string, SettingKind>

/** What every declared limit may be given: `loanCountMax.<name of the limit>`, `reservationCountMax.<name of the limit>`. */
export const limitSettings = {
  loanCountMax: { schema: maximum("loans"), unit: "loans" },
  reservationCountMax: { schema: maximum("reservations"), unit: "reservations" }
} as const satisfies Record<string, SettingKind>
type FixedName = keyof typeof settings
export type SettingName = FixedName | LimitSettingName

/** How a setting stands in the document. */
export type SettingForm<N extends SettingName> = N extends FixedName
  ? (typeof settings)[N]["schema"]["Type"]
  : (typeof limitSettings)[LimitSetting]["schema"]["Type"]

/** How a resolved setting is handed out: as in the document, but sums of money in minor units. */
export type SettingValue<N extends SettingName> = N extends FixedName
  ? (typeof settings)[N]["unit"] extends "money"
    ? Minor | "unlimited"
    : SettingForm<N>
  : SettingForm<N>
