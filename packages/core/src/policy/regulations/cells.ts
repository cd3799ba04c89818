import type { ResolvedSettings } from "../compiled/compilePolicy.ts"
import type { SettingName, SettingValue } from "../form/settings.ts"
import { moneyText } from "./moneyText.ts"
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
  const isLent = lent.get("lendable") === true && lent.get("onSiteOnly") !== true
  return {
    lending: cellOf(
      lent,
      ["lendable", "onSiteOnly", "readerAgeMin", "rentalCharge", "deposit"],
      lendingText(lent, currency, language)
    ),
    loanPeriod: cellOf(
      lent,
      ["loanPeriod", "dueSchedule", "dueScheduleUse"],
      isLent ? lengthText(lent, language) : dash
    ),
    renewals: cellOf(
      renewed,
      ["renewalCountMax", "renewalPeriod", "renewable"],
      isLent ? renewalText(renewed, language) : dash
    ),
    overdue: cellOf(lent, penaltyNames, isLent ? penaltyText(lent, currency, language) : dash),
    reservation: cellOf(
      lent,
      ["reservable", "pickupDays", "reservationDays", "reservationFee"],
      reservationText(lent, currency, language)
    )
  }
}

const dash = "–"

const lendingText = (settings: ResolvedSettings, currency: string, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  const lendable = settings.get("lendable")
  if (lendable === undefined) return words.notSet
  if (!lendable) return words.notLent
  const [age, cost, deposit] = [settings.get("readerAgeMin"), settings.get("rentalCharge"), settings.get("deposit")]
  let text = settings.get("onSiteOnly") === true ? words.onSiteOnly : words.lent
  if (age !== undefined && age > 0) text = words.ageMin(text, age)
  if (typeof cost === "object") text = words.costs(text, `${cost.amount} ${currency}`, words.charged[cost.per])
  if (typeof deposit === "number" && deposit > 0) text = words.deposit(text, moneyText(deposit, currency))
  return text
}

/** How long a loan lasts: its period, and what a schedule of due dates makes of it. */
const lengthText = (settings: ResolvedSettings, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  const period = periodText(settings.get("loanPeriod"), language)
  const entries = settings.get("dueSchedule")
  if (entries === undefined) return period
  const schedule =
    entries === "terms"
      ? words.to.termEnd
      : entries.map(({ from = "…", to = "…", dueBy }) => `${from} – ${to} → ${dueBy}`).join("; ")
  const use = settings.get("dueScheduleUse") ?? "exactly"
  if (use === "exactly") return schedule
  return (use === "notAfter" ? words.latest : words.earliest)(period, schedule)
}

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

const reservationText = (settings: ResolvedSettings, currency: string, language: RegulationLanguage): string => {
  const words = regulationWords[language]
  const [reservable, days] = [settings.get("reservable"), settings.get("pickupDays")]
  if (reservable === undefined) return words.notSet
  if (!reservable) return words.notReservable
  if (days === undefined) return words.notSet
  const life = settings.get("reservationDays")
  const fee = settings.get("reservationFee")
  const text = typeof life === "number" ? words.waits(words.pickup(days), life) : words.pickup(days)
  return typeof fee === "number" && fee > 0 ? words.reserving(text, moneyText(fee, currency)) : text
}
