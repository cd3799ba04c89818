import { Schema } from "effect"
import { hasPermission } from "./actor.ts"
import { trimmedText } from "./code.ts"
import type { Place } from "./draft.ts"
import type { Override } from "./event.ts"
import { liftedBy } from "./overrides.ts"
import type { Refusal } from "./refusal.ts"

/** Going past refusals that one has the permission for. The reason goes into the event. */
export const OverrideRequest = Schema.Struct({
  reason: trimmedText(1, 500)
})
export type OverrideRequest = typeof OverrideRequest.Type

/** What is left of the refusals once those are lifted that the actor may lift, if an override was asked for. */
export const lift = (
  refusals: ReadonlyArray<Refusal>,
  request: OverrideRequest | undefined,
  { actor }: Place
): { readonly left: ReadonlyArray<Refusal>; readonly overrides: ReadonlyArray<Override> } => {
  if (request === undefined || refusals.length === 0) return { left: refusals, overrides: [] }
  const left: Array<Refusal> = []
  const overrides: Array<Override> = []
  for (const refusal of refusals) {
    const permission = liftedBy(refusal._tag)
    if (permission !== null && hasPermission(actor, permission))
      overrides.push({ refusal: refusal._tag, permission, reason: request.reason })
    else left.push(refusal)
  }
  return { left, overrides }
}
