import { currencyDigits } from "./currency.ts"

/** An amount in major units with all decimals of its currency and nothing else: "-12.50", "1200", "0.250". */
export const moneyText = (minor: number, currency: string): string => {
  const digits = currencyDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits)
  const fraction = digits === 0 ? "" : `.${text.slice(-digits)}`
  return `${minor < 0 ? "-" : ""}${whole}${fraction}`
}
