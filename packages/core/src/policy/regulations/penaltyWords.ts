import type { SettingForm } from "../form/settings.ts"
import type { RegulationLanguage } from "./words.ts"

type Unit = Exclude<SettingForm<"overdueRate">, "none">["per"]

/** Units of time that lateness is counted in: every so many, begun or full. */
export interface CountedUnits {
  readonly per: Unit
  readonly every: number
  readonly full: boolean
}

/** How regulations speak of being late. */
interface PenaltyWords {
  readonly between: string
  readonly perUnit: (amount: string, units: CountedUnits) => string
  /** What units from one to another cost each; `null`: and all that follow. */
  readonly tier: (amount: string, units: CountedUnits, from: number, to: number | null) => string
  readonly grace: (length: string) => string
  readonly atMost: (amount: string) => string
  readonly atMostOfPrice: (percent: number) => string
  readonly freeOn: (from: string, to: string) => string
  readonly suspended: (days: number, units: CountedUnits) => string
  readonly suspendedAtMost: (days: number) => string
}

const unitNames = { minute: "分钟", hour: "小时", day: "天", week: "周", month: "个月", year: "年" } as const

const english = ({ per, every, full }: CountedUnits): string => {
  const begun = full ? "full " : ""
  return every === 1 ? `${begun}${per}` : `${every} ${begun}${per}s`
}
const chinese = ({ per, every, full }: CountedUnits): string =>
  `每${full ? "满" : ""}${every === 1 ? (full ? "一" : "") : ` ${every} `}${unitNames[per]}`

export const penaltyWords: Readonly<Record<RegulationLanguage, PenaltyWords>> = {
  en: {
    between: ", ",
    perUnit: (amount, units) => `${amount} per ${english(units)}`,
    tier: (amount, units, from, to) => {
      const each = `${amount} per ${english(units)}`
      if (to === null) return `${each} from the ${ordinal(from)} on`
      return from === to ? `${each} for the ${ordinal(from)}` : `${each} for the ${ordinal(from)} to ${ordinal(to)}`
    },
    grace: (length) => `free up to ${length}`,
    atMost: (amount) => `at most ${amount}`,
    atMostOfPrice: (percent) => (percent === 100 ? "at most the price" : `at most ${percent} % of the price`),
    freeOn: (from, to) => `free if returned from ${from} to ${to}`,
    suspended: (days, units) => `${days} ${days === 1 ? "day" : "days"} of suspension per ${english(units)} late`,
    suspendedAtMost: (days) => `at most ${days} ${days === 1 ? "day" : "days"}`
  },
  zh: {
    between: "，",
    perUnit: (amount, units) => `${chinese(units)} ${amount}`,
    tier: (amount, units, from, to) => {
      const counted = units.every === 1 ? unitNames[units.per] : "期"
      const which = to === null ? `第 ${from} ${counted}起` : `第 ${from === to ? from : `${from}–${to}`} ${counted}`
      return `${which}${chinese(units)} ${amount}`
    },
    grace: (length) => `宽限 ${length}`,
    atMost: (amount) => `最多 ${amount}`,
    atMostOfPrice: (percent) => (percent === 100 ? "不超过定价" : `不超过定价的 ${percent}%`),
    freeOn: (from, to) => `${from} 至 ${to} 归还免费`,
    suspended: (days, units) => `逾期${chinese(units)}停借 ${days} 天`,
    suspendedAtMost: (days) => `最多停借 ${days} 天`
  }
}

const ordinal = (n: number): string => {
  const ending = n % 100 > 10 && n % 100 < 14 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")
  return `${n}${ending}`
}
