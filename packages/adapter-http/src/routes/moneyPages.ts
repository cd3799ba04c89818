import { Card, EntryId, parseInstant } from "@openshelf/core"
import { accountStatement } from "@openshelf/core/account-statement"
import { documentHtml, drawUpBill, drawUpReceipt, type MoneyDocument } from "@openshelf/core/money-documents"
import { Result, Schema } from "effect"
import { invalid, problem } from "../problem/problem.ts"
import { type Call, found, type Reply, type Route } from "../route.ts"
import { branchNow } from "../wire/inForce.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { EntryView } from "../wire/views.ts"
import { oneself, readerOfCard, type Whose } from "./whose.ts"

const { Int, String: Text, Struct, NullOr, Array: List, optionalKey } = Schema

const StatementShape = Struct({
  currency: Text,
  fromAt: InstantText,
  toAt: InstantText,
  opening: Int,
  lines: List(Struct({ ...EntryView.fields, corrects: NullOr(Text), balance: Int })),
  closing: Int
})

const DocumentShape = Struct({
  kind: Text,
  number: NullOr(Text),
  library: Text,
  branch: Text,
  reader: Struct({ name: Text, card: Text }),
  at: InstantText,
  zone: Text,
  currency: Text,
  lines: List(Struct({ chargeId: Text, kind: Text, text: Text, raisedAt: InstantText, amount: Int })),
  forgone: Int,
  total: Int,
  method: NullOr(Text),
  credit: Int,
  balance: Int,
  /** The same as one page to print. */
  html: Text
})

type Show = (whose: Whose, call: Call) => Promise<Reply>

const statement: Show = async ({ card }, { library, identity: { tenant }, query, now }) => {
  const period = periodOf(query, now)
  if (Result.isFailure(period)) return period.failure
  const told = await accountStatement(library, { tenant, card, ...period.success })
  if (told === null) return problem("unknown")
  const { from: fromAt, to: toAt, ...rest } = told
  return found(withInstantTexts({ ...rest, fromAt, toAt }))
}

const bill: Show = async ({ card }, call) => {
  return documentReply(await drawUpBill(call.library, { ...(await placeOf(call)), card, at: call.now }), call)
}

const receipt: Show = async ({ card }, call) => {
  const asked = { ...(await placeOf(call)), card, entry: call.params.entry ?? "" }
  return documentReply(await drawUpReceipt(call.library, asked), call)
}

const languageOf = ({ query }: Call): "en" | "zh" => (query.language === "zh" ? "zh" : "en")

/** Where a document is given out: the branch by its name, if it has one in that language. */
const placeOf = async (
  call: Call
): Promise<{ readonly tenant: string; readonly branch: string; readonly zone: string }> => {
  const { library, identity, now } = call
  const { zone, name } = await branchNow(library, identity, now)
  return { tenant: identity.tenant, branch: name[languageOf(call)] ?? name.en ?? identity.branch, zone }
}

const documentReply = (drawnUp: MoneyDocument | null, call: Call): Reply =>
  drawnUp === null
    ? problem("unknown")
    : found({
        ...(withInstantTexts(drawnUp) as object),
        html: documentHtml(drawnUp, languageOf(call))
      })

const periodExpected = "an instant with a zone, as 2026-11-24T09:30:00+08:00, `from` before `to`"

const begin = 0

const periodOf = (
  query: Call["query"],
  now: number
): Result.Result<{ readonly from: number; readonly to: number }, Reply> => {
  const [from, to] = [instantOr(query.from, begin), instantOr(query.to, now + 1)]
  if (Result.isFailure(from)) return Result.fail(invalid({ path: "from", expected: periodExpected }))
  if (Result.isFailure(to) || to.success <= from.success)
    return Result.fail(invalid({ path: "to", expected: periodExpected }))
  return Result.succeed({ from: from.success, to: to.success })
}

const instantOr = (text: unknown, otherwise: number): Result.Result<number, string> =>
  text === undefined ? Result.succeed(otherwise) : parseInstant(String(text))

const language = { language: optionalKey(Schema.Literals(["en", "zh"])) }

/** Statement, bill and receipts of a reader, under the address of a card and under one's own. */
const pages = (
  prefix: "readers" | "me",
  base: `/${string}`,
  whoseName: string,
  find: (call: Call) => Promise<Whose | null>
): ReadonlyArray<Route> => {
  const common = { method: "GET", tag: prefix === "me" ? "oneself" : "readers", signedIn: true } as const
  const params = prefix === "me" ? {} : { card: Card }
  const name = (what: string): string => `${prefix === "me" ? "my" : "reader"}${what}`
  const of =
    (show: Show) =>
    async (call: Call): Promise<Reply> => {
      const whose = await find(call)
      return whose === null ? problem("unknown") : show(whose, call)
    }
  return [
    {
      ...common,
      ...(prefix === "me" ? {} : { params }),
      name: name("Statement"),
      path: `${base}/statement`,
      summary: `What happened on the account of ${whoseName} from an instant on and before another, or all of it until now, with the balances at both ends`,
      query: { from: optionalKey(InstantText), to: optionalKey(InstantText) },
      answer: StatementShape,
      handle: of(statement)
    },
    {
      ...common,
      ...(prefix === "me" ? {} : { params }),
      name: name("Bill"),
      path: `${base}/bill`,
      summary: `A bill over all that ${whoseName} owes, as data and to print`,
      query: language,
      answer: DocumentShape,
      handle: of(bill)
    },
    {
      ...common,
      params: { ...params, entry: EntryId },
      name: name("Receipt"),
      path: `${base}/receipts/:entry`,
      summary: `The receipt over a payment of ${whoseName}, or over money paid out, as data and to print`,
      query: language,
      answer: DocumentShape,
      handle: of(receipt)
    }
  ]
}

export const readerMoneyPages: ReadonlyArray<Route> = pages("readers", "/v1/readers/:card", "a reader", readerOfCard)
export const ownMoneyPages: ReadonlyArray<Route> = pages("me", "/v1/me", "oneself", oneself)
