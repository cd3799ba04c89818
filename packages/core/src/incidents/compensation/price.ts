import { currencyDigits } from "../../money/currency.ts"
import type { Price } from "./case.ts"
import { inMajor } from "./steps.ts"
import type { Term } from "./trace.ts"
import type { Working } from "./working.ts"

/** A price in the policy's currency; one in another at the case's rate, with the day and the source of the rate. */
export const priceTerm = (working: Working, price: Price, source: string): Term | null => {
  const { trace, facts, currency } = working
  const major = inMajor(price.minor, currencyDigits(price.currency))
  if (price.currency === currency) return trace.given("price", major, { from: source })
  const dated = facts.rates?.find((rate) => rate.currency === price.currency)
  if (dated === undefined) return working.refuse({ _tag: "RateMissing", currency: price.currency })
  const foreign = trace.given(`price in ${price.currency}`, major, { from: source })
  const rate = trace.given("rate", dated.rate, { from: `${dated.currency} ${dated.from} ${dated.source}` })
  return trace.take("times", "price", foreign, rate)
}
