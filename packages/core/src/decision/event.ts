import type { AccountEvent } from "../accounts/event.ts"
import type { AppealEvent } from "../appeals/event.ts"
import type { BookingEvent } from "../bookings/event.ts"
import type { CashEvent } from "../cash/event.ts"
import type { CatalogueEvent } from "../catalogue/event.ts"
import type { IncidentEvent } from "../incidents/event.ts"
import type { InterloanEvent } from "../interlending/event.ts"
import type { LoanEvent } from "../loans/event.ts"
import type { PickupSlotEvent } from "../pickupSlots/event.ts"
import type { ReaderEvent } from "../readers/event.ts"
import type { ReservationEvent } from "../reservations/event.ts"
import type { TransitEvent } from "../transits/event.ts"
import type { RefusalCode } from "./refusal.ts"

/** A fact that happened. Plain data; never reader and item together. */
export type DomainEvent =
  | LoanEvent
  | ReservationEvent
  | TransitEvent
  | AccountEvent
  | CashEvent
  | ReaderEvent
  | CatalogueEvent
  | IncidentEvent
  | AppealEvent
  | BookingEvent
  | PickupSlotEvent
  | InterloanEvent

/** A refusal that somebody with the permission went past, and why. */
export interface Override {
  readonly refusal: RefusalCode
  readonly permission: string
  readonly reason: string
}

/** What stands in the log: the fact, its place in its stream, and who made it so. */
export interface EventRow {
  /** The loan, reservation, account, cash desk, incident, appeal, booking, pickup slot, loan between systems, reader, title or item whose history this is part of. */
  readonly streamId: string
  /** Counts from 1 in the stream; without gaps for loans, reservations, accounts, incidents, appeals, bookings, pickup slots and loans between systems. With the stream it identifies the event. */
  readonly seq: number
  readonly tag: DomainEvent["_tag"]
  readonly at: number
  readonly actor: string
  readonly branch: string
  readonly channel: string
  /** The desk, workstation or kiosk; empty: not told. */
  readonly desk: string
  /** JSON of the event without its tag, and of the overrides if there were any. */
  readonly body: string
}
