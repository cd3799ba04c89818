import type { CompiledPolicy, ResolvedSettings } from "../compiled/compilePolicy.ts"
import { limitsOf } from "../compiled/limits.ts"
import { minorOf } from "../form/amounts.ts"
import { type PolicyContext, unknownContext } from "../form/criteria.ts"
import { limitSettingPrefix, type SettingName } from "../form/settings.ts"
import { type ExampleCase, exampleCase } from "./exampleCase.ts"

/** Two settings of one case of which one leaves the other without effect. */
export interface Contradiction {
  readonly kind: "contradiction"
  readonly of: ContradictionName
  readonly settings: readonly [SettingName, SettingName]
  /** The rows that set them. */
  readonly rows: readonly [string, string]
  readonly example: ExampleCase
}

export type ContradictionName =
  /** What may not be lent may be reserved. */
  | "reservableNotLendable"
  /** What may be reserved, by a reader who may have no reservation. */
  | "reservableNone"
  /** What is reserved waits for no time on the pickup shelf. */
  | "pickupShelfWithoutTime"
  /** The most that lateness may cost is less than its first unit. */
  | "overdueCapUnderRate"
  /** The library renews by itself what may not be renewed. */
  | "autoRenewNotRenewable"
  /** A renewal's own period, where a schedule alone says when loans are due. */
  | "renewalPeriodUnderSchedule"
  /** One renewal is longer than the loan with all its renewals may be. */
  | "renewalOverLoanLength"
  /** A limit on a part admits more than the limit on the whole. */
  | "partLimitOverWhole"

interface Rule {
  readonly of: ContradictionName
  readonly settings: readonly [SettingName, SettingName]
  readonly holds: (resolved: ResolvedSettings, currency: string) => boolean
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
    of: "autoRenewNotRenewable",
    settings: ["autoRenew", "renewable"],
    holds: (case_) => case_.get("autoRenew") === true && case_.get("renewable") === false
  },
  {
    of: "renewalPeriodUnderSchedule",
    settings: ["renewalPeriod", "dueSchedule"],
    holds: (case_) =>
      case_.get("renewalPeriod") !== undefined &&
      case_.get("dueSchedule") !== undefined &&
      (case_.get("dueScheduleUse") ?? "exactly") === "exactly"
  },
  {
    of: "renewalOverLoanLength",
    settings: ["renewalPeriod", "loanLengthMax"],
    holds: (case_) => {
      const [period, length] = [case_.get("renewalPeriod"), case_.get("loanLengthMax")]
      return (
        period !== undefined &&
        length !== undefined &&
        "days" in period &&
        "days" in length &&
        period.days > length.days
      )
    }
  },
  {
    of: "overdueCapUnderRate",
    settings: ["overdueRate", "overdueCap"],
    holds: (case_, currency) => {
      const [rate, cap] = [case_.get("overdueRate"), case_.get("overdueCap")]
      if (typeof rate !== "object" || typeof cap !== "number") return false
      const unit = minorOf(rate.amount, currency)
      return unit !== null && cap < unit
    }
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

const anyCase: PolicyContext = { ...unknownContext, isRenewal: false, onSite: false, waiting: 0, readerHome: "same" }

const found = (
  { document }: CompiledPolicy,
  resolved: ResolvedSettings
): ReadonlyArray<Pick<Contradiction, "of" | "settings">> => [
  ...rules.filter(({ holds }) => holds(resolved, document.currency)),
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
