import type { CompiledPolicy } from "./compiled/compilePolicy.ts"
import { meets } from "./compiled/condition.ts"
import { mapEntry } from "./compiled/mapEntry.ts"
import { type PrecedenceReason, type RankedRow, rowOrder } from "./compiled/precedence.ts"
import { type CriterionName, criteria, criterionNames, type PolicyContext } from "./form/criteria.ts"
import type { PolicyRow, When } from "./form/document.ts"
import type { SettingName, SettingValue } from "./form/settings.ts"

/** Why a setting has the value it has, or none. Plain data: a page, a log or a translation makes words of it. */
export interface SettingExplanation<N extends SettingName = SettingName> {
  readonly setting: N
  readonly policyVersion: number
  readonly value: SettingValue<N> | undefined
  /** The row that sets it; `null`: none does. */
  readonly winner: string | null
  /** Every row that sets it at all: those that match first, best first, then the others as the policy has them. */
  readonly candidates: ReadonlyArray<SettingCandidate<N>>
}

export interface SettingCandidate<N extends SettingName = SettingName> {
  readonly row: string
  readonly note?: string
  readonly value: SettingValue<N>
  readonly matched: boolean
  /** The criteria by which it does not match. */
  readonly mismatches: ReadonlyArray<Mismatch>
  /** What put the winner before it; `null`: it is the winner, or does not match. */
  readonly lostBy: PrecedenceReason | null
}

export interface Mismatch {
  readonly criterion: CriterionName
  /** The condition as the row has it. */
  readonly wanted: When[CriterionName]
  /** What the case has; `null`: not known. */
  readonly found: PolicyContext[keyof PolicyContext]
}

/**
 * Every row that could have set a setting in this case, and by what each won or lost. Goes through the rows one by
 * one, by the definition and not by the index; its winner is always the one that `resolve` finds.
 */
export const explainSetting = <N extends SettingName>(
  policy: CompiledPolicy,
  setting: N,
  context: PolicyContext
): SettingExplanation<N> => {
  const matched = bestParts(policy, setting, context)
  const [winner] = matched.values()
  const { reason } = rowOrder(policy.document.precedence)
  const partsOf = new Map<number, Array<RankedRow>>()
  for (const part of policy.ranked) {
    if (policy.values[part.row]?.has(setting)) mapEntry(partsOf, part.row, () => []).push(part)
  }
  const lostBy = (part: RankedRow): PrecedenceReason | null =>
    winner === undefined || part === winner ? null : reason(winner, part)
  const candidates = [
    ...[...matched.values()].map((part) => ({
      ...candidate(policy, setting, part.row),
      matched: true,
      mismatches: [],
      lostBy: lostBy(part)
    })),
    ...rowsWith(policy, setting)
      .filter((row) => !matched.has(row))
      .map((row) => ({
        ...candidate(policy, setting, row),
        matched: false,
        mismatches: mismatches(policy.document.rows[row] as PolicyRow, partsOf.get(row) ?? [], context),
        lostBy: null
      }))
  ]
  const won = winner === undefined ? undefined : candidates[0]
  return { setting, policyVersion: policy.version, value: won?.value, winner: won?.row ?? null, candidates }
}

const rowsWith = ({ values }: CompiledPolicy, setting: SettingName): ReadonlyArray<number> =>
  values.flatMap((ofRow, row) => (ofRow.has(setting) ? [row] : []))

/** By row, best first: the part of it that ranks highest among those that match. */
const bestParts = (
  { ranked, values }: CompiledPolicy,
  setting: SettingName,
  context: PolicyContext
): ReadonlyMap<number, RankedRow> => {
  const best = new Map<number, RankedRow>()
  for (const part of ranked) {
    if (!best.has(part.row) && values[part.row]?.has(setting) && matches(part, context)) best.set(part.row, part)
  }
  return best
}

const candidate = <N extends SettingName>(
  { document, values }: CompiledPolicy,
  setting: N,
  row: number
): Pick<SettingCandidate<N>, "row" | "note" | "value"> => {
  const { id, note } = document.rows[row] as PolicyRow
  const value = values[row]?.get(setting) as SettingValue<N>
  return { row: id, ...(note === undefined ? {} : { note }), value }
}

const matches = ({ conditions }: RankedRow, context: PolicyContext): boolean =>
  conditions.every(({ match, field }) => meets(match, context[field]))

/** A criterion fails when none of the row's parts has it met: its parts are alternatives. */
const mismatches = (
  { when }: PolicyRow,
  parts: ReadonlyArray<RankedRow>,
  context: PolicyContext
): ReadonlyArray<Mismatch> => {
  const conditions = parts.flatMap((part) => part.conditions)
  const met = conditions.filter(({ match, field }) => meets(match, context[field])).map(({ criterion }) => criterion)
  return criterionNames
    .filter((criterion) => when[criterion] !== undefined && !met.includes(criterion))
    .map((criterion) => ({ criterion, wanted: when[criterion], found: context[criteria[criterion].field] }))
}
