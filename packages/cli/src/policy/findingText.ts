import type { PolicyFinding } from "@openshelf/core/policy-review"

/** A finding of `checkPolicy` in one line for people. */
export const findingText = (finding: PolicyFinding): string => {
  switch (finding.kind) {
    case "rowNeverMatches":
      return `row ${quoted(finding.row)} matches nothing: its conditions exclude each other`
    case "rowSetsNothing":
      return `row ${quoted(finding.row)} sets nothing`
    case "settingNeverWins":
      return `row ${quoted(finding.row)} never decides ${finding.setting}: row ${quoted(finding.behind)} goes first wherever it matches`
    case "settingNeverSet":
      return `no row sets ${finding.setting}: what needs it is always refused`
    case "hole":
      return `no row sets ${finding.setting} for ${caseText(finding.example)}: what needs it is refused there`
    case "holesUndecided":
      return `${finding.setting} is set under conditions only, too many to say whether they cover every case`
    case "overlap":
      return `rows ${quoted(finding.row)} and ${quoted(finding.other)} both set ${finding.setting} for ${caseText(finding.example)}: only their order decides`
    case "overlapsUndecided":
      return "there are more pairs of rows than were compared: further overlaps may exist"
    case "contradictionsUndecided":
      return "there are more pairs of rows than were tried: further contradictions may exist"
    case "transferCostMissing":
      return `transfers.costs does not say what the way from ${quoted(finding.from)} to ${quoted(finding.to)} costs: it counts as ${finding.cost}`
    case "transferCostsUndecided":
      return "there are more ways than are told that transfers.costs leaves out, or more than were looked at: transfers.otherwise says what any of them costs"
    case "branchUnknown":
      return `${finding.at}: the calendar knows no branch ${quoted(finding.branch)}`
    case "contradiction":
      return `${contradictions[finding.of]} (rows ${finding.rows.map(quoted).join(" and ")}), for ${caseText(finding.example)}`
  }
}

const contradictions: Readonly<Record<Extract<PolicyFinding, { readonly kind: "contradiction" }>["of"], string>> = {
  reservableNotLendable: "what is not lent may be reserved",
  reservableNone: "items may be reserved, by readers who may have no reservation",
  pickupShelfOverReservation: "a copy is kept on the pickup shelf for longer than a reservation waits",
  pickupReminderBeforeShelf:
    "a reminder of the pickup shelf would be due before a copy stands there, so nobody is reminded",
  pickupShelfWithoutTime: "what is reserved waits for no time on the pickup shelf",
  overdueCapUnderRate: "the most that lateness may cost is less than its first unit",
  overdueTiersWithHole: "units late between two tiers cost nothing",
  graceTimeWithoutGrace: "it says what time uses up a grace that no row gives",
  suspensionMaxUnderUnit: "the longest suspension is shorter than that for one unit late",
  suspensionBlocksNothing: "a suspension stops its reader from nothing",
  suspensionWithoutDays: "it says how a suspension is counted, and no row gives one",
  autoRenewalForbidden: "loans are renewed by themselves that may not be renewed",
  renewalLongerThanLoanMay: "a loan or renewal lasts longer than a loan with all its renewals may",
  highDemandLeastOverPeriod: "the least that a loan lasts while many wait is more than it lasts then",
  renewalPeriodUnderSchedule: "a renewal has a period of its own, but is due when a schedule says",
  partLimitOverWhole: "the limit on a part admits more than the limit on the whole"
}

const quoted = (text: string): string => JSON.stringify(text)

const caseText = (example: Readonly<Record<string, unknown>>): string => {
  const fields = Object.entries(example)
  if (fields.length === 0) return "any case"
  return fields
    .map(([name, value]) => `${name} ${value === null ? "any other, or not known" : quoted(String(value))}`)
    .join(", ")
}
