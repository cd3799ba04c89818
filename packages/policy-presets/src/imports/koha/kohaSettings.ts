import type { NotTakenOver } from "../imported.ts"
import type { KohaRule } from "./importKoha.ts"

interface Taken {
  readonly set: Readonly<Record<string, unknown>>
  readonly notTakenOver: ReadonlyArray<NotTakenOver>
}

/** Values of one scope by rule name; blank is "" as in Koha. */
type Values = ReadonlyMap<string, string>

/** What all rules of one scope of Koha's matrix set, and what of them is not said here. */
export const settingsOfScope = (scope: string, rules: ReadonlyArray<KohaRule>): Taken => {
  const values: Values = new Map(rules.map(({ rule_name, rule_value }) => [rule_name, rule_value ?? ""]))
  const set: Record<string, unknown> = {}
  const notTakenOver: Array<NotTakenOver> = []
  for (const [name, value] of values) {
    const taken = read[name]?.(value, values, rules[0] as KohaRule)
    if (taken === undefined) notTakenOver.push({ where: `${scope}: ${name}`, because: "there is no such setting" })
    else if (typeof taken === "string") notTakenOver.push({ where: `${scope}: ${name} = ${value}`, because: taken })
    else Object.assign(set, taken)
  }
  return { set, notTakenOver }
}

/** Koha's ways with closed days by ours. */
export const kohaClosedDays: Readonly<Record<string, string>> = {
  Days: "keep",
  Datedue: "nextOpenDay",
  Calendar: "skipClosed",
  Dayweek: "sameWeekday"
}

type Reader = (value: string, values: Values, scope: KohaRule) => object | string

const count = (value: string): number | "unlimited" | null => {
  if (value === "") return "unlimited"
  return /^\d{1,6}$/.test(value) ? Number(value) : null
}

const counted =
  (setting: string): Reader =>
  (value) => {
    const number = count(value)
    return number === null ? notNumber : { [setting]: number }
  }

const notNumber = "it is not a whole number"

const periodOf =
  (setting: string): Reader =>
  (value, values) => {
    const number = count(value)
    if (number === "unlimited") return "a blank period says nothing"
    if (number === null) return notNumber
    return { [setting]: values.get("lengthunit") === "hours" ? { hours: number } : { days: number } }
  }

const helper: Reader = () => ({})

const read: Readonly<Record<string, Reader>> = {
  issuelength: periodOf("loanPeriod"),
  renewalperiod: periodOf("renewalPeriod"),
  lengthunit: helper,
  renewalsallowed: counted("renewalCountMax"),
  patron_maxissueqty: counted("loanCountMax.all"),
  maxissueqty: (value, values, scope) =>
    counted(scope.itemtype === null ? "loanCountMax.all" : "loanCountMax.perType")(value, values, scope),
  maxonsiteissueqty: counted("loanCountMax.onSite"),
  patron_maxonsiteissueqty: counted("loanCountMax.onSite"),
  // A rule for an item type counts the holds on that type alone.
  reservesallowed: (value, values, scope) =>
    counted(scope.itemtype === null ? "reservationCountMax" : "reservationCountMax.perType")(value, values, scope),
  hold_max_pickup_delay: (value) => {
    const number = count(value)
    return typeof number === "number" ? { pickupDays: number } : "a blank delay says nothing"
  },
  onshelfholds: (value) => ({ reservableOnShelf: value === "1" }),
  holdallowed: (value) => ({ reservable: value !== "not_allowed" && value !== "0" }),
  fine: (value, values) => {
    const period = values.get("chargeperiod") ?? "1"
    if (!/^\d{1,12}(\.\d+)?$/.test(value)) return "it is not an amount"
    if (Number(value) === 0 || period === "0") return { overdueRate: "none" }
    if (period !== "1") return `it is charged every ${period} units`
    const amount = value.replace(/(\.\d*?)0{3,}$/, "$1").replace(/\.$/, "")
    return { overdueRate: { amount, per: values.get("lengthunit") === "hours" ? "hour" : "day" } }
  },
  chargeperiod: helper,
  firstremind: (value, values) => {
    const number = count(value)
    if (typeof number !== "number") return notNumber
    return { overdueGrace: values.get("lengthunit") === "hours" ? { hours: number } : { days: number } }
  },
  overduefinescap: (value) => ({ overdueCap: value === "" ? "unlimited" : value }),
  daysmode: (value) => {
    const closedDays = kohaClosedDays[value]
    if (closedDays !== undefined) return { closedDays }
    return value === "" ? {} : "there is no such way with closed days"
  }
}
