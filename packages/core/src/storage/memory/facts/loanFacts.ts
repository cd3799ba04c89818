import { accruing } from "../../../accounts/chargeOverdue.ts"
import type { TitleId } from "../../../catalogue/model.ts"
import type {
  FactSlots,
  ItemUse,
  LoanDue,
  LoanFacts,
  LoanToRecall,
  OpenClaim,
  OverdueFacts,
  Page,
  ReaderFacts,
  RunningCharge,
  SettledCharge
} from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import type { ClaimSearchRow, UnseenRenewalRow } from "../../../loans/model.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { chargesOfLoan } from "./chargeFacts.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"

/** The item's open loan with the reader who has it; `null` when it is not on loan. */
export const loanOfItem = (
  store: TenantStore,
  item: Tables["item"] | undefined
): (ReaderFacts & { readonly loan: Tables["loan"] }) | null => {
  const loan = item === undefined ? undefined : store.tables.loan.only(["itemId"], [item.itemId])
  const link = loan === undefined ? undefined : store.tables.loanReader.get(loan.loanId)
  const facts = link === undefined ? null : readerFacts(store, link.readerId)
  return loan === undefined || facts === null ? null : { loan, ...facts }
}

/** The last loan of an item that is over, while its reader is known. */
export const lastLoanOf = (
  store: TenantStore,
  item: Tables["item"] | undefined
): (ReaderFacts & { readonly loan: Tables["loan"] }) | null => {
  const over = store.tables.loan.having("itemId", item?.itemId ?? "").filter(({ closedAt }) => closedAt !== null)
  const [loan] = inOrder(over, [
    { column: "lentAt", down: true },
    { column: "loanId", down: true }
  ])
  const link = loan === undefined ? undefined : store.tables.loanReader.get(loan.loanId)
  const facts = link === undefined ? null : readerFacts(store, link.readerId)
  return loan === undefined || facts === null ? null : { loan, ...facts }
}

export const useOf = (store: TenantStore, item: Tables["item"] | undefined): ItemUse | null => {
  if (item === undefined) return null
  const loans = inOrder(store.tables.loan.having("itemId", item.itemId), [{ column: "lentAt" }])
  return {
    loanCount: loans.length,
    renewalCount: loans.reduce((sum, { renewalCount }) => sum + renewalCount, 0),
    firstLentAt: loans[0]?.lentAt ?? null,
    lastLentAt: loans.at(-1)?.lentAt ?? null
  }
}

const dueFirst: RowOrder<Tables["loan"]> = [{ column: "dueAt" }, { column: "loanId" }]

/** Renewals of these loans for which nobody had the item in hand, by loan and number. */
export const unseenOf = (store: TenantStore, loanIds: ReadonlyArray<string>): ReadonlyArray<UnseenRenewalRow> =>
  inOrder(
    loanIds.flatMap((loanId) => store.tables.unseenRenewal.having("loanId", loanId)),
    [{ column: "loanId" }, { column: "renewalCount" }]
  )

/** Open loans by when they fall due, page by page. */
export const loansDue = (
  store: TenantStore,
  { from, before, after, limit }: FactSlots["loansDue"]["by"]
): Page<LoanDue> => {
  const due = store.tables.loan
    .inKeyOrder()
    .filter(({ closedAt, dueAt }) => closedAt === null && dueAt >= from && dueAt < before)
  const { rows, next } = pageOf(inOrder(due, dueFirst), dueFirst, { after, limit, limitMax: 1000 })
  return {
    rows: rows.flatMap((loan) => {
      const item = store.tables.item.get(loan.itemId)
      return item === undefined ? [] : [{ loan, barcode: item.barcode }]
    }),
    next
  }
}

const claimedFirst: RowOrder<Tables["loan"]> = [{ column: "lateUntil" }, { column: "loanId" }]

export const openClaims = (store: TenantStore, { after, limit }: FactSlots["openClaims"]["by"]): Page<OpenClaim> => {
  const claimed = store.tables.loan.inKeyOrder().filter(({ state }) => state === "claimedReturned")
  const { rows, next } = pageOf(inOrder(claimed, claimedFirst), claimedFirst, { after, limit, limitMax: 1000 })
  return {
    rows: rows.map((loan) => {
      const item = store.tables.item.get(loan.itemId) as Tables["item"]
      const searches = searchesOf(store, loan.loanId)
      return {
        loan,
        barcode: item.barcode,
        title: store.tables.title.get(item.titleId)?.title ?? "",
        searches: searches.length,
        searchedAt: searches.at(-1)?.at ?? null
      }
    }),
    next
  }
}

/** In the order in which they were recorded. */
export const searchesOf = (store: TenantStore, loanId: string | null): ReadonlyArray<ClaimSearchRow> =>
  loanId === null ? [] : inOrder(store.tables.claimSearch.having("loanId", loanId), [{ column: "nth" }])

/** Overdue loans with the charge that runs for each, page by page. */
export const overdueLoans = (
  store: TenantStore,
  { before, after, limit }: FactSlots["overdueLoans"]["by"]
): Page<OverdueFacts> => {
  const due = store.tables.loan
    .inKeyOrder()
    .filter(({ closedAt, state, dueAt }) => closedAt === null && state === "onLoan" && dueAt < before)
  const { rows, next } = pageOf(inOrder(due, dueFirst), dueFirst, { after, limit, limitMax: 1000 })
  return {
    rows: rows.flatMap((loan) => {
      const item = itemFacts(store, store.tables.item.get(loan.itemId))
      const link = store.tables.loanReader.get(loan.loanId)
      const reader = link === undefined ? null : readerFacts(store, link.readerId)
      if (item === null || reader === null) return []
      const charges = chargesOfLoan(store, loan.loanId)
      const running = { known: accruing(charges, loan), reminded: accruing(charges, loan, "reminder") }
      return [{ loan, ...item, ...reader, ...running }]
    }),
    next
  }
}

