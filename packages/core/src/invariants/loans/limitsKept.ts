import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"
import { decidedBy, policyVersions } from "../events/policyVersions.ts"

/** I5, I6: no loan and no renewal beyond a limit that was in force then, unless somebody went past it by name. */
export const limitsKept: MakeCheck = (report) => {
  const policies = policyVersions()
  return {
    rows: {
      document: policies.note,
      event: (event) => {
        if (event.tag !== "ItemCheckedOut" && event.tag !== "LoanRenewed") return
        const facts = eventFacts(event)
        const decision = decidedBy(facts)
        if (facts === null || decision === null) return
        const { policyVersion, policyRows, overridden } = decision
        const limitOf = (name: string): number => {
          const max = policies.setting(policyVersion, policyRows[name], name)
          return typeof max === "number" ? max : Number.POSITIVE_INFINITY
        }
        if (event.tag === "ItemCheckedOut" && !overridden.has("LoanLimitReached")) {
          for (const [limit, count] of Object.entries((facts.counts ?? {}) as Readonly<Record<string, number>>)) {
            const max = limitOf(`loanCountMax.${limit}`)
            if (count >= max)
              report("I6", [event.streamId], `a loan was made with ${count} open, where ${limit} allows ${max}`)
          }
        }
        const renewalMax = limitOf("renewalCountMax")
        if (
          event.tag === "LoanRenewed" &&
          Number(facts.renewalCount) > renewalMax &&
          !overridden.has("RenewalLimitReached")
        )
          report(
            "I5",
            [event.streamId],
            `a loan was renewed ${facts.renewalCount} times, where ${renewalMax} are allowed`
          )
      }
    }
  }
}
