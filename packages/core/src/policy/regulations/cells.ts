import type { ResolvedSettings } from "../compiled/compilePolicy.ts"
import type { SettingName, SettingValue } from "../form/settings.ts"
import { penaltyNames, penaltyText } from "./penaltyText.ts"
import { type RegulationLanguage, regulationWords } from "./words.ts"

/** One thing that the regulations say of one case. */
export interface RegulationCell {
  /** The settings it is made of, and the row that gives each; `null`: no row sets it. */
  readonly from: Readonly<Partial<Record<SettingName, string | null>>>
  /** Their values, sums of money in minor units; `undefined`: not set. */
  readonly values: Readonly<Partial<Record<SettingName, unknown>>>
  readonly text: string
}

export type RegulationColumn = "lending" | "loanPeriod" | "renewals" | "overdue" | "reservation"
export const regulationColumns: ReadonlyArray<RegulationColumn> = [
  "lending",
  "loanPeriod",
  "renewals",
  "overdue",
  "reservation"
]

export interface CaseSettings {
  readonly lent: ResolvedSettings
  /** The same case, when the loan is renewed. */
  readonly renewed: ResolvedSettings
}

/** A cell with the settings that it is made of. */
export const cellOf = (
  settings: ResolvedSettings,
  names: ReadonlyArray<SettingName>,
  text: string
): RegulationCell => ({
  from: Object.fromEntries(names.map((name) => [name, settings.row(name)])),
  values: Object.fromEntries(names.map((name) => [name, settings.get(name)])),
  text
})

export const cells = (
  { lent, renewed }: CaseSettings,
  currency: string,
  language: RegulationLanguage
): Readonly<Record<RegulationColumn, RegulationCell>> => {
  const words = regulationWords[language]
  const lendable = lent.get("lendable")
  const isLent = lendable === true
  const loanPeriod = lent.get("loanPeriod")
  return {
    lending: cellOf(lent, ["lendable"], lendable === undefined ? words.notSet : isLent ? words.lent : words.notLent),
    loanPeriod: cellOf(lent, ["loanPeriod"], isLent ? periodText(loanPeriod, language) : dash),
    renewals: cellOf(
      renewed,
      ["renewalCountMax", "renewalPeriod", "renewable"],
      isLent ? renewalText(renewed, language) : dash
    ),
    overdue: cellOf(lent, penaltyNames, isLent ? penaltyText(lent, currency, language) : dash),
    reservation: cellOf(lent, ["reservable", "pickupDays"], reservationText(lent, language))
  }
}

const dash = "–"

/** A period in words: a length in any unit, a fixed day, or an event of the branch's days. */
const periodText = (period: SettingValue<"loanPeriod"> | undefined, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  if (period === undefined) return words.notSet
  if ("until" in period) return words.until(period.until)
  if ("to" in period) return words.to[period.to]
  const [unit, count] = Object.entries(period)[0] as [keyof typeof words.units, number]
  return words.units[unit](count)
}

const renewalText = (settings: ResolvedSettings, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  const count = settings.get("renewalCountMax")
  if (count === 0 || settings.get("renewable") === false) return words.notRenewable
  if (count === undefined) return words.notSet
  const period = settings.get("renewalPeriod")
  return words.times(count, period === undefined ? null : periodText(period, language))
}

const reservationText = (settings: ResolvedSettings, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  const [reservable, days] = [settings.get("reservable"), settings.get("pickupDays")]
  if (reservable === undefined) return words.notSet
  if (!reservable) return words.notReservable
  return days === undefined ? words.notSet : words.pickup(days)
}
