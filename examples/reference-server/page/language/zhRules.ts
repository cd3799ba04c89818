import type { PolicyFinding } from "@openshelf/core/policy-review"
import type { DueStepLine, PeriodWords, RulesTexts, WhyTexts } from "./ruleTexts.ts"
import type { Say } from "./texts.ts"

const units: Readonly<Record<string, string>> = {
  minutes: "分钟",
  hours: "小时",
  days: "天",
  weeks: "周",
  months: "个月"
}

export const periodText = (period: PeriodWords): string => {
  const [name = "", value = ""] = Object.entries(period)[0] ?? []
  if (typeof value === "number") return `${value} ${units[name] ?? name}`
  if (name === "until") return `至 ${value}`
  return value === "termEnd" ? "至学期结束" : value === "closing" ? "至闭馆" : "至下次开馆"
}

const stepText = (step: DueStepLine, say: Say): string => {
  const at = say.instant(step.at)
  switch (step.step) {
    case "period":
      return `借期${step.openDaysOnly ? "（只计开馆日）" : ""} ${periodText(step.period as PeriodWords)}，至 ${say.day(step.at)}`
    case "schedule":
    case "cap":
      return `本馆还书日程规定 ${step.dueBy}：${at}`
    case "closedDay":
      return `当日闭馆，改为 ${say.day(step.at)}`
    case "openingHours":
      return `当时不开馆，改为 ${at}`
    case "closing":
      return `当日闭馆时到期：${at}`
    case "endOfDay":
      return `当日结束时到期：${at}`
    case "sameTime":
      return `与借出时刻相同：${at}`
    case "readerExpiry":
      return `读者证在此之前到期：${at}`
    case "highDemand":
      return `预约者较多，借期缩短：${at}`
    case "booking":
      return `已预订，从 ${say.day(step.bookedFromAt ?? step.at)} 起：${at}`
    case "lenderDueDate":
      return `所属图书馆系统要求归还：${at}`
    case "loanLengthMax":
      return `已达总借期上限：${at}`
    case "keptDueDate":
      return `新日期更早，保留原日期：${at}`
    case "byHand":
      return `工作人员指定：${at}`
    case "calendarChanged":
      return `开馆日有变动：${at}`
  }
}

const contradictions: Readonly<Record<Extract<PolicyFinding, { readonly kind: "contradiction" }>["of"], string>> = {
  reservableNotLendable: "不外借的馆藏却可预约",
  reservableNone: "馆藏可预约，读者却不得预约",
  pickupShelfOverReservation: "预约到馆后的保留天数长于预约的有效天数",
  pickupReminderBeforeShelf: "取书提醒的时间早于图书到馆，因此从不发出",
  pickupShelfWithoutTime: "预约到馆后没有保留时间",
  overdueCapUnderRate: "逾期费上限低于首个计时单位的费用",
  overdueTiersWithHole: "分段逾期费之间有空缺，空缺部分不收费",
  graceTimeWithoutGrace: "规定了宽限期的计算方式，却没有宽限期",
  suspensionMaxUnderUnit: "停借天数上限少于逾期一个计算单位的停借天数",
  suspensionBlocksNothing: "停借不限制任何服务",
  suspensionWithoutDays: "规定了停借的计算方式，却没有停借规定",
  autoRenewalForbidden: "不可续借的借阅却会自动续借",
  renewalLongerThanLoanMay: "借期或续借期超过总借期上限",
  highDemandLeastOverPeriod: "预约多时的最短借期长于当时的借期",
  renewalPeriodUnderSchedule: "续借有自己的期限，但日程已规定还书日",
  partLimitOverWhole: "部分的上限高于全部的上限"
}

const exampleText = (example: Readonly<Record<string, unknown>>): string => {
  const fields = Object.entries(example)
  return fields.length === 0
    ? "任何情形下"
    : `在 ${fields.map(([name, value]) => `${name} ${value === null ? "未知" : String(value)}`).join("、")} 时`
}

