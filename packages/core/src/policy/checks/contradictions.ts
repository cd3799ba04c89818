import type { CompiledPolicy } from "../compiled/compilePolicy.ts"
import { type LimitCounts, limitsOf } from "../compiled/limits.ts"
import { type PolicyContext, unknownContext } from "../form/criteria.ts"
import { type LimitSetting, limitSettingKinds } from "../form/limitSettingNames.ts"
import type { SettingName } from "../form/settings.ts"
import { type ExampleCase, exampleCase } from "./exampleCase.ts"
import { penaltyRules } from "./penaltyRules.ts"
import type { ContradictionName, Rule } from "./rule.ts"
import { pairsOf } from "./settingPairs.ts"

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
  },
  {
    of: "pickupShelfOverReservation",
    settings: ["pickupDays", "reservationDays"],
    holds: (case_) => {
      const [shelf, life] = [case_.get("pickupDays"), case_.get("reservationDays")]
      return typeof shelf === "number" && typeof life === "number" && shelf > life
    }
  },
  {
    of: "pickupReminderBeforeShelf",
    settings: ["pickupReminderDays", "pickupDays"],
    holds: (case_) => {
      const [reminder, shelf] = [case_.get("pickupReminderDays"), case_.get("pickupDays")]
      // Both count open days. A period takes the place of the days.
      return (
        case_.get("pickupPeriod") === undefined && reminder !== undefined && shelf !== undefined && reminder >= shelf
      )
    }
  },
  {
    of: "pickupReminderBeforeShelf",
    settings: ["pickupReminderDays", "pickupPeriod"],
    holds: (case_) => {
      const [reminder, shelf] = [case_.get("pickupReminderDays"), hoursIn(case_.get("pickupPeriod"), { inMonth: 744 })]
      return reminder !== undefined && shelf !== null && reminder * 24 >= shelf
    }
  }
]

const autoRenewal = (setting: "renewable" | "renewalCountMax", forbids: (value: unknown) => boolean): Rule => ({
  of: "autoRenewalForbidden",
  settings: ["autoRenew", setting],
  holds: (case_) => case_.get("autoRenew") === true && forbids(case_.get(setting))
})

const longer = (
  of: ContradictionName,
  one: "renewalPeriod" | "autoRenewalPeriod" | "loanPeriod" | "highDemandPeriodMin",
  other: "loanLengthMax" | "highDemandPeriod"
): Rule => ({
  of,
  settings: [one, other],
  holds: (case_) => {
    const [length, most] = [hoursIn(case_.get(one)), hoursIn(case_.get(other))]
    return length !== null && most !== null && length > most
  }
})

/** The hours of a length of time, the least there are in a month unless said. `null`: it is no length. */
const hoursIn = (period: object | undefined, { inMonth } = { inMonth: 672 }): number | null => {
  const [unit, count] = Object.entries(period ?? {})[0] ?? []
  const hours = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168, months: inMonth }[unit ?? ""]
  return hours === undefined ? null : hours * (count as number)
}

const renewalRules: ReadonlyArray<Rule> = [
  autoRenewal("renewable", (value) => value === false),
  autoRenewal("renewalCountMax", (value) => value === 0),
  longer("renewalLongerThanLoanMay", "renewalPeriod", "loanLengthMax"),
  longer("renewalLongerThanLoanMay", "autoRenewalPeriod", "loanLengthMax"),
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

/** How many contradictions are told, and how many pairs of rows are tried for one. */
const toldMax = 200
const pairsMax = 20_000

/**
 * Contradictions in a case of each row, and of every two rows that set what contradicts itself. Each is told once, by the
 * rows that win there. `complete`: whether all pairs were tried.
 */
export const contradictionsOf = (
  policy: CompiledPolicy
): { readonly contradictions: ReadonlyArray<Contradiction>; readonly complete: boolean } => {
  const told = new Map<string, Contradiction>()
  const look = (example: ExampleCase, among: ReadonlyArray<Rule>): void => {
    const resolved = policy.resolve({ ...anyCase, ...example })
    for (const { of, settings, holds } of among) {
      if (!holds(resolved, policy)) continue
      // The rows that set them are the finding, whatever third row's case shows it.
      const rows = settings.map((name) => resolved.row(name) ?? "") as [string, string]
      const key = JSON.stringify([of, ...settings, ...rows])
      if (!told.has(key)) told.set(key, { kind: "contradiction", of, settings, rows, example })
    }
  }
  const all = [...rules, ...penaltyRules, ...renewalRules, ...partLimits(limitsOf(policy.document))]
  for (const { conditions } of policy.ranked) {
    const example = exampleCase(conditions)
    if (example !== null) look(example, all)
  }
  let pairs = 0
  for (const rule of all) {
    const [name, otherName] = rule.settings
    // Of one setting alone: the case of its row tells.
    if (name === otherName) continue
    const clash = (value: unknown, other: unknown): boolean =>
      rule.holds(
        { get: (asked) => (asked === name ? value : asked === otherName ? other : undefined) as never },
        policy
      )
    for (const [one, other] of pairsOf(policy, rule.settings, clash)) {
      if (++pairs > pairsMax || told.size >= toldMax) return { contradictions: [...told.values()], complete: false }
      const example = one.row === other.row ? null : exampleCase([...one.conditions, ...other.conditions])
      if (example !== null) look(example, [rule])
    }
  }
  return { contradictions: [...told.values()], complete: true }
}

const anyCase: PolicyContext = {
  ...unknownContext,
  isRenewal: false,
  onSite: false,
  recalled: false,
  waiting: 0,
  readerHome: "same",
  readerNear: true
}

/** A limit on a part of what another one counts, whatever the case: its number should not be the greater. */
const partLimits = (limits: ReadonlyMap<string, LimitCounts>): ReadonlyArray<Rule> =>
  limitSettingKinds.flatMap((of) => partLimitsOf(of, limits))

const partLimitsOf = (of: LimitSetting, limits: ReadonlyMap<string, LimitCounts>): ReadonlyArray<Rule> => {
  const isWhole = ({ conditions, onSite, per }: LimitCounts): boolean =>
    conditions.length === 0 && per.length === 0 && onSite === null
  const named = [...limits].map(([name, counts]) => ({
    setting: `${of}.${name}` as SettingName,
    whole: isWhole(counts)
  }))
  const parts = named.filter(({ whole }) => !whole)
  // How many reservations there may be in all has a setting of its own.
  const wholes = of === "reservationCountMax" ? [{ setting: of as SettingName, whole: true }] : []
  return [...wholes, ...named.filter(({ whole }) => whole)].flatMap((whole) =>
    parts.map(
      (part): Rule => ({
        of: "partLimitOverWhole",
        settings: [part.setting, whole.setting],
        holds: (case_) => {
          const [some, most] = [case_.get(part.setting), case_.get(whole.setting)]
          return typeof some === "number" && typeof most === "number" && some > most
        }
      })
    )
  )
}
