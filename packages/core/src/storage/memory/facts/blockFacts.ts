import type { FactSlots } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import type { OverdueLoan, ReaderBlockRow } from "../../../readers/blocks/model.ts"
import { inOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemWithBarcode } from "./itemFacts.ts"
import { candidatesBeside, candidatesOf } from "./queueFacts.ts"

/** Blocks of a reader, the one placed first first. */
export const blocksOf = (store: TenantStore, readerId: string): ReadonlyArray<ReaderBlockRow> =>
  inOrder(store.tables.readerBlock.having("readerId", readerId), [{ column: "placedAt" }, { column: "blockId" }])

/** Blocks of the first candidates for a copy. */
export const blocksOfQueue = (
  store: TenantStore,
  item: Tables["item"] | undefined,
  limit: number
): ReadonlyArray<ReaderBlockRow> => blocksOfReaders(store, readersOfCandidates(store, item, limit))

export const blocksOfReaders = (store: TenantStore, readers: ReadonlyArray<string>): ReadonlyArray<ReaderBlockRow> => {
  const blocks = readers.flatMap((readerId) => store.tables.readerBlock.having("readerId", readerId))
  return inOrder(blocks, [{ column: "blockId" }])
}

/** The readers of the first candidates for a copy, each once. */
export const readersOfCandidates = (
  store: TenantStore,
  item: Tables["item"] | undefined,
  limit: number
): ReadonlyArray<string> => [...new Set(candidatesOf(store, item, limit).map(({ reader }) => reader.readerId))]

/** The readers of the first candidates besides a reservation, each once. */
export const readersBeside = (store: TenantStore, by: FactSlots["candidatesBeside"]["by"]): ReadonlyArray<string> => [
  ...new Set(candidatesBeside(store, by).map(({ reader }) => reader.readerId))
]

/** Open loans of a reader due before an instant, the one due first first. */
export const overdueOf = (
  store: TenantStore,
  readerId: string,
  { before, limit }: { readonly before: number; readonly limit: number }
): ReadonlyArray<OverdueLoan> => {
  const late = openLoansOf(store, readerId).filter(({ dueAt }) => dueAt < before)
  return inOrder(late, [{ column: "dueAt" }, { column: "loanId" }])
    .slice(0, limit)
    .map(({ loanId, dueAt, recalledAt, titleId }) => ({
      loanId,
      dueAt,
      recalledAt,
      waitingCount: store.tables.titleQueue.get(titleId)?.waitingCount ?? 0
    }))
}

/** Open loans that a reader has of the title of an item. */
export const loansOfTitleOf = (
  store: TenantStore,
  readerId: string,
  barcode: Tables["item"]["barcode"]
): ReadonlyArray<Tables["loan"]["loanId"]> => {
  const titleId = itemWithBarcode(store, barcode)?.titleId
  const same = openLoansOf(store, readerId).filter((loan) => loan.titleId === titleId)
  return inOrder(same, [{ column: "loanId" }]).map(({ loanId }) => loanId)
}

/** Open loans that a reader has of the volume set of an item; none where it belongs to no set. */
export const loansOfVolumeSetOf = (
  store: TenantStore,
  readerId: string,
  barcode: Tables["item"]["barcode"]
): ReadonlyArray<Tables["loan"]["loanId"]> => {
  const volumeSet = itemWithBarcode(store, barcode)?.volumeSet ?? ""
  const same = openLoansOf(store, readerId).filter(
    ({ itemId }) => volumeSet !== "" && store.tables.item.get(itemId)?.volumeSet === volumeSet
  )
  return inOrder(same, [{ column: "loanId" }]).map(({ loanId }) => loanId)
}

const openLoansOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["loan"]> =>
  store.tables.loanReader.having("readerId", readerId).flatMap(({ loanId }) => {
    const loan = store.tables.loan.get(loanId)
    return loan === undefined || loan.closedAt !== null ? [] : [loan]
  })
