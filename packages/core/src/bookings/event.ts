import type { Instant } from "../calendar/instant.ts"
import type { ItemId } from "../catalogue/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { BookingId, BookingRow } from "./model.ts"
import type { BookedSpan } from "./span.ts"

export type BookingEvent =
  | ({
      readonly _tag: "BookingPlaced"
      readonly bookingId: BookingId
      readonly itemId: ItemId
      readonly readerCategory: string
      readonly at: Instant
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    } & Pick<BookingRow, "pickupBranch"> &
      BookedSpan)
  /** It is for other days now. */
  | ({
      readonly _tag: "BookingChanged"
      readonly bookingId: BookingId
      readonly at: Instant
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    } & BookedSpan)
  /** Its reader borrowed the item. */
  | {
      readonly _tag: "BookingFulfilled"
      readonly bookingId: BookingId
      readonly at: Instant
      readonly loanId: LoanId
    }
  /**
   * `lentToOther`: by a loan that went past it. `withdrawn`: by its reader, or staff for them. `itemWithdrawn`: the item is
   * withdrawn.
   */
  | {
      readonly _tag: "BookingCancelled"
      readonly bookingId: BookingId
      readonly at: Instant
      readonly because: "withdrawn" | "lentToOther" | "itemWithdrawn"
      readonly reason: string
    }
  /** Its days passed, and nobody fetched the item. */
  | { readonly _tag: "BookingExpired"; readonly bookingId: BookingId; readonly at: Instant }
