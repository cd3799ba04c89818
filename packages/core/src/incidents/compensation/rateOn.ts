import type { ExchangeRate } from "../../policy/form/compensation/rates.ts"
import type { CompensationCase } from "./case.ts"

export type DatedRate = NonNullable<CompensationCase["rates"]>[number]

/** The policy's rate of a currency on a local day: the latest that begins then or before. `null`: there is none yet. */
export const rateOn = (
  rates: ReadonlyArray<ExchangeRate> | undefined,
  currency: string,
  day: string
): DatedRate | null => {
  const [latest] = (rates ?? [])
    .filter((rate) => rate.currency === currency && rate.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  return latest === undefined ? null : { ...latest, source: "policy" }
}
