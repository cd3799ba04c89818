/** Languages in which regulations are printed. */
export type RegulationLanguage = "en" | "zh"

interface Words {
  readonly regulations: string
  readonly itemTypes: string
  readonly columns: {
    readonly lending: string
    readonly loanPeriod: string
    readonly renewals: string
    readonly overdue: string
    readonly reservation: string
  }
  readonly terms: {
    readonly membership: string
    readonly debt: string
    readonly reservations: string
    readonly limit: (name: string) => string
  }
  readonly furtherRules: string
  readonly notSet: string
  readonly unlimited: string
  readonly forLife: string
  readonly none: string
  readonly lent: string
  readonly notLent: string
  readonly notRenewable: string
  readonly free: string
  readonly notReservable: string
  readonly items: (count: number) => string
  readonly months: (count: number) => string
  readonly times: (count: number | "unlimited", period: string | null) => string
  readonly pickup: (days: number) => string
  readonly reservationCount: (count: number) => string
  /** Names of units of time, with the number before them. */
  readonly units: Readonly<Record<"minutes" | "hours" | "days" | "weeks" | "months", (count: number) => string>>
  readonly until: (day: string) => string
  readonly to: Readonly<Record<"termEnd" | "closing" | "nextOpening", string>>
}

const counted =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`

export const regulationWords: Readonly<Record<RegulationLanguage, Words>> = {
  en: {
    regulations: "Regulations",
    itemTypes: "Items",
    columns: {
      lending: "Lending",
      loanPeriod: "Loan period",
      renewals: "Renewals",
      overdue: "Overdue",
      reservation: "Reservation"
    },
    terms: {
      membership: "Membership",
      debt: "May owe and still borrow",
      reservations: "Reservations at once",
      limit: (name) => `Loans at once: ${name}`
    },
    furtherRules: "Other rules may hold in these cases",
    notSet: "not settled",
    unlimited: "any number",
    forLife: "without end",
    none: "nothing",
    lent: "lent",
    notLent: "not lent",
    notRenewable: "not renewable",
    free: "free",
    notReservable: "not reservable",
    items: counted("item", "items"),
    months: counted("month", "months"),
    times: (count, period) =>
      `${count === "unlimited" ? "any number" : counted("time", "times")(count)}${period === null ? "" : `, ${period} each`}`,
    pickup: (days) => `yes, kept ${counted("day", "days")(days)}`,
    reservationCount: (count) => String(count),
    units: {
      minutes: counted("minute", "minutes"),
      hours: counted("hour", "hours"),
      days: counted("day", "days"),
      weeks: counted("week", "weeks"),
      months: counted("month", "months")
    },
    until: (day) => `until ${day}`,
    to: { termEnd: "to the end of the term", closing: "to closing time", nextOpening: "overnight" }
  },
  zh: {
    regulations: "借阅规则",
    itemTypes: "文献类型",
    columns: {
      lending: "外借",
      loanPeriod: "借期",
      renewals: "续借",
      overdue: "逾期费",
      reservation: "预约"
    },
    terms: {
      membership: "读者证有效期",
      debt: "欠费不超过此数仍可借阅",
      reservations: "同时预约",
      limit: (name) => `同时借阅：${name}`
    },
    furtherRules: "以下情形另有规定",
    notSet: "未规定",
    unlimited: "不限",
    forLife: "长期",
    none: "零",
    lent: "可外借",
    notLent: "不外借",
    notRenewable: "不可续借",
    free: "不收费",
    notReservable: "不可预约",
    items: (count) => `${count} 册（件）`,
    months: (count) => `${count} 个月`,
    times: (count, period) =>
      `${count === "unlimited" ? "不限次数" : `${count} 次`}${period === null ? "" : `，每次 ${period}`}`,
    pickup: (days) => `可预约，保留 ${days} 天`,
    reservationCount: (count) => `${count} 个`,
    units: {
      minutes: (count) => `${count} 分钟`,
      hours: (count) => `${count} 小时`,
      days: (count) => `${count} 天`,
      weeks: (count) => `${count} 周`,
      months: (count) => `${count} 个月`
    },
    until: (day) => `至 ${day}`,
    to: { termEnd: "至学期末", closing: "当日闭馆前", nextOpening: "过夜，次日开馆时归还" }
  }
}
