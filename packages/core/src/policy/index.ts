export { type CompiledPolicy, compilePolicy, type ResolvedSettings } from "./compiled/compilePolicy.ts"
export { countTowards, type LimitCounts, type LoanGroup, type ResolvedLimit } from "./compiled/limits.ts"
export type { PrecedenceReason } from "./compiled/precedence.ts"
export type { Mismatch, SettingCandidate, SettingExplanation } from "./explain.ts"
export type { ExchangeRate } from "./form/compensation/rates.ts"
export type { CompensationRule } from "./form/compensation/rule.ts"
export {
  type CodeCondition,
  type CriterionName,
  criteria,
  type PolicyContext,
  type RangeCondition,
  unknownContext,
  yesOrNoFields
} from "./form/criteria.ts"
export {
  bounds as policyBounds,
  type LimitDefinition,
  PolicyDocument,
  type PolicyRow,
  type Precedence,
  type PrecedenceStep,
  type RuleBranch,
  type RuleBranches,
  type RuleKind,
  type TreeEntry,
  type When
} from "./form/document.ts"
export { type SettingForm, type SettingName, type SettingValue, settings, settingsOfLimit } from "./form/settings.ts"
export { formatProblem, type PolicyProblem, type PolicyProblems } from "./reading/problem.ts"