const findingText = (finding: PolicyFinding): string => {
  switch (finding.kind) {
    case "rowNeverMatches":
      return `规则“${finding.row}”永不适用：条件互相矛盾。`
    case "rowSetsNothing":
      return `规则“${finding.row}”没有规定任何内容。`
    case "settingNeverWins":
      return `规则“${finding.row}”的 ${finding.setting} 永不生效：“${finding.behind}”总在其前。`
    case "settingNeverSet":
      return `没有规则规定 ${finding.setting}：需要它的办理都会被拒绝。`
    case "hole":
      return `${exampleText(finding.example)}，没有规则规定 ${finding.setting}，会被拒绝。`
    case "holesUndecided":
      return `${finding.setting} 只在某些条件下有规定，条件过多，无法判断是否覆盖全部情形。`
    case "overlap":
      return `${exampleText(finding.example)}，规则“${finding.row}”与“${finding.other}”都规定了 ${finding.setting}，只由先后次序决定。`
    case "overlapsUndecided":
      return "规则过多，未能全部比较，可能还有重叠。"
    case "contradictionsUndecided":
      return "规则过多，未能全部试过，可能还有矛盾。"
    case "transferCostMissing":
      return `运送成本表没有“${finding.from}”到“${finding.to}”的成本，按 ${finding.cost} 计。`
    case "transferCostsUndecided":
      return "运送成本表可能还缺更多路线的成本，未能全部列出。"
    case "branchUnknown":
      return `日历中没有分馆“${finding.branch}”（${finding.at}）。`
    case "contradiction":
      return `规则${finding.rows.map((row) => `“${row}”`).join("与")}：${contradictions[finding.of]}。`
  }
}

export const zhWhy: WhyTexts = {
  ask: "为何？",
  askOne: (title) => `《${title}》为何此时到期？`,
  title: "应还时间的由来",
  step: stepText,
  change: {
    lent: "借出，应还",
    renewed: "续借，应还",
    byHand: "工作人员更改，应还",
    calendarChanged: "开馆日变动，应还"
  },
  because: (reason) => `理由：${reason}`,
  changes: "经过",
  rules: (version) => `所依据的馆规（第 ${version} 版）`,
  row: (row, note) => note ?? `规则“${row}”`,
  newDate: "改期",
  newDateOne: (title) => `改期：《${title}》`,
  day: "新的应还日期",
  reason: "改期理由",
  change1: "确认更改",
  changed: (title, due) => `《${title}》应还时间改为 ${due}`,
  notChanged: (title) => `未更改应还日期：${title}`
}

export const zhRules: RulesTexts = {
  mode: "馆规",
  title: "本馆馆规",
  versions: "历次版本",
  version: (version) => `第 ${version} 版`,
  held: "（现行）",
  from: (instant, by) => `自 ${instant} 起生效，发布者 ${by}`,
  edit: "馆规草案",
  editHelp: "可直接修改文字，或打开文件。边写边检查，发布之前不会生效。",
  file: "打开文件",
  checking: "正在检查……",
  sound: "草案可以发布。",
  problems: (n) => `有 ${n} 处错误，草案不能发布`,
  at: (line, path) => (path === "" ? `第 ${line} 行` : `第 ${line} 行，${path}`),
  wholeText: "全文",
  meant: (suggestion) => `是否应为“${suggestion}”？`,
  findings: (n) => `有 ${n} 处可能并非本意`,
  finding: findingText,
  tryOut: "试用草案",
  tryHelp: "选一位读者和一件馆藏，看现行馆规与草案各会如何决定。不会真的借出。",
  card: "读者的证号",
  item: "馆藏的条码",
  action: "办理事项",
  actions: { checkOut: "借出", renew: "续借" },
  when: "时间",
  whenHelp: "留空即为现在。",
  try: "试一试",
  now: "现行馆规",
  draft: "草案",
  allowed: (due) => `可以办理，应还 ${due}`,
  refused: "不予办理",
  lifted: (permission) => `有 ${permission} 权限的工作人员可以破例。`,
  decisive: "由哪些规则决定",
  won: (row) => `由“${row}”决定`,
  lost: (row, by) => `“${row}”也适用，但排在其后（${by}）`,
  noMatch: (row, criteria) => `“${row}”不适用（${criteria}）`,
  noneSets: "没有规则规定",
  publish: "发布",
  publishHelp: "已借出的馆藏仍按借出时的馆规。",
  validFrom: "生效时间",
  sure: "我已试用草案，确定让它生效。",
  publishNow: "发布草案",
  published: (version) => `已发布为第 ${version} 版`,
  notPublished: "未发布"
}
