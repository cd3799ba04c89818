import { Schema } from "effect"

/** Where an item was not found that nobody has on loan. */
export const MissingFrom = Schema.Literals(["stocktaking", "shelf", "readingRoom", "pickupShelf", "transit"])
export type MissingFrom = typeof MissingFrom.Type

/** Who bears what happened without a loan: no reader, whom only a conduct record can name. */
export const BearerWithoutLoan = Schema.Literals(["library", "branch", "carrier", "nobody"])

const bearer = Schema.optionalKey(BearerWithoutLoan)

/** Who bears what is missing or damaged without a loan, by where that was noticed; for what is not named, the library does. */
export const borneBy = Schema.Struct({
  stocktaking: bearer,
  shelf: bearer,
  readingRoom: bearer,
  sampling: bearer,
  pickupShelf: bearer,
  transit: bearer
}).annotate({ expected: 'who bears what, such as {"transit": "carrier", "pickupShelf": "branch"}' })
