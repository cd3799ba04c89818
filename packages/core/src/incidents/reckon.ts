import { Result } from "effect"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompensationRule } from "../policy/form/compensation/rule.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { CompensationCase } from "./compensation/case.ts"
import { compensationFor } from "./compensation/compensationFor.ts"
import type { Compensation } from "./compensation/result.ts"
import { untold } from "./losses/reckonLoss.ts"

/**
 * What a loss or damage costs by the policy, or every refusal as the desk tells it. What was chosen in a range for earlier
 * damage may not fit a rule that changed since: then it counts as the most that it could have been.
 */
export const reckon = (
  rule: CompensationRule,
  of: CompensationCase,
  { document: { currency, rounding } }: CompiledPolicy
): Result.Result<{ readonly compensation: Compensation; readonly case: CompensationCase }, Refusals> => {
  const first = knownBefore(rule, of)
  const found = compensationFor(rule, first, { currency, rounding })
  if (Result.isSuccess(found)) return Result.succeed({ compensation: found.success, case: first })
  const second = withoutChosen(first)
  const again = compensationFor(rule, second, { currency, rounding })
  return Result.isSuccess(again)
    ? Result.succeed({ compensation: again.success, case: second })
    : refused(again.failure.map(untold))
}

/** A grade that the rule does not have any more cannot be told from the new one: nothing of it is charged. */
const knownBefore = (rule: CompensationRule, of: CompensationCase): CompensationCase => {
  const damages = of.before?.damages?.map((old) => {
    const grades = rule.damage?.kinds[old.kind] ?? []
    if (grades.some(({ grade }) => grade === old.grade)) return old
    const now = of.damages?.find(({ kind }) => kind === old.kind)
    return now === undefined ? old : { ...now, count: Math.max(now.count ?? 1, old.count ?? 1) }
  })
  return damages === undefined ? of : { ...of, before: { ...of.before, damages } }
}

const withoutChosen = (of: CompensationCase): CompensationCase => {
  const damages = of.before?.damages?.map(({ chosen: _, ...old }) => old)
  return damages === undefined ? of : { ...of, before: { ...of.before, damages } }
}
