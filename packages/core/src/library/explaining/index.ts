export type { RenewalStep } from "../../loans/renewalDue.ts"
export {
  type DecisionExplanation,
  type ExplainedCommand,
  type ExplainedRefusal,
  type ExplainRequest,
  explainDecision
} from "./explainDecision.ts"
export { type DueChange, explainLoan, type LoanExplanation } from "./explainLoan.ts"
