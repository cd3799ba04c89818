import type { CompiledPolicy, ResolvedSettings } from "../compiled/compilePolicy.ts"
import { limitsOf } from "../compiled/limits.ts"
import { type PolicyContext, unknownContext } from "../form/criteria.ts"
import { limitSettingPrefix, type SettingName } from "../form/settings.ts"
import { type ExampleCase, exampleCase } from "./exampleCase.ts"
import { penaltyRules } from "./penaltyRules.ts"
import type { ContradictionName, Rule } from "./rule.ts"

/** Two settings of one case of which one leaves the other without effect. */
export interface Contradiction {
  readonly kind: "contradiction"
  readonly of: ContradictionName
  readonly settings: readonly [SettingName, SettingName]
  /** The rows that set them. */
  readonly rows: readonly [string, string]
  readonly example: ExampleCase
}

const rules: ReadonlyArray<Rule> = [
  {
    of: "reservableNotLendable",
    settings: ["lendable", "reservable"],
    holds: (case_) => case_.get("lendable") === false && case_.get("reservable") === true
  },
  {
    of: "reservableNone",
    settings: ["reservable", "reservationCountMax"],
    holds: (case_) => case_.get("reservable") === true && case_.get("reservationCountMax") === 0
  },
  {
    of: "pickupShelfWithoutTime",
    settings: ["reservable", "pickupDays"],
    holds: (case_) => case_.get("reservable") === true && case_.get("pickupDays") === 0
  }
]

const autoRenewal = (setting: "renewable" | "renewalCountMax", forbids: (value: unknown) => boolean): Rule => ({
  of: "autoRenewalForbidden",
  settings: ["autoRenew", setting],
  holds: (case_) => case_.get("autoRenew") === true && forbids(case_.get(setting))
})

const longer = (
  of: ContradictionName,
  one: "renewalPeriod" | "loanPeriod" | "highDemandPeriodMin",
  other: "loanLengthMax" | "highDemandPeriod"
): Rule => ({
  of,
  settings: [one, other],
  holds: (case_) => {
    const [length, most] = [hoursIn(case_.get(one)), hoursIn(case_.get(other))]
    return length !== null && most !== null && length > most
  }
})

/** Hours of a length of time, if it is one of fixed length. */
const hoursIn = (period: object | undefined): number | null => {
  const [unit, count] = Object.entries(period ?? {})[0] ?? []
  const hours = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168 }[unit ?? ""]
  return hours === undefined ? null : hours * (count as number)
}

const renewalRules: ReadonlyArray<Rule> = [
  autoRenewal("renewable", (value) => value === false),
  autoRenewal("renewalCountMax", (value) => value === 0),
  longer("renewalLongerThanLoanMay", "renewalPeriod", "loanLengthMax"),
  longer("renewalLongerThanLoanMay", "loanPeriod", "loanLengthMax"),
  longer("highDemandLeastOverPeriod", "highDemandPeriodMin", "highDemandPeriod"),
  {
    of: "renewalPeriodUnderSchedule",
    settings: ["renewalPeriod", "dueSchedule"],
    holds: (case_) =>
      case_.get("renewalPeriod") !== undefined &&
      case_.get("dueSchedule") !== undefined &&
      (case_.get("dueScheduleUse") ?? "exactly") === "exactly"
  }
]

/** Contradictions in the case of each row and of each limit: one that they match. Each is told once. */
export const contradictionsOf = (policy: CompiledPolicy): ReadonlyArray<Contradiction> => {
  const told = new Map<string, Contradiction>()
  for (const example of cases(policy)) {
    const resolved = policy.resolve({ ...anyCase, ...example })
    for (const { of, settings } of found(policy, resolved)) {
      // The rows that set them are the finding, whatever third row's case shows it.
      const rows = settings.map((name) => resolved.row(name) ?? "") as [string, string]
      const key = JSON.stringify([of, ...rows])
      if (!told.has(key)) told.set(key, { kind: "contradiction", of, settings, rows, example })
    }
  }
  return [...told.values()]
}

const cases = ({ ranked, document }: CompiledPolicy): ReadonlyArray<ExampleCase> => [
  ...ranked.flatMap(({ conditions }) => exampleCase(conditions) ?? []),
  ...[...limitsOf(document).values()].map(({ conditions }) =>
    Object.fromEntries(
      conditions.map(({ field, anyOf: [match] }) => [field, match?.kind === "oneOf" ? [...match.values][0] : null])
    )
  )
]

const anyCase: PolicyContext = {
  ...unknownContext,
  isRenewal: false,
  onSite: false,
  waiting: 0,
  readerHome: "same",
  readerNear: true
}

const found = (
  policy: CompiledPolicy,
  resolved: ResolvedSettings
): ReadonlyArray<Pick<Contradiction, "of" | "settings">> => [
  ...[...rules, ...penaltyRules, ...renewalRules].filter(({ holds }) => holds(resolved, policy)),
  ...partLimits(resolved)
]

const partLimits = (resolved: ResolvedSettings): ReadonlyArray<Pick<Contradiction, "of" | "settings">> => {
  const limits = resolved.limits()
  const wholes = limits.filter(
    ({ counts, max }) =>
      counts.conditions.length === 0 && counts.per.length === 0 && counts.onSite === null && typeof max === "number"
  )
  return wholes.flatMap((whole) =>
    limits
      .filter(({ max }) => typeof max === "number" && max > (whole.max as number))
      .filter((part) => !wholes.includes(part))
      .map((part) => ({
        of: "partLimitOverWhole" as const,
        settings: [`${limitSettingPrefix}${part.name}`, `${limitSettingPrefix}${whole.name}`] as const
      }))
  )
}
