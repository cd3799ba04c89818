import { Barcode, Card, notPermitted } from "@openshelf/core"
import { checkOutManyMax, checkOutMany as lendMany } from "@openshelf/core/desk-work"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { receiptShapes } from "../wire/receipts.ts"
import { bodyFields, deskHeader, replyTo, severalGiven } from "./command.ts"

const { item: _, ...terms } = bodyFields("checkOut", [])

export const checkOutMany: Route = {
  name: "checkOutMany",
  method: "POST",
  path: "/v1/loans/batch",
  tag: "circulation",
  summary: `Lend up to ${checkOutManyMax} items to a reader, with one receipt; each is lent or not by itself`,
  headers: { "idempotency-key": Schema.optionalKey(Schema.String), ...deskHeader },
  body: Schema.Struct({
    ...terms,
    card: Card,
    items: Schema.Array(Barcode).check(Schema.isMaxLength(checkOutManyMax))
  }),
  answer: Schema.Struct({
    loans: Schema.Array(
      Schema.Struct({
        item: Schema.String,
        status: Schema.Int,
        /** The receipt, or the problem. */
        body: Schema.Union([receiptShapes.checkOut, Schema.Unknown]),
        repeated: Schema.Boolean
      })
    ),
    lent: Schema.Int,
    refused: Schema.Int,
    firstDueAt: Schema.NullOr(InstantText),
    cost: Schema.Int
  }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted("checkOut", actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, ...call }) => {
    const given = severalGiven(call, 100)
    if (Result.isFailure(given)) return given.failure
    const { input, place, key } = given.success
    const { items } = input
    if (!isBarcodes(items)) return invalid({ path: "items", expected: `a list of 1 to ${checkOutManyMax} barcodes` })
    const { loans, ...summary } = await lendMany(library.at(place), { ...input, items, key } as never)
    return found({
      ...(withInstantTexts(summary) as object),
      loans: loans.map(({ item, ...answer }) => {
        const { status, body: told } = replyTo("checkOut", answer)
        return { item, status, body: told, repeated: answer.ok && answer.repeated }
      })
    })
  }
}

const isBarcodes = (items: unknown): items is ReadonlyArray<string> =>
  Array.isArray(items) &&
  items.length >= 1 &&
  items.length <= checkOutManyMax &&
  items.every((item) => typeof item === "string" && item.trim().length >= 1 && item.length <= 64)
