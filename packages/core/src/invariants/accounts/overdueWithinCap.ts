import { minorOf } from "../../policy/form/amounts.ts"
import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"
import { decidedBy, policyVersions } from "../events/policyVersions.ts"

/** I21: no overdue charge is above the cap that was in force when it was raised. */
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
        const cap = policies.setting(policyVersion, policyRows.overdueCap, "overdueCap")
        const capMinor =
          typeof cap === "string" && cap !== "unlimited" ? minorOf(cap, policies.currency(policyVersion)) : null
        if (capMinor !== null && Number(facts.amount) > capMinor)
          report("I21", [String(facts.chargeId)], `an overdue charge is ${facts.amount}, above its cap of ${capMinor}`)
      }
    }
  }
}
