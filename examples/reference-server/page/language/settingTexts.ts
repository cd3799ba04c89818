import type { CriterionName, PrecedenceReason } from "@openshelf/core"
import type { settings } from "@openshelf/core/documents"
import type { PeriodWords } from "./ruleTexts.ts"
import type { Say } from "./texts.ts"

type FixedSetting = keyof typeof settings
type MoneySetting = {
  [N in FixedSetting]: (typeof settings)[N]["unit"] extends "money" ? N : never
}[FixedSetting]

/** The vocabulary of the rules in one language; a setting or criterion that the core adds does not compile without its name. */
export interface SettingWords {
  readonly settings: Readonly<Record<FixedSetting, string>>
  readonly limit: (name: string) => string
  readonly reservationLimit: (name: string) => string
  readonly criteria: Readonly<Record<CriterionName, string>>
  /** Values that are one word of a few. */
  readonly choices: Readonly<Record<string, string>>
  readonly yes: string
  readonly no: string
  readonly nothing: string
  readonly comma: string
  readonly period: (period: PeriodWords) => string
  readonly rate: (amount: string, per: string) => string
  /** Why another row goes before one that applies too. */
  readonly lostBy: Readonly<Record<Exclude<PrecedenceReason["by"], "criterion">, string>>
  readonly lostByCriterion: (criterion: string) => string
}

/** The rules in words: names of settings and criteria, and what a setting is set to. */
export interface SettingTexts {
  readonly name: (setting: string) => string
  readonly criterion: (name: string) => string
  /** Values as an explanation has them: sums resolved to minor units, or as the document writes them. */
  readonly value: (setting: string, value: unknown, say: Say) => string
  readonly lostBy: (reason: PrecedenceReason) => string
}

export const settingTexts = (words: SettingWords): SettingTexts => {
  const criterion = (name: string): string => words.criteria[name as CriterionName] ?? name
  const value = (setting: string, given: unknown, say: Say): string => {
    if (typeof given === "boolean") return given ? words.yes : words.no
    if (typeof given === "string") return words.choices[given] ?? given
    if (typeof given === "number") return setting in money ? say.money(given) : String(given)
    if (Array.isArray(given) && given.every((one) => typeof one === "string"))
      return given.length === 0 ? words.nothing : given.map((one) => words.choices[one] ?? one).join(words.comma)
    if (Array.isArray(given) && given.every(isNamed)) return given.map(({ name }) => name).join(words.comma)
    if (isRate(given)) return words.rate(given.amount, words.choices[given.per] ?? given.per)
    return isPeriod(given) ? words.period(given) : JSON.stringify(given)
  }
  return {
    name: (setting) => {
      const [of = "", ...limit] = setting.split(".")
      if (limit.length === 0) return words.settings[setting as FixedSetting] ?? setting
      return of === "reservationCountMax" ? words.reservationLimit(limit.join(".")) : words.limit(limit.join("."))
    },
    criterion,
    value,
    lostBy: (reason) =>
      reason.by === "criterion" ? words.lostByCriterion(criterion(reason.criterion)) : words.lostBy[reason.by]
  }
}

const money: Readonly<Record<MoneySetting, true>> = {
  betweenLibrariesFee: true,
  cardFee: true,
  compensationDebtMax: true,
  creditMax: true,
  debtMax: true,
  deposit: true,
  guaranteesDebtMax: true,
  guarantorDebtMax: true,
  lostCardFee: true,
  membershipFee: true,
  overdueCap: true,
  overdueCapPerReader: true,
  overdueCapPerVisit: true,
  recallFee: true,
  reservationFee: true,
  smallBalanceForgiven: true,
  waiverMax: true
}

/** A rule of the library's own is known by its name. */
const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === "object" && value !== null && "name" in value

const isRate = (value: unknown): value is { readonly amount: string; readonly per: string } =>
  typeof value === "object" && value !== null && "amount" in value && "per" in value

const periods = ["minutes", "hours", "days", "weeks", "months", "until", "to"]
const isPeriod = (value: unknown): value is PeriodWords => {
  const names = typeof value === "object" && value !== null ? Object.keys(value) : []
  return names.length === 1 && periods.includes(names[0] ?? "")
}
