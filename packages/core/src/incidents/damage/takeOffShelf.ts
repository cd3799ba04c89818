import type { Instant } from "../../calendar/instant.ts"
import { type ItemRow, lentStatuses } from "../../catalogue/model.ts"
import type { Draft } from "../../decision/draft.ts"
import type { SetAsideReservation } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { releaseSlot } from "../../pickupSlots/release.ts"

/** Why an item cannot be taken out of use now; `null`: it can. What is lent is to be returned before. */
export const outOfUseAgainst = ({ status }: ItemRow, action: string): Refusal | null => {
  if (status === "withdrawn") return { _tag: "ItemWithdrawn" }
  return status === "inRepair" || lentStatuses.includes(status) ? { _tag: "ItemStatusForbids", status, action } : null
}

/** Whoever the item was set aside for waits again, in the old place, and without a pickup slot. */
export const takeOffShelf = (work: Draft, item: ItemRow, setAside: SetAsideReservation | null, at: Instant): void => {
  if (setAside === null) return
  const { reservationId, titleId } = setAside.reservation
  work.restOn("reservation", setAside.reservation)
  const itemVersion = work.now("item", item.itemId).version + 1
  work.emit({ _tag: "ReservationPutBack", reservationId, titleId, itemId: item.itemId, itemVersion, at })
  releaseSlot(work, setAside, "putBack", at)
}
