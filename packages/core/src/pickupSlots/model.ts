import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { id } from "../decision/code.ts"
import type { ReservationId } from "../reservations/model.ts"

export const PickupSlotId = id.pipe(Schema.brand("PickupSlotId"))
export type PickupSlotId = typeof PickupSlotId.Type

/** `locker`: what is set aside stands in it. `curbside`: it is brought out at an agreed time. */
export const PickupSlotKind = Schema.Literals(["locker", "curbside"])
export type PickupSlotKind = typeof PickupSlotKind.Type

/** A place or a time at which so many reservations can be fetched. */
export interface PickupSlotRow {
  readonly slotId: PickupSlotId
  /** Number of this slot's events. */
  readonly version: number
  readonly branch: string
  readonly kind: PickupSlotKind
  /** What it is called on the spot: "Locker 7", "Tuesday, 17:00". */
  readonly name: string
  /** When it begins; `null`, with `untilAt`: it is there at any time. */
  readonly fromAt: Instant | null
  readonly untilAt: Instant | null
  /** How many reservations it has room for. */
  readonly capacity: number
  /** How many have it now: as many as `SlotTakenRow` names. */
  readonly taken: number
  /** From when on nobody takes it any more; `null`: it may be taken. */
  readonly closedAt: Instant | null
}

/** That a reservation on the pickup shelf has a slot; deleted when it leaves the slot, or the shelf. */
export interface SlotTakenRow {
  readonly reservationId: ReservationId
  readonly slotId: PickupSlotId
}
