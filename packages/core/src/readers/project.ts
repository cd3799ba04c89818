import { AccountId } from "../accounts/model.ts"
import type { RowChange } from "../decision/rowChange.ts"
import { Minor } from "../money/minor.ts"
import type { ReaderEvent } from "./event.ts"

/** Readers themselves are versioned rows; registering one opens an account. */
export const projectReader = (event: ReaderEvent): ReadonlyArray<RowChange> =>
  event._tag === "ReaderRegistered"
    ? [
        {
          op: "insert",
          table: "account",
          row: { accountId: AccountId.make(event.readerId), version: 0, balance: Minor.make(0) }
        }
      ]
    : []
