import type { Api, Whose } from "../api/api.ts"
import type { Failure, Reader, ReaderFile, Reply } from "../api/model.ts"

/** A reader with loans, reservations and account, as they are now; or what kept the first of them from coming. */
export const readFile = async (api: Api, whose: Whose): Promise<Reply<ReaderFile>> => {
  const [reader, loans, reservations, account] = await Promise.all([
    readerOf(api, whose),
    api.loans(whose),
    api.reservations(whose),
    api.account(whose)
  ])
  if (reader.kind !== "done") return reader
  if (loans.kind !== "done") return loans
  if (reservations.kind !== "done") return reservations
  if (account.kind !== "done") return account
  return {
    kind: "done",
    value: { reader: reader.value, loans: loans.value, reservations: reservations.value, account: account.value }
  }
}

const readerOf = async (api: Api, whose: Whose): Promise<Reply<Reader>> => {
  if (whose !== "me") return api.reader(whose.card)
  const me = await api.me()
  if (me.kind !== "done") return me
  return me.value.kind === "reader" ? { kind: "done", value: me.value.reader } : notAReader
}

const notAReader: Failure = { kind: "unknown" }
