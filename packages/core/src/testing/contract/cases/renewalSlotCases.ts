import { Effect } from "effect"
import { ItemId } from "../../../catalogue/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { barcodeOf, cardOf, itemRow, loanRow, minutesLater, reservationRow } from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

/** What a renewal asks beyond the loan, and what falls due when. */
export const renewalSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "copiesOfItem, copiesOfLoans: all copies of the title, of every title on loan each once",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(lent)
      const found = yield* scene.read({
        copiesOfItem: { barcode: barcodeOf("i1") },
        copiesOfLoans: { card: cardOf("ada") }
      })
      const usual = {
        presentBranch: "main",
        type: "book",
        collection: "general",
        location: "stacks",
        homeBranch: "main",
        volume: ""
      }
      const ofFirst = [
        { ...usual, status: "available", titleId: "t1", count: 1 },
        { ...usual, status: "onLoan", titleId: "t1", count: 2 }
      ]
      yield* same(inOrder(found.copiesOfItem), inOrder(ofFirst), "copies of the item's title")
      const ofSecond = { ...usual, status: "onLoan", titleId: "t2", count: 1 }
      yield* same(inOrder(found.copiesOfLoans), inOrder([...ofFirst, ofSecond]), "copies of the titles on loan")
    })
  },
  {
    title: "queueOfItem, queuesOfLoans: who waits, counted by the copy that is wanted",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(lent)
      const found = yield* scene.read({
        queueOfItem: { barcode: barcodeOf("i1") },
        queuesOfLoans: { card: cardOf("ada") }
      })
      const ofFirst = [
        { titleId: "t1", itemId: null, volume: "", itemType: "", pickupBranch: "main", count: 2 },
        { titleId: "t1", itemId: "i2", volume: "", itemType: "", pickupBranch: "main", count: 1 }
      ]
      yield* same(inOrder(found.queueOfItem), inOrder(ofFirst), "who waits for the item's title")
      const ofSecond = { titleId: "t2", itemId: null, volume: "", itemType: "", pickupBranch: "main", count: 1 }
      yield* same(inOrder(found.queuesOfLoans), inOrder([...ofFirst, ofSecond]), "who waits for the titles on loan")
    })
  },
  {
    title: "unseenOfItem, unseenOfLoans: the unseen renewals of the open loan, and of all loans of the reader",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const rows = [
        ["l1", 1],
        ["l1", 2],
        ["l2", 3]
      ].map(([loanId, renewalCount]) => ({ loanId: loanId as never, renewalCount: renewalCount as number }))
      yield* scene.insert({ ...lent, unseenRenewal: [...rows, { loanId: "l5" as never, renewalCount: 1 }] })
      const found = yield* scene.read({
        unseenOfItem: { barcode: barcodeOf("i1") },
        unseenOfLoans: { card: cardOf("ada") }
      })
      yield* same(found.unseenOfItem, rows.slice(0, 2), "those of the item's loan")
      yield* same(found.unseenOfLoans, [...rows, { loanId: "l5", renewalCount: 1 }], "those of the reader's loans")
    })
  },
  {
    title: "loansDue: open loans due from one instant and before another, the first due first, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const numbers = Array.from({ length: 9 }, (_, index) => index)
      yield* scene.insert({
        ...stock({ titles: ["t1"], items: [...numbers.map((index) => [`i${index}`, "t1"] as const), ["i20", "t1"]] }),
        loan: [
          ...numbers.map((index) => loanRow(`l${8 - index}`, `i${index}`, { dueAt: minutesLater(index % 3) })),
          loanRow("l20", "i20", { state: "closed", closedAt: minutesLater(1), dueAt: minutesLater(1) })
        ]
      })
      const due = (from: number, before: number, limit: number) =>
        pagesOf(limit, (after) =>
          Effect.map(scene.read({ loansDue: { from, before, after, limit } }), (found) => found.loansDue)
        )
      for (const limit of [1, 2, 1000]) {
        const some = yield* due(minutesLater(1), minutesLater(3), limit)
        yield* same(
          some.map(({ loan, barcode }) => `${loan.loanId} ${barcode}`),
          ["l1 b-i7", "l4 b-i4", "l7 b-i1", "l0 b-i8", "l3 b-i5", "l6 b-i2"],
          `due by ${limit}`
        )
      }
      yield* same(yield* due(minutesLater(3), minutesLater(9), 10), [], "later ones")
    })
  }
]

/** Ada has i1 and i2 of t1 and i4 of t2; i3 of t1 is free. Two wait for t1, one for i2, one for t2; one took i1 home before. */
const lent = {
  ...stock({ titles: ["t1", "t2", "t3"], readers: ["ada", "ben"] }),
  item: [
    itemRow("i1", "t1", { status: "onLoan", loanId: "l1" as never }),
    itemRow("i2", "t1", { status: "onLoan", loanId: "l2" as never }),
    itemRow("i3", "t1"),
    itemRow("i4", "t2", { status: "onLoan", loanId: "l4" as never }),
    itemRow("i5", "t3")
  ],
  loan: [
    loanRow("l1", "i1"),
    loanRow("l2", "i2"),
    loanRow("l4", "i4", { titleId: "t2" as never }),
    loanRow("l5", "i5", { titleId: "t3" as never, state: "closed", closedAt: minutesLater(3) })
  ],
  loanReader: ["l1", "l2", "l4", "l5"].map((loanId) => ({ loanId: loanId as never, readerId: ReaderId.make("ada") })),
  reservation: [
    reservationRow("r1", "t1", 1),
    reservationRow("r2", "t1", 2),
    reservationRow("r3", "t1", 3, { itemId: ItemId.make("i2") }),
    reservationRow("r4", "t2", 1),
    reservationRow("r5", "t1", null, { state: "cancelled", endedAt: minutesLater(2) }),
    reservationRow("r6", "t3", 1)
  ]
}

const inOrder = (counts: ReadonlyArray<object>): ReadonlyArray<object> =>
  counts
    .map((count) => Object.fromEntries(Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
