import { currencyDigits } from "../../money/currency.ts"

/** At most twelve digits before the point, so that minor units stay exact, and eight after it. */
const amountForm = /^(0|[1-9]\d{0,11})(\.\d{1,8})?$/

/** Whether a text is an amount in major units: digits, a point if needed, no sign, no grouping, no exponent. */
export const isAmount = (text: string): boolean => amountForm.test(text)

/** Whole minor units of an amount in major units; `null` where the currency has fewer decimal places than the text. */
export const minorOf = (amount: string, currency: string): number | null => {
  const digits = currencyDigits(currency)
  const [whole = "0", fraction = ""] = amount.split(".")
  return fraction.length > digits ? null : Number(whole + fraction.padEnd(digits, "0"))
}

/** Whether two texts of that form are in order, or equal. Exact, however many digits they have. */
export const inOrder = (least: string, most: string): boolean => scaled(least) <= scaled(most)

const scaled = (amount: string): bigint => {
  const [whole = "", fraction = ""] = amount.split(".")
  return BigInt(whole + fraction.padEnd(8, "0"))
}
