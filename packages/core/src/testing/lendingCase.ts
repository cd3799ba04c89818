import { Result } from "effect"
import { compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Actor } from "../decision/actor.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { KeptReservation } from "../decision/facts.ts"
import type { CheckOut, CheckOutFacts } from "../loans/checkOutCommand.ts"
import type { LoanRow } from "../loans/model.ts"
import { compilePolicy } from "../policy/index.ts"
import { decodePolicy } from "../policy/reading/decodePolicy.ts"
import { accountRow, barcodeOf, cardOf, itemRow, loanRow, queueRow, readerRow, reservationRow } from "./rows.ts"

/** A checkout of item i1 of title t1 by the reader ada, with the facts that matter given and all others quiet. */
export interface LendingCase {
  readonly at: number
  /** Whether the barcode is anybody's. */
  readonly known?: boolean
  /** What the one row that always matches sets, over what a checkout needs at all. */
  readonly set?: Readonly<Record<string, unknown>>
  /** The branch of the desk: main, home, holding or third. */
  readonly branch?: string
  readonly item?: Partial<ItemRow>
  /** Who has the item on loan, as loan l1. */
  readonly lentTo?: "other" | "reader" | null
  readonly onSiteLoan?: boolean
  /** Open loans of the reader. */
  readonly loans?: number
  readonly loansOfTitle?: number
  readonly blockedUntil?: Instant | null
  readonly expiresAt?: Instant | null
  /** Whose reservation r1 the item is set aside for. */
  readonly setAsideFor?: "other" | "reader" | null
  readonly pickupBranch?: string
  /** Other readers who wait for the title. */
  readonly waiting?: number
}

/** Staff who may go past what a desk decides by itself, but not past blocks and items that are not for loan. */
const librarian: Actor = {
  kind: "staff",
  id: "ann",
  permissions: new Set(["loans.override.onLoan", "loans.override.limit", "loans.override.keptForOther"])
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = Object.fromEntries(week.map((name) => [name, ["00:00-24:00"]]))
const always = { name: {}, zone: "UTC", hours }
const calendar = compileCalendar(
  Result.getOrThrow(decodeCalendar({ branches: { main: always, home: always, holding: always, third: always } }))
)

const policyOf = (set: LendingCase["set"]) =>
  compilePolicy(
    Result.getOrThrow(
      decodePolicy({
        currency: "EUR",
        rounding: "halfUp",
        precedence: { by: "mostCriteria" },
        readerCategories: { adult: {} },
        itemTypes: { book: {} },
        limits: { all: { onSite: false } },
        rows: [
          {
            id: "base",
            when: {},
            set: {
              lendable: true,
              loanPeriod: { days: 7 },
              dueTime: "endOfDay",
              closedDays: "keep",
              debtMax: "unlimited",
              overdueRate: "none",
              "loanCountMax.all": "unlimited",
              ...set
            }
          }
        ]
      })
    ),
    { version: 1 }
  )

/** What a decision about it is given. */
export const lendingCase = (
  given: LendingCase
): { readonly facts: CheckOutFacts; readonly command: CheckOut; readonly context: DecisionContext } => {
  const { at, lentTo = null, setAsideFor = null, waiting = 0, onSiteLoan = false } = given
  const reader = readerRow("ada", { expiresAt: given.expiresAt ?? null })
  const status = lentTo !== null ? "onLoan" : setAsideFor !== null ? "setAside" : (given.item?.status ?? "available")
  const item = itemRow("i1", "t1", {
    ...given.item,
    status,
    loanId: lentTo === null ? null : ("l1" as never),
    reservationId: setAsideFor === null ? null : ("r1" as never)
  })
  const title = { titleId: "t1" as never, title: "", responsibility: "", format: "", language: "" }
  const borrower = lentTo === "reader" ? reader : readerRow("ben")
  const lent: Partial<LoanRow> = { branch: item.presentBranch, onSite: onSiteLoan ? 1 : 0, dueAt: Instant.make(at + 1) }
  const setAside: KeptReservation = {
    reader: setAsideFor === "reader" ? reader : readerRow("ben"),
    reservation: reservationRow("r1", "t1", 1, {
      state: "setAside",
      setAsideItemId: item.itemId,
      pickupBranch: given.pickupBranch ?? "main"
    }),
    readerId: (setAsideFor === "reader" ? "ada" : "ben") as never,
    slot: null
  }
  const group = { readerId: reader.readerId, itemType: "book", collection: "general", branch: item.presentBranch }
  return {
    facts: {
      item: given.known === false ? null : { item, queue: queueRow("t1", { waitingCount: waiting }), title },
      loanOfItem:
        lentTo === null
          ? null
          : { loan: loanRow("l1", "i1", lent), reader: borrower, account: accountRow(borrower.readerId) },
      chargesOfItem: [],
      copiesOfItem: [],
      transitsOfItem: [],
      setAsideOfItem: setAsideFor === null ? null : setAside,
      reader: { reader, account: accountRow("ada") },
      loanCounts: [{ ...group, onSite: onSiteLoan ? 1 : 0, count: given.loans ?? 0 }],
      reservationsOfReader: [],
      joinedOfReader: [],
      overdueOfReader: [],
      blocksOfReader:
        given.blockedUntil == null
          ? []
          : [
              {
                blockId: "b1" as never,
                readerId: reader.readerId,
                kind: "restricted",
                actions: "borrow",
                endsAt: given.blockedUntil,
                note: "",
                ignoredAtHome: 0,
                placedAt: Instant.make(0)
              }
            ],
      loansOfTitle: Array.from({ length: given.loansOfTitle ?? 0 }, (_, nth) => `other${nth}` as never)
    },
    command: { item: barcodeOf("i1"), card: cardOf("ada"), at: Instant.make(at) },
    context: {
      tenant: "town",
      place: { actor: librarian, branch: given.branch ?? "main", channel: "desk" },
      policy: policyOf(given.set),
      calendar,
      ids: ["l2", "e1", "e2", "e3", "e4"]
    }
  }
}
