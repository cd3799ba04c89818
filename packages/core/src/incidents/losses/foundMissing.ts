import type { Instant } from "../../calendar/instant.ts"
import type { Draft } from "../../decision/draft.ts"
import type { LossFacts } from "../../decision/facts.ts"

/** Whether an item is missing, or was stolen, without a loan. */
export const isMissing = (loss: LossFacts | null | undefined): loss is LossFacts =>
  loss != null && loss.incident.loanId === null && loss.incident.state === "reported"

/** The incident of a missing item ends: it turned up, or was given up. */
export const endMissing = (
  work: Draft,
  { incident }: LossFacts,
  of: {
    readonly as: "found" | "settled"
    readonly because: string
    readonly at: Instant
    readonly branch: string
  }
): void => {
  work.restOn("incident", incident)
  work.emit({ _tag: "IncidentEnded", incidentId: incident.incidentId, ...of })
}
