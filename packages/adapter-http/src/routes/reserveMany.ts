import { Card, notPermitted, TitleId } from "@openshelf/core"
import { reserveMany as placeMany, reserveManyMax } from "@openshelf/core/desk-work"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { receiptShapes } from "../wire/receipts.ts"
import { bodyFields, deskHeader, replyTo, severalGiven } from "./command.ts"

const {
  title: _title,
  card: _card,
  item: _item,
  volume: _volume,
  itemType: _type,
  ...terms
} = bodyFields("reserve", [])

const keyMax = 60

const list = <One extends Schema.Top>(one: One) =>
  Schema.Array(one).check(Schema.isMinLength(1), Schema.isMaxLength(reserveManyMax))
const cards = list(Card)
const titles = list(TitleId)
const JoinKind = Schema.Literals(["anyOf", "together"])

const outcome = {
  status: Schema.Int,
  /** The receipt, or the problem. */
  body: Schema.Unknown,
  repeated: Schema.Boolean
}

export const reserveMany: Route = {
  name: "reserveMany",
  method: "POST",
  path: "/v1/reservations/batch",
  tag: "circulation",
  summary: `Place up to ${reserveManyMax} reservations with one receipt: a title for each reader of a club, several titles for a reader`,
  headers: { "idempotency-key": Schema.optionalKey(Schema.String), ...deskHeader },
  body: Schema.Struct({ ...terms, cards, titles, as: Schema.optionalKey(JoinKind) }),
  answer: Schema.Struct({
    reservations: Schema.Array(
      Schema.Struct({
        card: Schema.String,
        title: Schema.String,
        ...outcome,
        body: Schema.Union([receiptShapes.reserve, Schema.Unknown])
      })
    ),
    joined: Schema.Array(Schema.Struct({ card: Schema.String, ...outcome })),
    placed: Schema.Int,
    refused: Schema.Int,
    cost: Schema.Int
  }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted("reserve", actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, ...call }) => {
    const given = severalGiven(call, keyMax)
    if (Result.isFailure(given)) return given.failure
    const { input, place, key } = given.success
    const wrong = wrongIn(input)
    if (wrong !== null) return invalid(wrong)
    const { reservations, joined, ...summary } = await placeMany(library.at(place), { ...input, key } as never)
    return found({
      ...summary,
      reservations: reservations.map(({ card, title, ...answer }) => {
        const { status, body: told } = replyTo("reserve", answer)
        return { card, title, status, body: told, repeated: answer.ok && answer.repeated }
      }),
      joined: joined.map(({ card, ...answer }) => {
        const { status, body: told } = replyTo("joinReservations", answer)
        return { card, status, body: told, repeated: answer.ok && answer.repeated }
      })
    })
  }
}

const forms = {
  cards: { is: Schema.is(cards), expected: `a list of 1 to ${reserveManyMax} cards` },
  titles: { is: Schema.is(titles), expected: `a list of 1 to ${reserveManyMax} titles, by their ids` },
  as: { is: Schema.is(Schema.UndefinedOr(JoinKind)), expected: '"anyOf" or "together"' }
} as const

/** What a body may name; `at` is told by the server, or by staff. */
const known = new Set([...Object.keys(terms), ...Object.keys(forms), "at"])

const wrongIn = (
  input: Readonly<Record<string, unknown>>
): { readonly path: string; readonly expected: string } | null => {
  for (const [path, { is, expected }] of Object.entries(forms)) if (!is(input[path])) return { path, expected }
  for (const path of ["title", "card", "item", "volume", "itemType"])
    if (path in input) return { path, expected: "nothing: reserve one by one what is for one copy, volume or type" }
  for (const path of Object.keys(input)) if (!known.has(path)) return { path, expected: "no excess property" }
  const pairs = (input.cards as ReadonlyArray<string>).length * (input.titles as ReadonlyArray<string>).length
  return pairs > reserveManyMax
    ? { path: "cards", expected: `with the titles no more than ${reserveManyMax} pairs` }
    : null
}
