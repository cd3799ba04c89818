export { type CompiledPolicy, compilePolicy, type ResolvedSettings } from "./compiled/compilePolicy.ts"
export { countTowards, type LimitCounts, type LoanGroup, type ResolvedLimit } from "./compiled/limits.ts"
export type { PrecedenceReason } from "./compiled/precedence.ts"
export type { Mismatch, SettingCandidate, SettingExplanation } from "./explain.ts"
export { bounds as policyBounds } from "./form/bounds.ts"
export type { ExchangeRate } from "./form/compensation/rates.ts"
export type { CompensationRule } from "./form/compensation/rule.ts"
export type { CodeCondition, RangeCondition } from "./form/conditions.ts"
export { type CriterionName, criteria, type PolicyContext, unknownContext, yesOrNoFields } from "./form/criteria.ts"
export type {
  LimitDefinition,
  PolicyDocument,
  PolicyRow,
  Precedence,
  PrecedenceStep,
  RuleBranch,
  RuleBranches,
  RuleKind,
  TreeEntry,
  When
} from "./form/document.ts"
export { settingsOfLimit } from "./form/limitSettingNames.ts"
export type { SettingForm, SettingName, SettingValue } from "./form/settings.ts"
export { formatProblem, type PolicyProblem, type PolicyProblems } from "./reading/problem.ts"
