import type { Instant } from "../calendar/instant.ts"
import type { ReservationId } from "../reservations/model.ts"
import type { PickupSlotId, PickupSlotRow } from "./model.ts"

export type PickupSlotEvent =
  | ({
      readonly _tag: "PickupSlotAdded"
      readonly slotId: PickupSlotId
      readonly at: Instant
    } & Pick<PickupSlotRow, "branch" | "kind" | "name" | "fromAt" | "untilAt" | "capacity">)
  /** Nobody takes it from now on; who has it keeps it. */
  | { readonly _tag: "PickupSlotClosed"; readonly slotId: PickupSlotId; readonly at: Instant }
  | {
      readonly _tag: "PickupSlotTaken"
      readonly slotId: PickupSlotId
      readonly reservationId: ReservationId
      readonly at: Instant
    }
  /** `left`: given up. `ended`: what was reserved was fetched, cancelled or expired. `putBack`: the copy went elsewhere.
   * `redated`: the copy leaves the shelf before it begins. */
  | {
      readonly _tag: "PickupSlotLeft"
      readonly slotId: PickupSlotId
      readonly reservationId: ReservationId
      readonly at: Instant
      readonly because: "left" | "ended" | "putBack" | "redated"
    }
