import { type DatedRate, rateOn } from "../incidents/compensation/rateOn.ts"
import { currencyDigits } from "../money/currency.ts"
import { Minor } from "../money/minor.ts"
import { atRate, rateOf } from "../money/rate.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ItemRow } from "./model.ts"

/** The list price of an item in the library's own currency. */
export interface ItemPrice {
  /** `null`: unknown, or in a currency that the policy has no rate of yet. */
  readonly price: Minor | null
  /** By which rate it came about; `null`: by none. */
  readonly rate: DatedRate | null
}

/** At the policy's rate of a local day, as YYYY-MM-DD, rounded half up. The day is asked for only where a rate is needed. */
export const itemPriceOn = (
  { price, priceCurrency }: Pick<ItemRow, "price" | "priceCurrency">,
  day: () => string,
  { document: { currency, rates } }: CompiledPolicy
): ItemPrice => {
  if (price === null || priceCurrency === "" || priceCurrency === currency) return { price, rate: null }
  const rate = rateOn(rates, priceCurrency, day())
  if (rate === null) return { price: null, rate }
  const { scaled, digits } = rateOf(rate.rate, 0)
  const perMinor = {
    scaled: scaled * 10n ** BigInt(currencyDigits(currency)),
    digits: digits + currencyDigits(priceCurrency)
  }
  return { price: Minor.make(atRate(perMinor, price, "halfUp")), rate }
}
