import type { AccountRow } from "../accounts/model.ts"
import type { AppealRow } from "../appeals/model.ts"
import type { BookingRow } from "../bookings/model.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { EventRow } from "../decision/event.ts"
import type { TableName, Tables } from "../decision/tables.ts"
import type { IncidentRow } from "../incidents/model.ts"
import type { InterloanRow } from "../interlending/model.ts"
import type { LoanRow } from "../loans/model.ts"
import type { PickupSlotRow } from "../pickupSlots/model.ts"
import type { ReservationRow } from "../reservations/model.ts"
import type { TransitRow } from "../transits/model.ts"

/** Something that must always hold and does not, with the ids of the rows that say so. */
export interface BrokenInvariant {
  /** Its number, as in `I1`, or `counts`, `links` and `incidents` for what rests on several. */
  readonly invariant: string
  readonly ids: ReadonlyArray<string>
  /** In a few words, for a person. */
  readonly what: string
}

/** A row whose changes are events, with its events in order. `row` is `null` when only the events are there. */
export type History =
  | {
      readonly table: "loan"
      readonly id: string
      readonly row: LoanRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "reservation"
      readonly id: string
      readonly row: ReservationRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "transit"
      readonly id: string
      readonly row: TransitRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "account"
      readonly id: string
      readonly row: AccountRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "incident"
      readonly id: string
      readonly row: IncidentRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "appeal"
      readonly id: string
      readonly row: AppealRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "booking"
      readonly id: string
      readonly row: BookingRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "pickupSlot"
      readonly id: string
      readonly row: PickupSlotRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "interloan"
      readonly id: string
      readonly row: InterloanRow | null
      readonly events: ReadonlyArray<EventRow>
    }
  | {
      readonly table: "item"
      readonly id: string
      readonly row: ItemRow | null
      readonly events: ReadonlyArray<EventRow>
    }

/**
 * Looks at rows as they go by, table by table in the order of `readOrder`, then at histories by id, and reports what does
 * not hold. It keeps no more of them than it needs to compare later.
 */
export interface Check {
  readonly rows?: { readonly [T in TableName]?: (row: Tables[T]) => void }
  readonly history?: (history: History) => void
  /** Called when everything went by. */
  readonly end?: () => void
}

export type Report = (invariant: string, ids: ReadonlyArray<string | null>, what: string) => void
export type MakeCheck = (report: Report) => Check

/** The order in which a check sees the tables: what a row is compared with comes before it where that keeps least. */
export const readOrder = [
  "document",
  "title",
  "item",
  "reader",
  "card",
  "loan",
  "loanReader",
  "unseenRenewal",
  "libraryEntry",
  "claimSearch",
  "loanCount",
  "reservation",
  "reservationReader",
  "transit",
  "titleQueue",
  "allotment",
  "entry",
  "charge",
  "credit",
  "chargeLoan",
  "account",
  "command",
  "token",
  "readerBlock",
  "readerNote",
  "readerLink",
  "lostCard",
  "incident",
  "incidentReader",
  "chargeIncident",
  "condition",
  "cashDesk",
  "cashEntry",
  "appeal",
  "appealStatement",
  "booking",
  "bookingReader",
  "pickupSlot",
  "slotTaken",
  "interloan",
  "outbox",
  "event"
] as const satisfies ReadonlyArray<TableName>
