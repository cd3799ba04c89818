import { currencyDigits } from "../../money/currency.ts"

/** Minor units as an amount: 1250 of CNY is "12.50 CNY". */
export const moneyText = (minor: number, currency: string): string => {
  const digits = currencyDigits(currency)
  const text = String(minor).padStart(digits + 1, "0")
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return `${amount} ${currency}`
}
