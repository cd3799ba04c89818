import type { PolicyFinding } from "@openshelf/core/policy-review"
import type { DueStepLine, PeriodWords, RulesTexts, WhyTexts } from "./ruleTexts.ts"
import type { Say } from "./texts.ts"

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`

const units: Readonly<Record<string, string>> = {
  minutes: "minute",
  hours: "hour",
  days: "day",
  weeks: "week",
  months: "month"
}

export const periodText = (period: PeriodWords): string => {
  const [name = "", value = ""] = Object.entries(period)[0] ?? []
  if (typeof value === "number") return count(value, units[name] ?? name)
  if (name === "until") return `until ${value}`
  return value === "termEnd"
    ? "until the end of the term"
    : `until the next ${value === "closing" ? "closing" : "opening"}`
}

const stepText = (step: DueStepLine, say: Say): string => {
  const at = say.instant(step.at)
  switch (step.step) {
    case "period":
      return `${step.openDaysOnly ? "Open days alone count: " : ""}${periodText(step.period as PeriodWords)} lead to ${say.day(step.at)}`
    case "schedule":
    case "cap":
      return `The library's schedule says ${step.dueBy}: ${at}`
    case "closedDay":
      return `Closed on that day; moved to ${say.day(step.at)}`
    case "openingHours":
      return `Closed at that hour; moved to ${at}`
    case "closing":
      return `Due when the library closes: ${at}`
    case "endOfDay":
      return `Due at the end of the day: ${at}`
    case "sameTime":
      return `Due at the time of day at which it was lent: ${at}`
    case "readerExpiry":
      return `The membership ends before that: ${at}`
    case "highDemand":
      return `Many are waiting for it, so the loan is shorter: ${at}`
    case "booking":
      return `A booking from ${say.day(step.bookedFromAt ?? step.at)} on decides: ${at}`
    case "lenderDueDate":
      return `The library system that it belongs to wants it back: ${at}`
    case "loanLengthMax":
      return `It may not be kept longer in all: ${at}`
    case "keptDueDate":
      return `The new date would have been earlier; the old one stays: ${at}`
    case "byHand":
      return `Given by staff: ${at}`
    case "calendarChanged":
      return `The opening days were changed: ${at}`
  }
}

const contradictions: Readonly<Record<Extract<PolicyFinding, { readonly kind: "contradiction" }>["of"], string>> = {
  reservableNotLendable: "what is not lent may be reserved",
  reservableNone: "items may be reserved, by readers who may have no reservation",
  pickupShelfOverReservation: "a copy is kept on the pickup shelf for longer than a reservation waits",
  pickupReminderBeforeShelf:
    "a reminder of the pickup shelf would be due before a copy stands there, so nobody is reminded",
  pickupShelfWithoutTime: "what is reserved waits for no time on the pickup shelf",
  overdueCapUnderRate: "the most that lateness may cost is less than its first unit of time",
  overdueTiersWithHole: "some days or hours between two tiers of the overdue charge cost nothing",
  graceTimeWithoutGrace: "closed days would use up a grace that no row gives",
  suspensionMaxUnderUnit: "the longest suspension is shorter than that for the first unit late",
  suspensionBlocksNothing: "a suspension stops its reader from nothing",
  suspensionWithoutDays: "how a suspension is counted is said, but no row gives one",
  autoRenewalForbidden: "loans renew themselves that may not be renewed",
  renewalLongerThanLoanMay: "a loan or renewal lasts longer than a loan with all its renewals may",
  highDemandLeastOverPeriod: "the shortest loan while many wait is longer than a loan is then",
  renewalPeriodUnderSchedule: "a renewal has a length of its own, but a schedule says when it is due",
  partLimitOverWhole: "the limit on a part admits more than the limit on the whole"
}

const exampleText = (example: Readonly<Record<string, unknown>>): string => {
  const fields = Object.entries(example)
  return fields.length === 0
    ? "in every case"
    : `for ${fields.map(([name, value]) => `${name} ${value === null ? "unknown" : String(value)}`).join(", ")}`
}

