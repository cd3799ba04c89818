import { Schema } from "effect"
import { amount, wholeNumber, yesOrNo } from "../leaves.ts"
import { amounts, percents } from "./values.ts"

const Fee = Schema.Union([Schema.Struct({ amount: amounts }), Schema.Struct({ percentOfPrice: percents })]).annotate({
  expected: '{"amount": …} or {"percentOfPrice": …}'
})
export type Fee = typeof Fee.Type

export const Processing = Schema.Struct({ cash: Schema.optionalKey(Fee), inKind: Schema.optionalKey(Fee) })

/** What becomes of the overdue charge: added to the bill, dropped, added up to a cap, or kept as a charge of its own. */
export const AfterLoss = Schema.Union([
  Schema.Literals(["add", "drop", "keep"]),
  Schema.Struct({ cap: amount })
]).annotate({ expected: '"add", "drop", "keep" or {"cap": amount}' })

/** A copy brought in place of the lost one. */
export const Replacement = Schema.Struct({
  allowed: Schema.Array(Schema.Literals(["sameEdition", "newerByConsent"])).check(Schema.isMinLength(1)),
  deadlineDays: Schema.optionalKey(wholeNumber("days", 1, 3_660)),
  blocksMeanwhile: Schema.optionalKey(yesOrNo)
})

/**
 * What is given back when it is found. Never anything for a replacement in kind, nor once a new copy was bought.
 * `unpaidPart`: what is unpaid is cancelled, what is paid stays paid. `paid`: both come back.
 */
export const RefundRule = Schema.Struct({
  gives: Schema.Literals(["none", "unpaidPart", "paid"]),
  /** Whole days from the payment, or from the day it was lost; later nothing is given. */
  within: Schema.optionalKey(
    Schema.Struct({ days: wholeNumber("days", 0, 36_600), of: Schema.Literals(["payment", "loss"]) })
  ),
  lessProcessing: Schema.optionalKey(yesOrNo),
  /** Less the overdue charge up to the loss, that from the payment to the return, or the most it could have been. */
  lessOverdue: Schema.optionalKey(Schema.Literals(["accrued", "sincePayment", "cap"])),
  /** Whether an overdue charge that the loss had dropped is due again. */
  restoresOverdue: Schema.optionalKey(yesOrNo),
  asCredit: Schema.optionalKey(yesOrNo)
})

const days = wholeNumber("days", 1, 3_660)
/** Days without borrowing, by conduct. */
export const SuspensionDays = Schema.Struct({
  accident: Schema.optionalKey(days),
  onPurpose: Schema.optionalKey(days),
  theft: Schema.optionalKey(days)
})
