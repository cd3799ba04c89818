import type { Reply } from "../route.ts"
import { noteFault } from "./notedFault.ts"
import { problem } from "./problem.ts"

/** What a fault is to whoever asked. Nothing of its cause goes out; that is noted under the request. */
export const faultProblem = (request: Request, fault: unknown): Reply => {
  noteFault(request, fault)
  switch (tagOf(fault)) {
    case "Busy":
      return problem("busy", { headers: { "retry-after": "1" } })
    case "OutcomeUnknown":
      return problem("outcomeUnknown", { headers: { "retry-after": "1" } })
    case "TenantUnknown":
      return problem("unknown")
    default:
      return problem("fault")
  }
}

const tagOf = (fault: unknown): unknown =>
  typeof fault === "object" && fault !== null && "_tag" in fault ? fault._tag : null
