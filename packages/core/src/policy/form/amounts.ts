/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const otherDigits: ReadonlyMap<string, number> = new Map([
  ...["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV"].map(
    (currency) => [currency, 0] as const
  ),
  ...["XAF", "XOF", "XPF"].map((currency) => [currency, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((currency) => [currency, 3] as const)
])

/** Decimal places of a currency by ISO 4217: 0, 2 or 3. An unknown code counts as 2. */
export const currencyDigits = (currency: string): number => otherDigits.get(currency) ?? 2

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
