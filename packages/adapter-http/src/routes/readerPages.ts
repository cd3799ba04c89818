import { Card } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { type Call, found, type Reply, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import {
  BlockView,
  blockView,
  ChargeView,
  chargeView,
  EntryView,
  entryView,
  LoanView,
  loanView,
  ReaderView,
  ReservationView,
  readerView,
  reservationView
} from "../wire/views.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"
import { oneself, readerOfCard, type Whose } from "./whose.ts"

type Find = (call: Call) => Promise<Whose | null>
type Show = (whose: Whose, call: Call) => Promise<Reply | null>

/** Finds whose it is first: somebody else's looks like nobody's. */
const of =
  (find: Find, show: Show) =>
  async (call: Call): Promise<Reply> => {
    const whose = await find(call)
    return (whose === null ? null : await show(whose, call)) ?? problem("unknown")
  }

const rows = <Row>(list: ReadonlyArray<Row>, view: (row: Row) => object): Reply =>
  found(withInstantTexts({ rows: list.map(view), next: null }))

const loans: Show = async ({ card }, { library, identity }) => {
  const { loansOfReader } = await library.read(identity.tenant, { loansOfReader: { card } })
  return rows(loansOfReader, loanView)
}

const reservations: Show = async ({ card }, { library, identity }) => {
  const { reservationsOfReader } = await library.read(identity.tenant, { reservationsOfReader: { card } })
  return rows(reservationsOfReader, reservationView)
}

const account: Show = async ({ card, reader, account: { balance } }, call) => {
  const charges = { chargesOfReader: { card } }
  let owed: ReadonlyArray<object> = []
  return paged(
    call,
    ["account", reader.readerId],
    async ({ after, limit }) => {
      const { chargesOfReader, entriesOfReader } = await call.library.read(call.identity.tenant, {
        ...charges,
        entriesOfReader: { card, after, limit }
      })
      owed = chargesOfReader.map(chargeView)
      return entriesOfReader
    },
    (entries) =>
      withInstantTexts({
        balance,
        charges: owed,
        entries: { rows: entries.rows.map(entryView), next: entries.next }
      })
  )
}

const AccountShape = Schema.Struct({
  balance: Schema.Int,
  charges: Schema.Array(ChargeView),
  entries: pageShape(EntryView)
})

/** Loans, reservations and account of a reader, under the address of a card and under one's own. */
const pages = (prefix: "readers" | "me", base: `/${string}`, whoseName: string, find: Find): ReadonlyArray<Route> => {
  const common = {
    method: "GET",
    tag: prefix === "me" ? "oneself" : "readers",
    ...(prefix === "me" ? {} : { params: { card: Card } }),
    signedIn: true
  } as const
  const name = (what: string): string => `${prefix === "me" ? "my" : "reader"}${what}`
  return [
    {
      ...common,
      name: name("Loans"),
      path: `${base}/loans`,
      summary: `Open loans of ${whoseName}, by due instant`,
      answer: pageShape(LoanView),
      handle: of(find, loans)
    },
    {
      ...common,
      name: name("Reservations"),
      path: `${base}/reservations`,
      summary: `Live reservations of ${whoseName}`,
      answer: pageShape(ReservationView),
      handle: of(find, reservations)
    },
    {
      ...common,
      name: name("Account"),
      path: `${base}/account`,
      summary: `What ${whoseName} owes, and the entries of the account, newest first`,
      query: pageQuery,
      answer: AccountShape,
      handle: of(find, account)
    }
  ]
}

const reader: Route = {
  name: "reader",
  method: "GET",
  path: "/v1/readers/:card",
  tag: "readers",
  summary: "A reader, by a card",
  params: { card: Card },
  answer: ReaderView,
  signedIn: true,
  handle: of(readerOfCard, async (whose) => found(withInstantTexts(readerView(whose))))
}

/** For staff alone: a reader meets a block in a refusal, without its note. */
const blocks: Route = {
  name: "readerBlocks",
  method: "GET",
  path: "/v1/readers/:card/blocks",
  tag: "readers",
  summary: "Blocks of a reader that were set by hand, ended ones too",
  params: { card: Card },
  answer: pageShape(BlockView),
  signedIn: true,
  handle: of(readerOfCard, async ({ card }, { library, identity }) => {
    const { blocksOfReader } = await library.read(identity.tenant, { blocksOfReader: { card } })
    return rows(blocksOfReader, blockView)
  })
}

export const readerPages: ReadonlyArray<Route> = [
  reader,
  blocks,
  ...pages("readers", "/v1/readers/:card", "a reader", readerOfCard)
]
export const ownPages: ReadonlyArray<Route> = pages("me", "/v1/me", "oneself", oneself)
