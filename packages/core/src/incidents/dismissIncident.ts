import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { IncidentId } from "./model.ts"

/** Nothing comes of an incident that was reported and not charged; whoever it named is not linked to it any more. */
export const DismissIncident = Schema.Struct({ incident: IncidentId, reason: trimmedText(1, 500), at: InstantInput })
export type DismissIncident = typeof DismissIncident.Type

export interface DismissReceipt {
  readonly incidentId: IncidentId
}

export const dismissLookup = ({ incident: incidentId }: Pick<DismissIncident, "incident">) =>
  ({ incident: { incidentId } }) satisfies Lookup
export type DismissFacts = Found<ReturnType<typeof dismissLookup>>

/** Refuses a charged one: what it is charged with is waived, undone or appealed. */
export const decideDismiss = (
  { incident: found }: DismissFacts,
  { incident: incidentId, reason: because, at }: DismissIncident,
  { place }: DecisionContext
): Result.Result<Decision<DismissReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "IncidentUnknown", incident: incidentId }])
  const { incident } = found
  if (incident.state !== "reported")
    return refused([{ _tag: "IncidentStateForbids", state: incident.state, action: "dismiss" }])
  const work = draft(place)
  work.restOn("item", found.item)
  work.restOn("incident", incident)
  work.emit({ _tag: "IncidentEnded", incidentId, as: "dismissed", because, at, branch: place.branch })
  if (found.liable !== null) {
    work.restOn("reader", found.liable.reader)
    work.cut("incidentReader", incidentId)
  }
  return Result.succeed(work.decide({ incidentId }))
}
