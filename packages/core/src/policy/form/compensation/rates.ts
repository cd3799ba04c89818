import { Schema } from "effect"
import { dayNumber } from "../../../calendar/civilDay.ts"
import { isAmount } from "../amounts.ts"
import { textThat } from "../leaves.ts"

/** What one unit of another currency is worth in the policy's, from a day on until the next row of that currency. */
export const ExchangeRate = Schema.Struct({
  currency: textThat((text) => /^[A-Z]{3}$/.test(text), 'a currency of ISO 4217 such as "USD"'),
  from: textThat((text) => dayNumber(text) !== null, "a day that exists, as YYYY-MM-DD"),
  rate: textThat((text) => isAmount(text) && /[1-9]/.test(text), 'a rate above 0 as text, such as "7.1"')
})
export type ExchangeRate = typeof ExchangeRate.Type
