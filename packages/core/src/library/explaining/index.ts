export type { RenewalStep } from "../../loans/renewalDue.ts"
export { explainSetting } from "../../policy/explain.ts"
export { type ExplainedCommand, type ExplainedName, explainedNames } from "./explainable.ts"
export {
  type DecisionExplanation,
  type ExplainedRefusal,
  type ExplainedSetting,
  type ExplainRequest,
  explainDecision
} from "./explainDecision.ts"
export { type DueChange, explainLoan, type LoanExplanation } from "./explainLoan.ts"
