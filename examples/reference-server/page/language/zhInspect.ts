import type { CostUntoldText, InspectTexts } from "./inspectTexts.ts"

export const zhInspect: InspectTexts = {
  mode: "破损归还",
  help: "请在归还之前扫描。确认之前不会办理任何事项。",
  found: "发现了什么？",
  damage: "损坏",
  missing: "缺失或毁坏",
  sound: "没有",
  counted: { perPage: "页数", perSpot: "处数" },
  pieces: "件数",
  countOf: (kind, counted) => `${kind}：${counted}`,
  kind: (code) => kinds[code] ?? code,
  grade: (code) => grades[code] ?? code,
  part: (code) => parts[code] ?? code,
  conduct: "如何造成？",
  conducts: { accident: "意外", onPurpose: "故意", theft: "盗窃", noFault: "非读者过失" },
  note: "备注（供同事查看）",
  photo: "照片网址",
  charge: "向读者收费",
  lastLoan: "由上一位读者承担",
  becomes: "之后",
  becoming: { stays: "继续外借", inRepair: "送去修补", withdrawn: "注销" },
  asked: {
    choice: (what, min, max, unit) => `${what}：${min} 至 ${max}（${units[unit] ?? unit}）`,
    repairCost: "修补费用是多少？",
    estimate: "这件馆藏估价多少？"
  },
  nothingNew: "请选择发现的损坏。以前已登记的不会重复收费。",
  amount: "赔偿金额",
  costs: (amount) => `向读者收取 ${amount}。`,
  suspended: (until) => `读者停借至 ${until}。`,
  late: (amount) => `另加逾期费 ${amount}。`,
  notCharged: "只作登记，不收费。",
  how: "金额的计算过程",
  step: (name, how) => `${steps[name] ?? parts[name] ?? name}：${how}`,
  larger: (a, b) => `${a} 与 ${b} 中较大者`,
  smaller: (a, b) => `${a} 与 ${b} 中较小者`,
  rounded: (amount) => `取整后：${amount}`,
  chosenBy: (who) => `由 ${who} 选定`,
  confirm: "归还并保存",
  confirmOnLoan: "保存",
  done: (title, amount) => `《${title}》：已登记损坏，收费 ${amount}`,
  doneFree: (title) => `《${title}》：已登记，未收费`,
  notDone: (title) => `未办理：《${title}》`
}

const kinds: Readonly<Record<string, string>> = {
  stain: "污渍",
  soiled: "污渍",
  writing: "涂写、勾画",
  marks: "涂写、勾画",
  tear: "撕裂",
  water: "水渍",
  cover: "封面损坏",
  pages: "缺页",
  damaged: "损坏"
}

const grades: Readonly<Record<string, string>> = {
  light: "轻微",
  heavy: "严重",
  mendable: "可修补",
  repairable: "可修补",
  rebindable: "可重新装订",
  readable: "仍可阅读",
  lendable: "仍可外借",
  marked: "有勾画",
  stained: "有污渍",
  clear: "明显",
  cut: "被裁剪",
  unusable: "无法再使用"
}

const parts: Readonly<Record<string, string>> = {
  barcode: "条码",
  strip: "磁条",
  chip: "芯片",
  disc: "光盘",
  map: "地图",
  case: "盒套"
}

const units: Readonly<Record<string, string>> = { percent: "百分之几", amount: "金额", factor: "价格的倍数" }

const steps: Readonly<Record<string, string>> = {
  price: "价格",
  "price of the set": "全套价格",
  basis: "计价依据",
  damage: "损坏",
  amount: "单价",
  percent: "百分比",
  factor: "倍数",
  hundred: "一百",
  share: "比例",
  pages: "页数",
  spots: "处数",
  parts: "件数",
  value: "价值",
  total: "合计",
  processing: "加工费",
  binding: "装订费",
  overdue: "逾期费",
  minimum: "下限",
  maximum: "上限",
  cap: "上限",
  rate: "汇率",
  "repair cost": "修补费",
  "what is worse": "新增部分",
  "nothing to pay": "无需付费",
  years: "年数",
  "years of life": "使用年限",
  "share gone": "已折旧比例",
  "share left": "剩余比例",
  whole: "全部",
  floor: "最低比例"
}

export const zhCostUntold: CostUntoldText = ({ because, at, details }) => {
  const reason = reasons[because]
  return reason === undefined
    ? `金额尚无法计算：${[because, at, ...Object.values(details)].filter((text) => text !== "").join("，")}。`
    : `金额尚无法计算：${reason(details)}`
}

const reasons: Readonly<Record<string, (details: Readonly<Record<string, string>>) => string>> = {
  BasisMissing: () => "没有这件馆藏的价格。",
  RepairCostMissing: () => "没有填写修补费用。",
  RateMissing: ({ currency }) => `没有 ${currency} 的汇率。`,
  ChoiceNeeded: ({ min, max }) => `请在 ${min} 至 ${max} 之间选定。`,
  ChoiceOutside: ({ chosen, min, max }) => `${chosen} 不在 ${min} 至 ${max} 之间。`,
  DamageKindUnknown: ({ kind = "" }) => `馆规没有规定这种损坏的赔偿：${kinds[kind] ?? kind}。`,
  GradeUnknown: ({ grade = "" }) => `馆规没有规定这种程度的赔偿：${grades[grade] ?? grade}。`,
  PartUnknown: ({ part = "" }) => `馆规没有规定这个部件的价格：${parts[part] ?? part}。`
}