const findingText = (finding: PolicyFinding): string => {
  switch (finding.kind) {
    case "rowNeverMatches":
      return `Row “${finding.row}” never applies: its conditions exclude each other.`
    case "rowSetsNothing":
      return `Row “${finding.row}” sets nothing.`
    case "settingNeverWins":
      return `Row “${finding.row}” never decides ${finding.setting}: row “${finding.behind}” goes first.`
    case "settingNeverSet":
      return `No row sets ${finding.setting}: whatever needs it is refused.`
    case "hole":
      return `No row sets ${finding.setting} ${exampleText(finding.example)}: it is refused there.`
    case "holesUndecided":
      return `${finding.setting} is set under conditions only, too many to say whether they cover every case.`
    case "overlap":
      return `Rows “${finding.row}” and “${finding.other}” both set ${finding.setting} ${exampleText(finding.example)}: only their order decides.`
    case "overlapsUndecided":
      return "There are more rows than were compared: further overlaps may exist."
    case "contradictionsUndecided":
      return "There are more rows than were tried: further contradictions may exist."
    case "transferCostMissing":
      return `The table of costs does not say what the way from “${finding.from}” to “${finding.to}” costs: it counts as ${finding.cost}.`
    case "transferCostsUndecided":
      return "The table of costs may leave out more ways than are told here."
    case "branchUnknown":
      return `The calendar knows no branch “${finding.branch}” (${finding.at}).`
    case "contradiction":
      return `Rows ${finding.rows.map((row) => `“${row}”`).join(" and ")}: ${contradictions[finding.of]}.`
  }
}

export const enWhy: WhyTexts = {
  ask: "Why?",
  askOne: (title) => `Why is ${title} due then?`,
  title: "Why it is due then",
  step: stepText,
  change: {
    lent: "Lent, due",
    renewed: "Renewed, due",
    byHand: "Changed by staff, due",
    calendarChanged: "Opening days changed, due"
  },
  because: (reason) => `Reason: ${reason}`,
  changes: "What happened",
  rules: (version) => `Rules that gave it (version ${version})`,
  row: (row, note) => note ?? `Row “${row}”`,
  newDate: "Change date",
  newDateOne: (title) => `Change date of ${title}`,
  day: "New due date",
  reason: "Reason for the new date",
  change1: "Change it",
  changed: (title, due) => `${title}: now due ${due}`,
  notChanged: (title) => `Due date not changed: ${title}`
}

export const enRules: RulesTexts = {
  mode: "Rules",
  title: "Rules of the library",
  versions: "Versions",
  version: (version) => `Version ${version}`,
  held: "– in force now",
  from: (instant, by) => `in force from ${instant}, published by ${by}`,
  edit: "Draft of the rules",
  editHelp: "Change the text, or open a file. It is checked while you write; nothing holds before you publish it.",
  file: "Open a file",
  checking: "Checking …",
  sound: "The draft can be published.",
  problems: (n) => `${count(n, "mistake")}: the draft cannot be published`,
  at: (line, path) => (path === "" ? `Line ${line}` : `Line ${line}, ${path}`),
  wholeText: "The whole text",
  meant: (suggestion) => `did you mean “${suggestion}”?`,
  findings: (n) => `${count(n, "thing")} you may not have meant`,
  finding: findingText,
  tryOut: "Try it out",
  tryHelp: "Choose a reader and an item: what would be decided now, and what under the draft? Nothing is lent.",
  card: "Card of a reader",
  item: "Barcode of an item",
  action: "What is asked for",
  actions: { checkOut: "Lend it", renew: "Renew it" },
  when: "At",
  whenHelp: "Left empty: now.",
  try: "Try",
  now: "Rules in force",
  draft: "Draft",
  allowed: (due) => `Allowed, due ${due}`,
  refused: "Refused",
  lifted: (permission) => `Can be lifted by staff with the permission ${permission}.`,
  decisive: "Which rows decide",
  won: (row) => `“${row}” decides`,
  lost: (row, by) => `“${row}” applies too, but comes second (${by})`,
  noMatch: (row, criteria) => `“${row}” does not apply (${criteria})`,
  noneSets: "no row says",
  publish: "Publish",
  publishHelp: "Loans that were made keep the rules they were made under.",
  validFrom: "In force from",
  sure: "I have tried the draft and want it to hold.",
  publishNow: "Publish the draft",
  published: (version) => `Published as version ${version}`,
  notPublished: "Not published"
}
