import { Card } from "@openshelf/core"
import { forgoneIfSettled } from "@openshelf/core/money-documents"
import { exportReader } from "@openshelf/core/reader-data"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { type Call, found, type Reply, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import {
  AppealView,
  ArchiveView,
  appealView,
  archiveView,
  BlockView,
  BookingView,
  blockView,
  bookingView,
  ChargeView,
  chargeView,
  EntryView,
  entryView,
  LinkView,
  LoanView,
  linkView,
  loanView,
  NoteView,
  noteView,
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
  const { reservationsOfReader, slotsOfReader, joinedOfReader } = await library.read(identity.tenant, {
    reservationsOfReader: { card },
    slotsOfReader: { card },
    joinedOfReader: { card }
  })
  const slots = new Map(slotsOfReader.map(({ reservationId, slot }) => [reservationId, slot]))
  return rows(reservationsOfReader, (one) =>
    reservationView(one, slots.get(one.reservation.reservationId) ?? null, joinedOfReader)
  )
}

const bookings: Show = async ({ card }, { library, identity }) => {
  const { bookingsOfReader } = await library.read(identity.tenant, { bookingsOfReader: { card } })
  return rows(bookingsOfReader, bookingView)
}

const account: Show = async ({ card, reader, account: { balance } }, call) => {
  const charges = { chargesOfReader: { card } }
  let owed: ReadonlyArray<object> = []
  let forgone = 0
  return paged(
    call,
    ["account", reader.readerId],
    async ({ after, limit }) => {
      const { chargesOfReader, entriesOfReader } = await call.library.read(call.identity.tenant, {
        ...charges,
        entriesOfReader: { card, after, limit }
      })
      owed = chargesOfReader.map(chargeView)
      const settled = { tenant: call.identity.tenant, at: call.now, reader, charges: chargesOfReader }
      forgone = await forgoneIfSettled(call.library, settled)
      return entriesOfReader
    },
    (entries) =>
      withInstantTexts({
        balance,
        forgone,
        charges: owed,
        entries: { rows: entries.rows.map(entryView), next: entries.next }
      })
  )
}

const appeals: Show = async ({ card, reader }, call) =>
  paged(
    call,
    ["appeals", reader.readerId],
    async (at) => (await call.library.read(call.identity.tenant, { appealsOfReader: { card, ...at } })).appealsOfReader,
    ({ rows, next }) => withInstantTexts({ rows: rows.map(appealView), next })
  )

const archive: Show = async ({ card, reader }, call) =>
  paged(
    call,
    ["archive", reader.readerId],
    async (at) => (await call.library.read(call.identity.tenant, { archiveOfReader: { card, ...at } })).archiveOfReader,
    ({ rows, next }) => withInstantTexts({ rows: rows.map(archiveView), next })
  )

const data: Show = async ({ card }, { library, identity }) =>
  found(withInstantTexts(await exportReader(library, { tenant: identity.tenant, card })))

const AccountShape = Schema.Struct({
  balance: Schema.Int,
  /** What of it is not asked for if all is paid at once. */
  forgone: Schema.Int,
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
      name: name("Bookings"),
      path: `${base}/bookings`,
      summary: `Live bookings of ${whoseName}, by their first day`,
      answer: pageShape(BookingView),
      handle: of(find, bookings)
    },
    {
      ...common,
      name: name("Account"),
      path: `${base}/account`,
      summary: `What ${whoseName} owes, and the entries of the account, newest first`,
      query: pageQuery,
      answer: AccountShape,
      handle: of(find, account)
    },
    {
      ...common,
      name: name("Archive"),
      path: `${base}/archive`,
      summary: `What ${whoseName} has borrowed, for who consented to keep it; the last first`,
      query: pageQuery,
      answer: pageShape(ArchiveView),
      handle: of(find, archive)
    },
    {
      ...common,
      name: name("Appeals"),
      path: `${base}/appeals`,
      summary: `Charges that ${whoseName} disputes or disputed, the newest first`,
      query: pageQuery,
      answer: pageShape(AppealView),
      handle: of(find, appeals)
    },
    {
      ...common,
      name: name("Data"),
      path: `${base}/data`,
      summary: `Everything that is kept of ${whoseName}`,
      answer: Schema.Record(Schema.String, Schema.Unknown),
      handle: of(find, data)
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

const staffOnly: Extract<Route, { readonly signedIn: true }>["permits"] = ({ actor }) =>
  actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "readers.write" }])

const notes: Route = {
  name: "readerNotes",
  method: "GET",
  path: "/v1/readers/:card/notes",
  tag: "readers",
  summary: "What staff wrote of a reader",
  params: { card: Card },
  answer: pageShape(NoteView),
  signedIn: true,
  permits: staffOnly,
  handle: of(readerOfCard, async ({ card }, { library, identity }) => {
    const { notesOfReader } = await library.read(identity.tenant, { notesOfReader: { card } })
    return rows(notesOfReader, noteView)
  })
}

const links: Route = {
  name: "readerLinks",
  method: "GET",
  path: "/v1/readers/:card/links",
  tag: "readers",
  summary: "Who stands for a reader, and for whom the reader stands",
  params: { card: Card },
  answer: pageShape(LinkView),
  signedIn: true,
  permits: staffOnly,
  handle: of(readerOfCard, async ({ card }, { library, identity }) => {
    const { linksOfReader, linksToReader } = await library.read(identity.tenant, {
      linksOfReader: { card },
      linksToReader: { card }
    })
    const views = [...linksOfReader.map(linkView("of")), ...linksToReader.map(linkView("to"))]
    return found(withInstantTexts({ rows: views, next: null }))
  })
}

const lostCard: Route = {
  name: "lostCard",
  method: "GET",
  path: "/v1/lost-cards/:card",
  tag: "readers",
  summary: "When a card that was found was reported lost, and whose it was",
  params: { card: Card },
  answer: Schema.Struct({ lostAt: InstantText, name: Schema.String, card: Schema.NullOr(Schema.String) }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, params }) => {
    const { lostCard: lost } = await library.read(tenant, { lostCard: { card: params.card as Card } })
    if (lost === null) return problem("unknown")
    const by = { readerId: lost.readerId }
    const { readerById, cardsOfReader } = await library.read(tenant, { readerById: by, cardsOfReader: by })
    const told = { lostAt: lost.lostAt, name: readerById?.reader.name ?? "", card: cardsOfReader[0] ?? null }
    return found(withInstantTexts(told))
  }
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
  permits: staffOnly,
  handle: of(readerOfCard, async ({ card }, { library, identity }) => {
    const { blocksOfReader } = await library.read(identity.tenant, { blocksOfReader: { card } })
    return rows(blocksOfReader, blockView)
  })
}

export const readerPages: ReadonlyArray<Route> = [
  reader,
  blocks,
  notes,
  links,
  lostCard,
  ...pages("readers", "/v1/readers/:card", "a reader", readerOfCard)
]
export const ownPages: ReadonlyArray<Route> = pages("me", "/v1/me", "oneself", oneself)
