import type { CriterionName } from "../form/criteria.ts"
import type { LimitSetting } from "../form/limitSettingNames.ts"

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
  }
  /** How many at once, of what the limit of this name counts. */
  readonly limits: Readonly<Record<LimitSetting, (name: string) => string>>
  readonly supposed: (facts: string) => string
  readonly criteria: Readonly<Record<CriterionName, string>>
  readonly noneOf: (values: string) => string
  readonly range: (min: number | undefined, max: number | undefined) => string
  readonly yes: string
  readonly no: string
  readonly only: (label: string, itemTypes: string) => string
  readonly furtherRules: string
  readonly notSet: string
  readonly unlimited: string
  readonly forLife: string
  readonly none: string
  readonly lent: string
  readonly notLent: string
  readonly onSiteOnly: string
  readonly ageMin: (text: string, years: number) => string
  readonly costs: (text: string, amount: string, unit: string) => string
  readonly deposit: (text: string, amount: string) => string
  readonly notRenewable: string
  readonly free: string
  readonly notReservable: string
  readonly items: (count: number) => string
  readonly months: (count: number) => string
  readonly times: (count: number | "unlimited", period: string | null) => string
  readonly latest: (text: string, schedule: string) => string
  readonly earliest: (text: string, schedule: string) => string
  readonly pickup: (days: number) => string
  readonly reserving: (text: string, amount: string) => string
  readonly waits: (text: string, days: number) => string
  readonly reservationCount: (count: number) => string
  /** Names of units of time, with the number before them. */
  readonly units: Readonly<Record<"minutes" | "hours" | "days" | "weeks" | "months", (count: number) => string>>
  readonly until: (day: string) => string
  /** What the cost of lending counts. */
  readonly charged: Readonly<Record<"loan" | "hour" | "day", string>>
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
      reservations: "Reservations at once"
    },
    limits: {
      loanCountMax: (name) => `Loans at once: ${name}`,
      reservationCountMax: (name) => `Reservations at once: ${name}`
    },
    supposed: (facts) => `Where nothing else is said: ${facts}.`,
    criteria: {
      readerCategory: "readers",
      itemType: "items",
      branch: "branch",
      branchGroup: "branches",
      library: "library",
      collection: "collection",
      location: "location",
      format: "form",
      language: "language",
      readerAge: "age",
      itemAgeDays: "days since acquired",
      waiting: "reservations waiting",
      isRenewal: "renewal",
      onSite: "in the building",
      recalled: "recalled",
      readerHome: "at the reader's own branch",
      readerNear: "at a branch of the reader's own library"
    },
    noneOf: (values) => `not ${values}`,
    range: (min, max) => (min === undefined ? `up to ${max}` : max === undefined ? `from ${min}` : `${min} to ${max}`),
    yes: "yes",
    no: "no",
    only: (label, itemTypes) => `${label} (${itemTypes})`,
    furtherRules: "Other rules may hold in these cases",
    notSet: "not settled",
    unlimited: "any number",
    forLife: "without end",
    none: "nothing",
    lent: "lent",
    notLent: "not lent",
    onSiteOnly: "in the building only",
    ageMin: (text, years) => `${text}, from the age of ${years}`,
    costs: (text, cost, unit) => `${text}, ${cost} per ${unit}`,
    deposit: (text, money) => `${text}, deposit ${money}`,
    notRenewable: "not renewable",
    free: "free",
    notReservable: "not reservable",
    items: counted("item", "items"),
    months: counted("month", "months"),
    times: (count, period) =>
      `${count === "unlimited" ? "any number" : counted("time", "times")(count)}${period === null ? "" : `, ${period} each`}`,
    latest: (text, schedule) => `${text}, at the latest ${schedule}`,
    earliest: (text, schedule) => `${text}, at the earliest ${schedule}`,
    pickup: (days) => `yes, kept ${counted("day", "days")(days)}`,
    reserving: (text, money) => `${text}, ${money} per reservation`,
    waits: (text, days) => `${text}, waiting at most ${counted("day", "days")(days)}`,
    reservationCount: (count) => String(count),
    units: {
      minutes: counted("minute", "minutes"),
      hours: counted("hour", "hours"),
      days: counted("day", "days"),
      weeks: counted("week", "weeks"),
      months: counted("month", "months")
    },
    until: (day) => `until ${day}`,
    to: { termEnd: "to the end of the term", closing: "to closing time", nextOpening: "overnight" },
    charged: { loan: "loan", hour: "hour", day: "day" }
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
      reservations: "同时预约"
    },
    limits: {
      loanCountMax: (name) => `同时借阅：${name}`,
      reservationCountMax: (name) => `同时预约：${name}`
    },
    supposed: (facts) => `除另有说明外，以下按${facts} 的文献列出。`,
    criteria: {
      readerCategory: "读者类别",
      itemType: "文献类型",
      branch: "分馆",
      branchGroup: "分馆组",
      library: "所属图书馆",
      collection: "馆藏",
      location: "架位",
      format: "载体",
      language: "语种",
      readerAge: "读者年龄",
      itemAgeDays: "入藏天数",
      waiting: "等候预约数",
      isRenewal: "续借",
      onSite: "馆内使用",
      recalled: "已催还",
      readerHome: "在读者所属分馆",
      readerNear: "在读者所属图书馆的分馆"
    },
    noneOf: (values) => `除 ${values} 外`,
    range: (min, max) =>
      min === undefined ? `${max} 及以下` : max === undefined ? `${min} 及以上` : `${min} 至 ${max}`,
    yes: "是",
    no: "否",
    only: (label, itemTypes) => `${label}（${itemTypes}）`,
    furtherRules: "以下情形另有规定",
    notSet: "未规定",
    unlimited: "不限",
    forLife: "长期",
    none: "零",
    lent: "可外借",
    notLent: "不外借",
    onSiteOnly: "仅限馆内使用",
    ageMin: (text, years) => `${text}，须年满 ${years} 岁`,
    costs: (text, cost, unit) => `${text}，每${unit} ${cost}`,
    deposit: (text, money) => `${text}，押金 ${money}`,
    notRenewable: "不可续借",
    free: "不收费",
    notReservable: "不可预约",
    items: (count) => `${count} 册（件）`,
    months: (count) => `${count} 个月`,
    times: (count, period) =>
      `${count === "unlimited" ? "不限次数" : `${count} 次`}${period === null ? "" : `，每次 ${period}`}`,
    latest: (text, schedule) => `${text}，最迟 ${schedule}`,
    earliest: (text, schedule) => `${text}，最早 ${schedule}`,
    pickup: (days) => `可预约，保留 ${days} 天`,
    reserving: (text, money) => `${text}，每次预约 ${money}`,
    waits: (text, days) => `${text}，最多等候 ${days} 天`,
    reservationCount: (count) => `${count} 个`,
    units: {
      minutes: (count) => `${count} 分钟`,
      hours: (count) => `${count} 小时`,
      days: (count) => `${count} 天`,
      weeks: (count) => `${count} 周`,
      months: (count) => `${count} 个月`
    },
    until: (day) => `至 ${day}`,
    to: { termEnd: "至学期末", closing: "当日闭馆前", nextOpening: "过夜，次日开馆时归还" },
    charged: { loan: "次", hour: "小时", day: "天" }
  }
}
