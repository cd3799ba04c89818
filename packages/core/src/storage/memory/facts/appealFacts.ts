import type { EntryKind } from "../../../accounts/model.ts"
import type { AppealFacts, FactSlots, Page } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { paidCharge } from "./chargeFacts.ts"
import { readerFacts } from "./readerFacts.ts"

export const appealFacts = (store: TenantStore, appealId: string): AppealFacts | null => {
  const appeal = store.tables.appeal.get(appealId)
  const charge = appeal === undefined ? undefined : store.tables.charge.get(appeal.chargeId)
  const facts = appeal === undefined ? null : readerFacts(store, appeal.accountId)
  if (appeal === undefined || charge === undefined || facts === null) return null
  return {
    appeal,
    statement: store.tables.appealStatement.get(appealId) ?? null,
    ...paidCharge(store, charge),
    ...facts
  }
}

const newestFirst: RowOrder<Tables["appeal"]> = [
  { column: "openedAt", down: true },
  { column: "appealId", down: true }
]

export const appealsOf = (
  store: TenantStore,
  readerId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number }
): Page<Tables["appeal"]> =>
  pageOf(inOrder(store.tables.appeal.having("accountId", readerId), newestFirst), newestFirst, {
    after,
    limit,
    limitMax: 1000
  })

export const appealsById = (store: TenantStore, readerId: string): ReadonlyArray<Tables["appeal"]> =>
  inOrder(store.tables.appeal.having("accountId", readerId), [{ column: "appealId" }])

/** Charges of these readers that are disputed and of which something is owed. */
export const heldOf = (store: TenantStore, readerIds: ReadonlyArray<string>): ReadonlyArray<Tables["charge"]> =>
  inOrder(
    readerIds
      .flatMap((readerId) => appealsById(store, readerId).filter(({ decidedAt }) => decidedAt === null))
      .flatMap(({ chargeId }) => store.tables.charge.get(chargeId) ?? [])
      .filter(({ outstanding }) => outstanding > 0),
    [{ column: "chargeId" }]
  )

const oldestFirst: RowOrder<Tables["appeal"]> = [{ column: "openedAt" }, { column: "appealId" }]

export const openAppeals = (
  store: TenantStore,
  { after, limit }: FactSlots["openAppeals"]["by"]
): Page<Tables["appeal"]> => {
  const open = store.tables.appeal.inKeyOrder().filter(({ decidedAt }) => decidedAt === null)
  return pageOf(inOrder(open, oldestFirst), oldestFirst, { after, limit, limitMax: 1000 })
}

const byDeadline: RowOrder<Tables["appeal"]> = [{ column: "decideUntil" }, { column: "appealId" }]

export const appealsToDecide = (
  store: TenantStore,
  { before, after, limit }: FactSlots["appealsToDecide"]["by"]
): Page<Tables["appeal"]> => {
  const late = store.tables.appeal
    .inKeyOrder()
    .filter(({ decideUntil, decidedAt }) => decidedAt === null && decideUntil !== null && decideUntil < before)
  return pageOf(inOrder(late, byDeadline), byDeadline, { after, limit, limitMax: 1000 })
}

const forgiving: ReadonlyArray<EntryKind> = ["waiver", "writeOff"]

/** What was waived and written off for a reader from an instant on, what was undone left out. */
export const forgivenOf = (store: TenantStore, readerId: string, since: number): number => {
  const entries = store.tables.entry.having("accountId", readerId)
  const undone = new Set(
    entries.flatMap(({ kind, corrects }) => (kind === "void" && corrects !== null ? [corrects] : []))
  )
  return entries.reduce(
    (sum, { entryId, kind, at, amount }) =>
      forgiving.includes(kind) && at >= since && !undone.has(entryId) ? sum - amount : sum,
    0
  )
}
