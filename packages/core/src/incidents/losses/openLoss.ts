import { Result } from "effect"
import type { IncidentFacts, ReaderFacts } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { LoanRow } from "../../loans/model.ts"

export type OpenLoss = IncidentFacts & ReaderFacts & { readonly loan: LoanRow }

/** A loss during a loan that is not over, and who is liable for it; or why something cannot be done with it. */
export const openLoss = (
  found: IncidentFacts | null,
  incidentId: string,
  action: string
): Result.Result<OpenLoss, Refusals> => {
  if (found === null) return refused([{ _tag: "IncidentUnknown", incident: incidentId }])
  const { incident, loan, liable } = found
  if (incident.kind !== "loss" && incident.kind !== "theft")
    return refused([{ _tag: "IncidentStateForbids", state: incident.kind, action }])
  if (incident.endedAt !== null || loan?.state !== "lost")
    return refused([{ _tag: "IncidentStateForbids", state: incident.state, action }])
  if (liable === null) return refused([{ _tag: "LiableUnknown" }])
  return Result.succeed({ ...found, ...liable, loan })
}