/** Charges of these kinds that run for the open loans of a reader. */
export const accruingOf = (
  store: TenantStore,
  readerId: string,
  kinds: ReadonlyArray<"overdue" | "reminder">
): ReadonlyArray<RunningCharge> => {
  const running = loansOf(store, readerId).flatMap(({ loan }) => {
    const charges = chargesOfLoan(store, loan.loanId)
    return kinds.flatMap((kind) => {
      const known = accruing(charges, loan, kind)
      return known === null ? [] : [{ ...known, loanId: loan.loanId, chargeId: known.charge.chargeId }]
    })
  })
  return inOrder(running, [{ column: "chargeId" }]).map(({ chargeId: _, ...one }) => one)
}

/** Charges of a reader's lost loans of which nothing is owed, without deposits. */
export const settledOf = (store: TenantStore, readerId: string): ReadonlyArray<SettledCharge> =>
  inOrder(
    loansOf(store, readerId)
      .filter(({ loan }) => loan.state === "lost")
      .flatMap(({ loan: { loanId } }) =>
        chargesOfLoan(store, loanId).flatMap(({ charge: { chargeId, kind, outstanding, refunded }, paid }) =>
          outstanding === 0 && (kind !== "deposit" || paid === refunded) ? [{ chargeId, loanId }] : []
        )
      ),
    [{ column: "chargeId" }]
  )

/** Open loans of a reader, the one due first first. */
export const loansOf = (store: TenantStore, readerId: string): ReadonlyArray<LoanFacts> => {
  const open = store.tables.loanReader.having("readerId", readerId).flatMap(({ loanId }) => {
    const loan = store.tables.loan.get(loanId)
    return loan === undefined || loan.closedAt !== null ? [] : [loan]
  })
  return inOrder(open, dueFirst).flatMap((loan) => {
    const facts = itemFacts(store, store.tables.item.get(loan.itemId))
    return facts === null ? [] : [{ loan, ...facts }]
  })
}

/** Open loans of the copies of a title with who has them, lent first first. */
export const loansOfTitle = (store: TenantStore, titleId: string): ReadonlyArray<LoanToRecall> => {
  const open = store.tables.item.having("titleId", titleId).flatMap(({ loanId }) => {
    const loan = loanId === null ? undefined : store.tables.loan.get(loanId)
    return loan === undefined ? [] : [loan]
  })
  return inOrder(open, [{ column: "lentAt" }, { column: "loanId" }]).flatMap((loan) => {
    const link = store.tables.loanReader.get(loan.loanId)
    const facts = itemFacts(store, store.tables.item.get(loan.itemId))
    const reader = link === undefined ? null : readerFacts(store, link.readerId)
    return facts === null || reader === null ? [] : [{ loan, ...facts, ...reader }]
  })
}

/** What was charged for the open loans of a title. */
export const chargesOfTitle = (store: TenantStore, titleId: string): ReadonlyArray<RunningCharge> =>
  chargesOfThese(store, loansOfTitle(store, titleId))

/** Open loans of the title of a reservation that are recalled for reservations, those recalled first first. */
export const recalledOf = (store: TenantStore, reservationId: string): ReadonlyArray<LoanToRecall> => {
  return recalledAmong(loansOfTitle(store, store.tables.reservation.get(reservationId)?.titleId ?? ""))
}

/** The titles that a reader has a live reservation of. */
export const titlesReservedBy = (store: TenantStore, readerId: string): ReadonlyArray<TitleId> => {
  const links = store.tables.reservationReader.having("readerId", readerId)
  const own = links.flatMap(({ reservationId }) => store.tables.reservation.get(reservationId) ?? [])
  return [...new Set(own.map(({ titleId }) => titleId))]
}

/** Open loans of these titles that are recalled for reservations, those recalled first first. */
export const recalledForReader = (store: TenantStore, readerId: string): ReadonlyArray<LoanToRecall> =>
  recalledAmong(titlesReservedBy(store, readerId).flatMap((titleId) => loansOfTitle(store, titleId)))

/** Those that are recalled for reservations, recalled first first. */
const recalledAmong = (loans: ReadonlyArray<LoanToRecall>): ReadonlyArray<LoanToRecall> => {
  const recalled = loans.flatMap((one) => (one.loan.recalledBy === "reservation" ? [{ ...one.loan, one }] : []))
  return inOrder(recalled, [{ column: "recalledAt" }, { column: "loanId" }]).map(({ one }) => one)
}

/** What was charged for these loans. */
export const chargesOfThese = (
  store: TenantStore,
  loans: ReadonlyArray<LoanToRecall>
): ReadonlyArray<RunningCharge> => {
  const charged = loans.flatMap(({ loan: { loanId } }) =>
    chargesOfLoan(store, loanId).map((one) => ({ ...one, loanId, chargeId: one.charge.chargeId }))
  )
  return inOrder(charged, [{ column: "chargeId" }]).map(({ chargeId: _, ...one }) => one)
}
