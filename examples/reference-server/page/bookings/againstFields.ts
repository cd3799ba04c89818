import type { AnyRefusal, Failure } from "../api/model.ts"

export type WishField = "card" | "days" | "branch"

/** The field of a wish that a refusal is about. */
const fieldOf: { readonly [C in AnyRefusal["code"]]?: WishField } = {
  ReaderUnknown: "card",
  ReaderExpired: "card",
  ReaderBlocked: "card",
  BookingLimitReached: "card",
  SpanNotAhead: "days",
  BookingTooLong: "days",
  BookingTooFarAhead: "days",
  ItemBookedMeanwhile: "days",
  ItemKeptMeanwhile: "days",
  ItemDueLater: "days",
  PickupNotAllowed: "branch",
  BranchUnknown: "branch"
}

/**
 * Refusals by the field that they are about, to be said beside it. `null`: something else stands in the way, or who asks may go
 * past it, so that all of it is said together.
 */
export const againstFields = (
  failure: Failure | null,
  may: (permission: string) => boolean
): ReadonlyMap<WishField, AnyRefusal> | null => {
  if (failure?.kind !== "refused") return null
  const against = new Map<WishField, AnyRefusal>()
  for (const refusal of failure.refusals) {
    const field = fieldOf[refusal.code]
    if (field === undefined || (refusal.liftedBy !== null && may(refusal.liftedBy))) return null
    if (!against.has(field)) against.set(field, refusal)
  }
  return against
}
