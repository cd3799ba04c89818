import type { Instant } from "../calendar/instant.ts"
import type { InterloanId, InterloanRow } from "./model.ts"
import type { InterloanAct } from "./transitions.ts"

export type InterloanEvent =
  | ({
      readonly _tag: "InterloanRequested"
      readonly interloanId: InterloanId
      readonly at: Instant
    } & Pick<InterloanRow, "side" | "partner" | "title" | "reservationId">)
  /** `state`: how far it is by now, though the other side told something else too late. */
  | {
      readonly _tag: "InterloanMoved"
      readonly interloanId: InterloanId
      readonly at: Instant
      readonly state: InterloanRow["state"]
      /** What was done, or told. */
      readonly act: InterloanAct
      readonly reason: string
      /** The borrower has a record of the copy that is still to be closed. */
      readonly recordOpen?: 1
      readonly set: Partial<Pick<InterloanRow, "itemId" | "loanId" | "barcode" | "dueAt">>
    }
