import { Schema } from "effect"
import { dayNumber } from "../../calendar/civilDay.ts"
import { loanPeriod, maximum, textThat, wholeNumber, yesOrNo } from "./leaves.ts"

/** A stretch of time before or after an instant: local days of the branch, or hours that pass. */
const stretch = Schema.Union([
  Schema.Struct({ days: wholeNumber("days", 0, 3_660) }),
  Schema.Struct({ hours: wholeNumber("hours", 0, 87_840) })
]).annotate({ expected: 'a stretch of time: {"days": n} or {"hours": n}' })

const day = textThat((text) => dayNumber(text) !== null, "a day that exists, as YYYY-MM-DD")

const givers = Schema.Array(Schema.Literals(["reader", "staff", "job"])).annotate({
  expected: 'a list of who may: "reader", "staff", "job"'
})

/** What a row may say of renewals, and of loans that many wait for, beyond the settings that every policy needs. */
export const renewalSettings = {
  renewable: { schema: yesOrNo, unit: "yes or no" },
  unseenRenewalCountMax: {
    schema: maximum("renewals"),
    unit: "renewals"
  },
  renewNotBefore: {
    schema: stretch,
    unit: "days or hours"
  },
  renewNotBeforeTime: {
    schema: Schema.Literals(["startOfDay", "sameTime"]),
    unit: "choice"
  },
  renewNotAfterOverdue: {
    schema: stretch,
    unit: "days or hours"
  },
  renewNotAfterLent: {
    schema: stretch,
    unit: "days or hours"
  },
  renewNotAfterDate: { schema: day, unit: "day" },
  loanLengthMax: {
    schema: stretch,
    unit: "days or hours"
  },
  renewalKeepsDueDate: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  renewalDespiteDebt: { schema: givers, unit: "list" },
  renewalDespiteExpiry: {
    schema: givers,
    unit: "list"
  },
  autoRenew: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  autoRenewBefore: {
    schema: Schema.Struct({ days: wholeNumber("days", 0, 60) }).annotate({ expected: 'days: {"days": n}, 0 to 60' }),
    unit: "days"
  },
  autoRenewalPeriod: { schema: loanPeriod, unit: "period" },
  highDemand: {
    schema: Schema.Union([
      Schema.Struct({ waiting: wholeNumber("reservations", 1, 1_000_000) }),
      Schema.Struct({ overCopies: wholeNumber("reservations", 0, 1_000_000) }),
      Schema.Literal("never")
    ]).annotate({ expected: '{"waiting": n}, {"overCopies": n} or "never"' }),
    unit: "reservations"
  },
  highDemandPeriod: { schema: loanPeriod, unit: "period" },
  highDemandPeriodMin: {
    schema: loanPeriod,
    unit: "period"
  }
} as const
