import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { freed } from "../catalogue/standing.ts"
import type { Draft } from "../decision/draft.ts"
import type { SetAsideReservation } from "../decision/facts.ts"
import { releaseSlot } from "../pickupSlots/release.ts"

/** The copy that was set aside for it goes elsewhere: it waits again in its old place, and has no pickup slot. A copy on its way stays so. */
export const putBack = (
  work: Draft,
  kept: Pick<SetAsideReservation, "reservation" | "slot">,
  item: ItemRow,
  at: Instant
): void => {
  const { reservationId, titleId } = kept.reservation
  const { itemId } = item
  work.restOn("reservation", kept.reservation)
  const { version, status } = work.now("item", itemId)
  work.emit({
    _tag: "ReservationPutBack",
    reservationId,
    titleId,
    itemId,
    itemVersion: version + 1,
    at,
    ...(status === "inTransit" ? { onTheWay: 1 as const } : freed(item))
  })
  releaseSlot(work, kept, "putBack", at)
}
