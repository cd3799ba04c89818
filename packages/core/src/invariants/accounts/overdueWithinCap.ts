import { amountOf, type OverdueSteps } from "../../accounts/overdueCharge.ts"
import { minorOf } from "../../policy/form/amounts.ts"
import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"
import { decidedBy, policyVersions } from "../events/policyVersions.ts"

/** I21: no overdue charge is above the cap that was in force when it was raised, or other than its own steps say. */
export const overdueWithinCap: MakeCheck = (report) => {
  const policies = policyVersions()
  return {
    rows: {
      document: policies.note,
      event: (event) => {
        if (event.tag !== "ChargeRaised") return
        const facts = eventFacts(event)
        const decision = decidedBy(facts)
        if (facts?.kind !== "overdue" || decision === null) return
        const { policyVersion, policyRows } = decision
        const [steps, loss] = Array.isArray(facts.steps) ? facts.steps : []
        const amount = canBeReckoned(steps) ? Math.min(amountOf(steps), loss?.leaves ?? amountOf(steps)) : facts.amount
        if (facts.amount !== amount)
          report("I21", [String(facts.chargeId)], `its steps lead to ${amount}, and it is ${facts.amount}`)
        const cap = policies.setting(policyVersion, policyRows.overdueCap, "overdueCap")
        const capMinor =
          typeof cap === "string" && cap !== "unlimited" ? minorOf(cap, policies.currency(policyVersion)) : null
        if (capMinor !== null && Number(facts.amount) > capMinor)
          report("I21", [String(facts.chargeId)], `an overdue charge is ${facts.amount}, above its cap of ${capMinor}`)
      }
    }
  }
}

/** Charges of earlier versions kept no steps from which their amount can be reckoned. */
const canBeReckoned = (steps: Partial<OverdueSteps> | undefined): steps is OverdueSteps =>
  typeof steps?.rounding === "string" &&
  Number.isInteger(steps.cap) &&
  Array.isArray(steps.charged) &&
  steps.charged.every((part) => Number.isInteger(part?.units) && /^\d+(\.\d+)?$/.test(String(part?.rate)))
