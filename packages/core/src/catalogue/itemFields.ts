import { Schema } from "effect"
import { Code, text } from "../decision/code.ts"
import { amountMax, Minor } from "../money/minor.ts"

/** What a copy may be while it is neither lent nor set aside nor part of an incident. */
const ShelfStatus = Schema.Literals([
  "available",
  "onOrder",
  "inProcess",
  "inProcessNotReservable",
  "restricted",
  "missing",
  "unknown",
  "withdrawn"
])

/** What staff say of a copy. */
export const itemFields = {
  type: Code,
  homeBranch: Code,
  collection: text(64),
  location: text(64),
  /** Code of the work in several volumes that it is one volume of; empty: of none. */
  volumeSet: text(64),
  volume: text(64),
  callNumber: text(200),
  /** List price, in minor units of its currency. */
  price: Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax })),
  /** ISO 4217; empty: the library's own. What it is worth is said by the policy's `rates`, or by staff when it is lost. */
  priceCurrency: Schema.String.check(
    Schema.makeFilter((code: string) => /^([A-Z]{3})?$/.test(code), {
      expected: 'a currency of ISO 4217 such as "USD", or empty'
    })
  ),
  /** Pieces of a set that is lent as one. */
  parts: Schema.Int.check(
    Schema.makeFilter((n: number) => n >= 1 && n <= 10_000, { expected: "a whole number of parts from 1 to 10000" })
  ),
  /** Shown to staff when it is lent; empty: nothing. */
  lendingAlert: text(500),
  /** Shown to staff when it is returned; empty: nothing. */
  returnAlert: text(500),
  status: ShelfStatus
} as const
