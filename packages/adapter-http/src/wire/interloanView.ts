import type { InterloanRow } from "@openshelf/core"
import { Schema } from "effect"
import { InstantText } from "./instantText.ts"

const { String: Text, NullOr, Struct } = Schema

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

export const interloanView = ({ version: _, itemId: __, loanId: ___, ...row }: InterloanRow): object => row
