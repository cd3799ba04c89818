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
  renewable: { schema: yesOrNo, unit: "yes or no", meaning: "Whether the loan may be renewed at all." },
  unseenRenewalCountMax: {
    schema: maximum("renewals"),
    unit: "renewals",
    meaning: "How often in a row a loan may be renewed while nobody has the item in hand."
  },
  renewNotBefore: {
    schema: stretch,
    unit: "days or hours",
    meaning: "How long before its due date a loan may be renewed at the earliest."
  },
  renewNotBeforeTime: {
    schema: Schema.Literals(["startOfDay", "sameTime"]),
    unit: "choice",
    meaning: "Whether that first day counts from its start, or from the time of day at which the loan falls due."
  },
  renewNotAfterOverdue: {
    schema: stretch,
    unit: "days or hours",
    meaning: "How long after its due date a loan may still be renewed."
  },
  renewNotAfterLent: {
    schema: stretch,
    unit: "days or hours",
    meaning: "How long after lending a loan may be renewed; from the start of that last day on it may not."
  },
  renewNotAfterDate: { schema: day, unit: "day", meaning: "The day from which on the loan may not be renewed." },
  loanLengthMax: {
    schema: stretch,
    unit: "days or hours",
    meaning: "How long a loan with all its renewals may last."
  },
  renewalKeepsDueDate: {
    schema: yesOrNo,
    unit: "yes or no",
    meaning: "Whether a renewal that would move the due date back keeps it instead, and counts."
  },
  renewalDespiteDebt: { schema: givers, unit: "list", meaning: "Whose renewals the reader's debts do not stop." },
  renewalDespiteExpiry: {
    schema: givers,
    unit: "list",
    meaning: "Whose renewals the end of the reader's membership does not stop."
  },
  autoRenew: {
    schema: yesOrNo,
    unit: "yes or no",
    meaning: "Whether the library renews the loan without being asked."
  },
  autoRenewBefore: {
    schema: Schema.Struct({ days: wholeNumber("days", 0, 60) }).annotate({ expected: 'days: {"days": n}, 0 to 60' }),
    unit: "days",
    meaning: "How many days before the due date the library renews a loan by itself."
  },
  autoRenewalPeriod: { schema: loanPeriod, unit: "period", meaning: "How long an automatic renewal lasts." },
  highDemand: {
    schema: Schema.Union([
      Schema.Struct({ waiting: wholeNumber("reservations", 1, 1_000_000) }),
      Schema.Struct({ overCopies: wholeNumber("reservations", 0, 1_000_000) }),
      Schema.Literal("never")
    ]).annotate({ expected: '{"waiting": n}, {"overCopies": n} or "never"' }),
    unit: "reservations",
    meaning: "From how many waiting reservations, or how many more than copies, loans of the title are shorter."
  },
  highDemandPeriod: { schema: loanPeriod, unit: "period", meaning: "How long a loan lasts while many wait." },
  highDemandPeriodMin: {
    schema: loanPeriod,
    unit: "period",
    meaning: "The least that a loan lasts, however many wait."
  }
} as const
