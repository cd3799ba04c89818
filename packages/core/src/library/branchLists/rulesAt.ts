import type { Calendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { inForceAt } from "../../decision/documentHistory.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { Library } from "../openLibrary.ts"
import { publishedDocuments } from "../redating/publishedDocuments.ts"

export interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

interface Ready {
  readonly policyVersion: number
  readonly calendarVersion: number
  readonly rules: Rules
}

/** Of each tenant what was asked for last: a version never changes, and to make it ready takes longer than to read a queue. */
const ready = new WeakMap<Library, Map<string, Ready>>()

/** The policy and calendar that hold at an instant; `null`: one of them is missing. */
export const rulesAt = async (library: Library, tenant: string, at: Instant): Promise<Rules | null> => {
  const history = await publishedDocuments(library, tenant, { at, draft: null })
  const policy = inForceAt(history.policies, at)
  const calendar = inForceAt(history.calendars, at)
  if (policy === undefined || calendar === undefined) return null
  const tenants = ready.get(library) ?? new Map<string, Ready>()
  ready.set(library, tenants)
  const last = tenants.get(tenant)
  const rules = {
    policy: last?.policyVersion === policy.version ? last.rules.policy : policy.rules,
    calendar: last?.calendarVersion === calendar.version ? last.rules.calendar : calendar.rules
  }
  tenants.set(tenant, { policyVersion: policy.version, calendarVersion: calendar.version, rules })
  return rules
}
