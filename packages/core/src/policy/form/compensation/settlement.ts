import { Schema } from "effect"
import { amount, lengthOfTime, wholeNumber, yesOrNo } from "../leaves.ts"
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

const of = Schema.Literals(["payment", "loss"])
const RefundWindow = Schema.Union(
  lengthOfTime.members.map((length) => Schema.Struct({ ...length.fields, of }))
).annotate({ expected: '{"days": n, "of": "payment" or "loss"}, or minutes, hours, weeks or months' })

/**
 * What is given back when it is found. Never anything for a replacement in kind, nor once a new copy was bought.
 * `unpaidPart`: what is unpaid is cancelled, what is paid stays paid. `paid`: both come back.
 */
export const RefundRule = Schema.Struct({
  gives: Schema.Literals(["none", "unpaidPart", "paid"]),
  /** So long from the payment, or from the loss: of days, the last counts whole; of anything else, to the second. */
  within: Schema.optionalKey(RefundWindow),
  /** What is given after that: nothing where it is not said, or what was not paid is cancelled. */
  afterwards: Schema.optionalKey(Schema.Literals(["none", "unpaidPart"])),
  lessProcessing: Schema.optionalKey(yesOrNo),
  /** Less the overdue charge up to the loss, that from the payment to the return, or the most it could have been. */
  lessOverdue: Schema.optionalKey(Schema.Literals(["accrued", "sincePayment", "cap"])),
  /** Whether an overdue charge that the loss had dropped is due again. */
  restoresOverdue: Schema.optionalKey(yesOrNo),
  /** Whether being late is charged up to the return, as for any loan. */
  chargesOverdue: Schema.optionalKey(yesOrNo)
})

const days = wholeNumber("days", 1, 3_660)
/** Days without borrowing, by conduct. */
export const SuspensionDays = Schema.Struct({
  accident: Schema.optionalKey(days),
  onPurpose: Schema.optionalKey(days),
  theft: Schema.optionalKey(days)
})
