import type { MakeCheck } from "../check.ts"
import { eventFacts } from "./eventFacts.ts"
import { decidedBy, policyVersions } from "./policyVersions.ts"

/** I4: what was decided by policy names a version that held then, and rows that are in it. */
export const rulesRecorded: MakeCheck = (report) => {
  const policies = policyVersions()
  return {
    rows: {
      document: policies.note,
      event: (event) => {
        const decision = decidedBy(eventFacts(event))
        if (decision === null) return
        const { policyVersion, policyRows } = decision
        const id = `${event.streamId}#${event.seq}`
        const validFrom = policies.validFrom(policyVersion)
        if (validFrom === undefined) {
          report("I4", [id], `something was decided by policy ${policyVersion}, which is not there`)
          return
        }
        if (validFrom > event.at) report("I4", [id], `something was decided by policy ${policyVersion} before it held`)
        for (const [setting, row] of Object.entries(policyRows))
          if (!policies.hasRow(policyVersion, row))
            report("I4", [id, row], `${setting} was taken from a row that policy ${policyVersion} does not have`)
      }
    }
  }
}
