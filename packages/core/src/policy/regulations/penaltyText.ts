import type { ResolvedSettings } from "../compiled/compilePolicy.ts"
import type { SettingForm, SettingName } from "../form/settings.ts"
import { moneyText } from "./moneyText.ts"
import { type CountedUnits, penaltyWords } from "./penaltyWords.ts"
import { type RegulationLanguage, regulationWords } from "./words.ts"

/** The settings that the text is made of. */
export const penaltyNames = [
  "overdueRate",
  "overdueGrace",
  "overdueCap",
  "overdueCapOfPrice",
  "overdueAmnesties",
  "suspension",
  "suspensionDaysMax"
] as const satisfies ReadonlyArray<SettingName>

/** What being late costs, in money and in days, as a reader is told. */
export const penaltyText = (settings: ResolvedSettings, currency: string, language: RegulationLanguage): string => {
  const rate = settings.get("overdueRate")
  const words = regulationWords[language]
  const suspension = suspensionText(settings, language)
  if (rate === undefined) return [words.notSet, ...suspension].join(penaltyWords[language].between)
  const money =
    rate === "none" ? [words.free] : [rateText(rate, currency, language), ...limitTexts(settings, currency, language)]
  return [...money, ...suspension].join(penaltyWords[language].between)
}

type Rate = Exclude<SettingForm<"overdueRate">, "none">

const rateText = (rate: Rate, currency: string, language: RegulationLanguage): string => {
  const words = penaltyWords[language]
  const units = countedUnits(rate)
  if ("amount" in rate) return words.perUnit(`${rate.amount} ${currency}`, units)
  return rate.tiers
    .map(({ from, to, amount }) => words.tier(`${amount} ${currency}`, units, from, to ?? null))
    .join(words.between)
}

const limitTexts = (
  settings: ResolvedSettings,
  currency: string,
  language: RegulationLanguage
): ReadonlyArray<string> => {
  const words = penaltyWords[language]
  const [cap, percent] = [settings.get("overdueCap"), settings.get("overdueCapOfPrice")]
  const [unit, length = 0] = Object.entries(settings.get("overdueGrace") ?? {})[0] ?? ["days"]
  return [
    ...(length === 0 ? [] : [words.grace(regulationWords[language].units[unit as "days"](length))]),
    ...(typeof cap === "number" ? [words.atMost(moneyText(cap, currency))] : []),
    ...(typeof percent === "number" ? [words.atMostOfPrice(percent)] : []),
    ...(settings.get("overdueAmnesties") ?? []).map(({ from, to }) => words.freeOn(from, to))
  ]
}

const suspensionText = (settings: ResolvedSettings, language: RegulationLanguage): ReadonlyArray<string> => {
  const words = penaltyWords[language]
  const [suspension, most] = [settings.get("suspension"), settings.get("suspensionDaysMax")]
  if (suspension === undefined || suspension === "none") return []
  return [
    words.suspended(suspension.days, countedUnits(suspension)),
    ...(typeof most === "number" ? [words.suspendedAtMost(most)] : [])
  ]
}

const countedUnits = ({ per, every = 1, counts }: Pick<Rate, "per" | "every" | "counts">): CountedUnits => ({
  per,
  every,
  full: counts === "full"
})
