import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { IncidentId } from "../model.ts"

/** The library bought another copy of what was lost: nothing is given back any more when it is found. */
export const MarkReplacementBought = Schema.Struct({ incident: IncidentId, at: InstantInput })
export type MarkReplacementBought = typeof MarkReplacementBought.Type

export interface ReplacementBoughtReceipt {
  readonly incidentId: IncidentId
}

export const markReplacementBoughtLookup = ({ incident: incidentId }: Pick<MarkReplacementBought, "incident">) =>
  ({ incident: { incidentId } }) satisfies Lookup
export type MarkReplacementBoughtFacts = Found<ReturnType<typeof markReplacementBoughtLookup>>

/** Refuses a second time, what was found, and what a copy is to be brought for. */
export const decideMarkReplacementBought = (
  { incident: found }: MarkReplacementBoughtFacts,
  { incident: given, at }: MarkReplacementBought,
  { place }: DecisionContext
): Result.Result<Decision<ReplacementBoughtReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "IncidentUnknown", incident: given }])
  const { incident } = found
  const { incidentId, state, kind } = incident
  const isLoss = kind === "loss" || kind === "theft"
  const isBuyable = state === "reported" || state === "charged" || state === "settled"
  if (!isLoss || !isBuyable || incident.replacementBought === 1)
    return refused([{ _tag: "IncidentStateForbids", state, action: "markReplacementBought" }])
  const work = draft(place)
  work.restOn("incident", incident)
  work.emit({ _tag: "ReplacementBought", incidentId, at, branch: place.branch })
  return Result.succeed(work.decide({ incidentId }))
}
