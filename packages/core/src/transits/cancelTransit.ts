import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { ReservationId } from "../reservations/model.ts"
import { putBack } from "../reservations/putBack.ts"
import { TransitId } from "./model.ts"
import { openTransit } from "./travel.ts"

/** A copy does not travel after all: it is still where it was sent from. One that turned up elsewhere is returned there. */
export const CancelTransit = Schema.Struct({
  item: Barcode,
  transit: TransitId,
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type CancelTransit = typeof CancelTransit.Type

export interface CancelTransitReceipt {
  readonly transitId: TransitId
  /** The reservation that it travelled for, which waits again in its old place; `null`: none. */
  readonly putBackReservationId: ReservationId | null
}

export const cancelTransitLookup = ({ item }: Pick<CancelTransit, "item">) =>
  ({
    item: { barcode: item },
    transitsOfItem: { barcode: item },
    setAsideOfItem: { barcode: item }
  }) satisfies Lookup
export type CancelTransitFacts = Found<ReturnType<typeof cancelTransitLookup>>

/** Refuses one that is over, or not of this copy. */
export const decideCancelTransit = (
  { item: found, transitsOfItem, setAsideOfItem }: CancelTransitFacts,
  { item: barcode, transit: id, reason, at }: CancelTransit,
  { place }: DecisionContext
): Result.Result<Decision<CancelTransitReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const transit = transitsOfItem.find(({ transitId }) => transitId === id)
  if (transit === undefined) return refused([{ _tag: "TransitUnknown", transit: id }])
  const { item, queue } = found
  const { itemId } = item
  const { transitId, fromBranch } = transit
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  work.restOn("transit", transit)
  const open = openTransit([transit])
  const kept = open === null ? null : setAsideOfItem
  const there = open && { version: item.version + 1, status: open.thenStatus, branch: fromBranch }
  work.emit({ _tag: "TransitCancelled", transitId, itemId, at, reason, item: there })
  if (kept !== null) putBack(work, kept, item, at)
  return Result.succeed(work.decide({ transitId, putBackReservationId: kept?.reservation.reservationId ?? null }))
}
