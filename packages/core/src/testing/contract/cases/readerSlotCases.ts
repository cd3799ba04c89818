import { Effect } from "effect"
import { AccountId, EntryId } from "../../../accounts/model.ts"
import { ItemId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { Minor } from "../../../money/minor.ts"
import { type LoanCountRow, ReaderId } from "../../../readers/model.ts"
import { byItself, ReservationId } from "../../../reservations/model.ts"
import {
  accountRow,
  cardOf,
  cardRow,
  chargeRow,
  entryRow,
  itemRow,
  loanRow,
  minutesLater,
  queueRow,
  readerRow,
  reservationRow,
  titleRow
} from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

const ada = { card: cardOf("ada") }
const linked = (loanId: string, readerId = "ada") => ({
  loanId: LoanId.make(loanId),
  readerId: ReaderId.make(readerId)
})

/** What can be asked by a reader's card. */
export const readerSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "reader: by any of the reader's cards, with the account",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada", "ben"] }))
      yield* scene.insert({ card: [cardRow("ada", "second")] })
      const facts = { reader: readerRow("ada"), account: accountRow("ada") }
      for (const card of [cardOf("ada"), cardRow("ada", "second").card]) {
        yield* same((yield* scene.read({ reader: { card } })).reader, facts, `the reader by ${card}`)
      }
      const readerId = ReaderId.make("ada")
      const found = yield* scene.read({ cardsOfReader: { readerId }, readerById: { readerId } })
      yield* same(found, { cardsOfReader: ["c-ada", "second"], readerById: facts }, "the reader by id, and the cards")
    })
  },
  {
    title: "cardHolders: who holds each of two cards; one asked twice is told once, one that nobody holds is left out",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada", "ben", "cid"] }))
      const [a, b, nobodys] = [cardOf("ada"), cardOf("ben"), cardOf("unknown")]
      const byCard = (left: { readonly card: string }, right: { readonly card: string }) =>
        left.card < right.card ? -1 : 1
      for (const [cards, readers] of [
        [
          [b, a],
          ["ada", "ben"]
        ],
        [[a, a], ["ada"]],
        [[nobodys, b], ["ben"]],
        [[nobodys, nobodys], []]
      ] as const) {
        const { cardHolders } = yield* scene.read({ cardHolders: { cards } })
        yield* same(
          cardHolders.toSorted(byCard),
          readers.map((reader) => cardRow(reader)),
          `the holders of ${cards}`
        )
      }
    })
  },
  {
    title: "a card that nobody has finds nothing, in every slot that asks by one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada"] }))
      const by = { card: cardOf("unknown") }
      const found = yield* scene.read({
        reader: by,
        loanCounts: by,
        loansOfReader: by,
        reservationsOfReader: by,
        chargesOfReader: by,
        blocksOfReader: by,
        overdueOfReader: { ...by, before: minutesLater(9), limit: 9 },
        entriesOfReader: { ...by, after: null, limit: 10 },
        cardsOfReader: { readerId: ReaderId.make("unknown") },
        readerById: { readerId: ReaderId.make("unknown") }
      })
      const none = {
        loanCounts: [],
        loansOfReader: [],
        reservationsOfReader: [],
        chargesOfReader: [],
        blocksOfReader: [],
        overdueOfReader: [],
        cardsOfReader: []
      }
      yield* same(
        found,
        { reader: null, readerById: null, ...none, entriesOfReader: { rows: [], next: null } },
        "the facts"
      )
    })
  },
  {
    title: "loanCounts: the reader's own groups",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada", "ben"] }))
      const counts = [group("ada", "book", 2), group("ada", "film", 1), group("ben", "book", 5)]
      yield* scene.commit({ count: counts })
      const { loanCounts } = yield* scene.read({ loanCounts: ada })
      const byType = loanCounts.toSorted((left, right) => (left.itemType < right.itemType ? -1 : 1))
      yield* same(byType, counts.slice(0, 2), "the groups")
    })
  },
  {
    title: "loansOfReader: the open ones with item, queue and title, by due instant, then id",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const due = (loanId: string, itemId: string, minutes: number) =>
        loanRow(loanId, itemId, { dueAt: minutesLater(minutes) })
      const [first, second, third] = [due("l9", "i1", 5), due("l1", "i2", 10), due("l2", "i3", 10)]
      const closed = loanRow("l3", "i4", { state: "closed", closedAt: minutesLater(1) })
      const items = ["i1", "i2", "i3", "i4", "i5"].map((item) => [item, item === "i1" ? "t2" : "t1"] as const)
      yield* scene.insert({
        ...stock({ titles: ["t1", "t2"], items, readers: ["ada", "ben"] }),
        loan: [third, second, first, closed, loanRow("l5", "i5")],
        loanReader: [...["l1", "l2", "l3", "l9"].map((id) => linked(id)), linked("l5", "ben")]
      })
      const { loansOfReader } = yield* scene.read({ loansOfReader: ada })
      const facts = (loan: typeof first, titleId: string) => ({
        loan,
        item: itemRow(loan.itemId, titleId),
        queue: queueRow(titleId),
        title: titleFacts(titleId)
      })
      yield* same(loansOfReader, [facts(first, "t2"), facts(second, "t1"), facts(third, "t1")], "the loans")
    })
  },
  {
    title: "reservationsOfReader: the live ones by instant of placing, then id, with how many wait before them",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const kept = { state: "setAside", setAsideItemId: ItemId.make("i1") } as const
      const late = reservationRow("r1", "t1", 4, { placedAt: minutesLater(9) })
      const early = reservationRow("r3", "t2", 7, { placedAt: minutesLater(1) })
      const same1 = reservationRow("r2", "t1", 3, { placedAt: minutesLater(9), ...kept })
      yield* scene.insert({
        ...stock({
          titles: ["t1", "t2"],
          items: [
            ["i1", "t1"],
            ["i2", "t1"]
          ],
          readers: ["ada", "ben"]
        }),
        reservation: [
          same1,
          late,
          early,
          reservationRow("r4", "t1", 1),
          reservationRow("r5", "t1", 2, { state: "setAside", setAsideItemId: ItemId.make("i2") }),
          reservationRow("r6", "t1", 9),
          reservationRow("r7", "t1", null, { state: "filled", endedAt: minutesLater(2) })
        ],
        reservationReader: [
          ...["r1", "r2", "r3"].map((id) => held(id, "ada")),
          ...["r4", "r5", "r6"].map((id) => held(id, "ben"))
        ]
      })
      const { reservationsOfReader } = yield* scene.read({ reservationsOfReader: ada })
      const facts = (reservation: typeof late, ahead: number) => ({
        reservation,
        readerId: "ada",
        title: titleFacts(reservation.titleId),
        queue: queueRow(reservation.titleId),
        ahead
      })
      yield* same(reservationsOfReader, [facts(early, 0), facts(late, 1), facts(same1, 1)], "the reservations")
    })
  },
  {
    title: "chargesOfReader: those with something owed, the oldest first, then by id, with the loan while it is linked",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const raised = (id: string, minutes: number) => chargeRow(id, "ada", { raisedAt: minutesLater(minutes) })
      const [oldest, open, closed] = [raised("e9", 1), raised("e2", 5), raised("e3", 5)]
      const ids = ["e1", "e2", "e3", "e9"]
      yield* scene.insert({
        ...stock({
          titles: ["t1"],
          items: [
            ["i1", "t1"],
            ["i2", "t1"]
          ],
          readers: ["ada", "ben"]
        }),
        loan: [loanRow("l1", "i1"), loanRow("l2", "i2", { state: "closed", closedAt: minutesLater(3) })],
        entry: [...ids.map((id) => entryRow(id, "ada")), entryRow("e5", "ben")],
        charge: [closed, open, oldest, chargeRow("e1", "ada", { outstanding: Minor.make(0) }), chargeRow("e5", "ben")],
        chargeLoan: [
          { loanId: LoanId.make("l1"), kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e2") },
          { loanId: LoanId.make("l2"), kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e3") }
        ]
      })
      const { chargesOfReader } = yield* scene.read({ chargesOfReader: ada })
      const wanted = [
        { charge: oldest, loanId: null },
        { charge: open, loanId: "l1" },
        { charge: closed, loanId: "l2" }
      ]
      yield* same(
        chargesOfReader.map(({ charge, loanId }) => ({ charge, loanId })),
        wanted,
        "the charges"
      )
      yield* same(
        chargesOfReader.slice(1).map(({ loanClosed }) => loanClosed),
        [false, true],
        "whether the loans are closed"
      )
    })
  },
  {
    title: "entriesOfReader: the newest first, then by id downwards, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ readers: ["ada", "ben"] }))
      const at = [5, 1, 9, 9, 9, 2, 2, 0, 7, 9]
      const entries = at.map((minutes, index) => entryRow(`e${index}`, "ada", { at: minutesLater(minutes) }))
      yield* scene.insert({ entry: [...entries, entryRow("e99", "ben", { accountId: AccountId.make("ben") })] })
      const wanted = ["e9", "e4", "e3", "e2", "e8", "e0", "e6", "e5", "e1", "e7"]
      for (const limit of [1, 3, 10, 1000]) {
        const rows = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ entriesOfReader: { ...ada, after, limit } }), (found) => found.entriesOfReader)
        )
        yield* same(
          rows.map(({ entryId }) => entryId),
          wanted,
          `the entries by ${limit}`
        )
      }
    })
  }
]

const titleFacts = (titleId: string) => {
  const { title, responsibility, format, language } = titleRow(titleId)
  return { titleId, title, responsibility, format, language }
}

const held = (reservationId: string, readerId: string) => ({
  reservationId: ReservationId.make(reservationId),
  readerId: ReaderId.make(readerId),
  ...byItself
})

const group = (readerId: string, itemType: string, count: number): LoanCountRow => ({
  readerId: ReaderId.make(readerId),
  itemType,
  collection: "general",
  branch: "main",
  onSite: 0,
  count
})
