import type { Api, Whose } from "../api/api.ts"
import type { Failure, Reader, ReaderFile, Reply } from "../api/model.ts"

/** A reader with loans, reservations, account and what staff wrote, as they are now; or what kept the first of them from coming. */
export const readFile = async (api: Api, whose: Whose): Promise<Reply<ReaderFile>> => {
  const [reader, loans, reservations, bookings, account, appeals, notes, blocks] = await Promise.all([
    readerOf(api, whose),
    api.loans(whose),
    api.reservations(whose),
    api.bookings(whose),
    api.account(whose),
    api.appeals(whose),
    whose === "me" ? nothing : api.notes(whose.card),
    whose === "me" ? nothing : api.blocks(whose.card)
  ])
  if (reader.kind !== "done") return reader
  if (loans.kind !== "done") return loans
  if (reservations.kind !== "done") return reservations
  if (bookings.kind !== "done") return bookings
  if (account.kind !== "done") return account
  if (appeals.kind !== "done") return appeals
  if (notes.kind !== "done") return notes
  if (blocks.kind !== "done") return blocks
  const written = { notes: notes.value, blocks: blocks.value }
  const promised = { reservations: reservations.value, bookings: bookings.value }
  const held = { loans: loans.value, account: account.value, appeals: appeals.value }
  return { kind: "done", value: { reader: reader.value, ...promised, ...held, ...written } }
}

const nothing: Reply<ReadonlyArray<never>> = { kind: "done", value: [] }

const readerOf = async (api: Api, whose: Whose): Promise<Reply<Reader>> => {
  if (whose !== "me") return api.reader(whose.card)
  const me = await api.me()
  if (me.kind !== "done") return me
  return me.value.kind === "reader" ? { kind: "done", value: me.value.reader } : notAReader
}

const notAReader: Failure = { kind: "unknown" }
