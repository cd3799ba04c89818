import { Schema } from "effect"
import { amount, amountMaximum, code, maximum, wholeNumber, yesOrNo } from "./leaves.ts"

/** What a row may say of lending beyond the settings that every policy needs: what it costs, and in what order things go. */
export const lendingSettings = {
  rentalCharge: {
    schema: Schema.Union([
      Schema.Struct({ amount, per: Schema.Literals(["loan", "day", "hour"]) }),
      Schema.Literal("none")
    ]).annotate({ expected: '{"amount": "0.50", "per": "loan", "day" or "hour"}, or "none"' }),
    unit: "major units per loan, day or hour"
  },
  rentalOnClosedDays: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  rentalAtRenewal: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  deposit: {
    schema: amount,
    unit: "money"
  },
  reservationFee: {
    schema: amount,
    unit: "money"
  },
  reservationFeeWhen: {
    schema: Schema.Literals(["placed", "placedIfNoneFree", "pickedUp"]),
    unit: "choice"
  },
  membershipFee: {
    schema: amount,
    unit: "money"
  },
  cardFee: {
    schema: amount,
    unit: "money"
  },
  lostCardFee: {
    schema: amount,
    unit: "money"
  },
  costConsent: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  onSiteSwitch: {
    schema: yesOrNo,
    unit: "yes or no"
  },
  loansPerDayMax: {
    schema: maximum("loans"),
    unit: "loans"
  },
  overdueAtRenewal: {
    schema: Schema.Literals(["charged", "forgiven"]),
    unit: "choice"
  },
  creditMax: { schema: amountMaximum, unit: "money" },
  cashDeskFor: {
    schema: Schema.Array(code)
      .check(Schema.isMaxLength(20))
      .annotate({ expected: 'a list of methods of payment, such as ["cash"]' }),
    unit: "methods"
  },
  smallBalanceForgiven: { schema: amount, unit: "money" },
  reshelvingHours: {
    schema: wholeNumber("hours", 0, 8_760),
    unit: "hours"
  }
} as const
