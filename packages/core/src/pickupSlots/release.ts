import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { SetAsideReservation } from "../decision/facts.ts"
import type { PickupSlotEvent } from "./event.ts"

type Because = Extract<PickupSlotEvent, { readonly _tag: "PickupSlotLeft" }>["because"]

/** Whatever ends a reservation's time on the shelf makes its slot free in the same commit. Nothing where it has none. */
export const releaseSlot = (
  work: Draft,
  { reservation, slot }: Pick<SetAsideReservation, "reservation" | "slot">,
  because: Because,
  at: Instant
): void => {
  if (slot === null) return
  const { reservationId } = reservation
  work.restOn("pickupSlot", slot)
  work.emit({ _tag: "PickupSlotLeft", slotId: slot.slotId, reservationId, because, at })
  work.cut("slotTaken", reservationId)
}
