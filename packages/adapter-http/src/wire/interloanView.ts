import type { InterloanRow } from "@openshelf/core"
import type { OpenInterloan } from "@openshelf/core/interlending"
import { Schema } from "effect"
import { InstantText } from "./instantText.ts"

const { String: Text, Boolean: YesOrNo, NullOr, Struct, Array: List } = Schema

/** A loan between systems as clients see it. */
export const InterloanView = Struct({
  interloanId: Text,
  side: Text,
  partner: Text,
  state: Text,
  title: Text,
  reservationId: NullOr(Text),
  barcode: Text,
  dueAt: NullOr(InstantText),
  requestedAt: InstantText,
  endedAt: NullOr(InstantText)
})

export const interloanView = ({
  version: _,
  itemId: __,
  loanId: ___,
  openReservationId: ____,
  ...row
}: InterloanRow): object => row

/**
 * The same with the lender's copy, or the borrower's record of it, whether nobody waits for it any more, the card to lend
 * to, and the commands that may come next.
 */
export const OpenInterloanView = Struct({
  ...InterloanView.fields,
  copy: NullOr(Struct({ barcode: Text, status: Text, presentBranch: Text })),
  unwanted: YesOrNo,
  account: NullOr(Text),
  next: List(Text)
})

export const openInterloanView = ({ interloan, copy, unwanted, account, next }: OpenInterloan): object => ({
  ...interloanView(interloan),
  copy: copy === null ? null : { barcode: copy.barcode, status: copy.status, presentBranch: copy.presentBranch },
  unwanted,
  account,
  next
})
