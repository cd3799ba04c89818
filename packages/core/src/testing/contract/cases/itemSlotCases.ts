import { Effect } from "effect"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { byItself, ReservationId } from "../../../reservations/model.ts"
import {
  accountRow,
  barcodeOf,
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
import { stock, together } from "../stock.ts"

const title = (titleId: string) => {
  const { title, responsibility, format, language } = titleRow(titleId)
  return { titleId, title, responsibility, format, language }
}
const held = (reservationId: string, readerId: string) => ({
  reservationId: ReservationId.make(reservationId),
  readerId: ReaderId.make(readerId),
  ...byItself
})

/** What can be asked by an item's barcode. */
export const itemSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "item: the item with the barcode, its queue, and of its title what a person reads",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(
        stock({
          titles: ["t1", "t2"],
          items: [
            ["i1", "t1"],
            ["i2", "t2"]
          ]
        })
      )
      const found = yield* scene.read({ item: { barcode: barcodeOf("i2") } })
      yield* same(
        found,
        { item: { item: itemRow("i2", "t2"), queue: queueRow("t2"), title: title("t2") } },
        "the facts"
      )
    })
  },
  {
    title: "a barcode that no item has finds nothing, in every slot that asks by one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]], readers: ["ada"] }))
      const barcode = barcodeOf("unknown")
      const found = yield* scene.read({
        item: { barcode },
        loanOfItem: { barcode },
        setAsideOfItem: { barcode },
        candidatesOfItem: { barcode, limit: 5 }
      })
      yield* same(found, { item: null, loanOfItem: null, setAsideOfItem: null, candidatesOfItem: [] }, "the facts")
    })
  },
  {
    title: "loanOfItem: the open loan with its reader and account; never a closed one",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const parts = {
        titles: ["t1"],
        items: [
          ["i1", "t1"],
          ["i2", "t1"]
        ] as const,
        readers: ["ada", "ben"]
      }
      const closed = { state: "closed", closedAt: minutesLater(5) } as const
      yield* scene.insert({
        ...stock(parts),
        loan: [loanRow("l1", "i1", closed), loanRow("l2", "i1"), loanRow("l3", "i2", closed)],
        loanReader: ["l1", "l2", "l3"].map((loanId, index) => ({
          loanId: LoanId.make(loanId),
          readerId: ReaderId.make(index === 1 ? "ben" : "ada")
        }))
      })
      const lent = yield* scene.read({ loanOfItem: { barcode: barcodeOf("i1") } })
      const facts = { loan: loanRow("l2", "i1"), reader: readerRow("ben"), account: accountRow("ben") }
      yield* same(lent.loanOfItem, facts, "the open loan")
      const back = yield* scene.read({ loanOfItem: { barcode: barcodeOf("i2") } })
      yield* same(back.loanOfItem, null, "the loan of an item that came back")
    })
  },
  {
    title: "setAsideOfItem: the reservation that the item is set aside for, and whose it is",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const kept = reservationRow("r1", "t1", 1, {
        state: "setAside",
        setAsideItemId: ItemId.make("i1"),
        setAsideAt: minutesLater(1),
        shelfUntil: minutesLater(2)
      })
      yield* scene.insert({
        ...stock({ titles: ["t1"], readers: ["ada"] }),
        item: [itemRow("i1", "t1", { status: "setAside", reservationId: kept.reservationId }), itemRow("i2", "t1")],
        reservation: [kept],
        reservationReader: [held("r1", "ada")]
      })
      const found = yield* scene.read({ setAsideOfItem: { barcode: barcodeOf("i1") } })
      yield* same(
        found.setAsideOfItem,
        { reservation: kept, readerId: "ada", slot: null, reader: readerRow("ada") },
        "the reservation"
      )
      const free = yield* scene.read({ setAsideOfItem: { barcode: barcodeOf("i2") } })
      yield* same(free.setAsideOfItem, null, "that of a free item")
    })
  },
  {
    title: "candidatesOfItem: who waits for the title or for this item, in queue order, as many as asked for",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const ended = { state: "cancelled", endedAt: minutesLater(9) } as const
      const readers = ["ada", "ben", "cid", "dan"]
      const waiting = [
        reservationRow("r1", "t1", 30, { placedAt: minutesLater(1) }),
        reservationRow("r2", "t1", 4, { itemId: ItemId.make("i1"), placedAt: minutesLater(2) }),
        reservationRow("r3", "t1", 200, { placedAt: minutesLater(0) })
      ] as const
      yield* scene.insert({
        ...stock({
          titles: ["t1", "t2"],
          items: [
            ["i1", "t1"],
            ["i2", "t1"],
            ["i3", "t2"]
          ],
          readers
        }),
        reservation: [
          ...waiting,
          reservationRow("r4", "t1", 1, { itemId: ItemId.make("i2") }),
          reservationRow("r5", "t1", 2, { state: "setAside", setAsideItemId: ItemId.make("i2") }),
          reservationRow("r6", "t1", null, ended),
          reservationRow("r7", "t2", 3)
        ],
        reservationReader: [
          held("r1", "ada"),
          held("r2", "ben"),
          held("r3", "cid"),
          ...["r4", "r5", "r7"].map((id) => held(id, "dan"))
        ]
      })
      const candidate = (index: 0 | 1 | 2) => {
        const readerId = readers[index] as string
        return { reservation: waiting[index], reader: readerRow(readerId), account: accountRow(readerId) }
      }
      const inOrder = [candidate(1), candidate(0), candidate(2)]
      const barcode = barcodeOf("i1")
      for (const limit of [1, 2, 3, 50]) {
        const found = yield* scene.read({ candidatesOfItem: { barcode, limit } })
        yield* same(found.candidatesOfItem, inOrder.slice(0, limit), `the first ${limit}`)
      }
      const titleId = TitleId.make("t1")
      for (const limit of [1, 3, 1000]) {
        const rows = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ candidatesOfTitle: { titleId, after, limit } }), (found) => found.candidatesOfTitle)
        )
        const ids = rows.map(({ reservation }) => reservation.reservationId)
        yield* same(ids, ["r4", "r2", "r1", "r3"], `of the title, by ${limit}`)
      }
    })
  },
  {
    title: "a set of slots is answered together, each as it is alone; none asked gives none",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(
        together(stock({ titles: ["t1"], items: [["i1", "t1"]], readers: ["ada"] }), { loan: [loanRow("l1", "i1")] })
      )
      const barcode = barcodeOf("i1")
      const both = yield* scene.read({ item: { barcode }, cardsOfReader: { readerId: ReaderId.make("ada") } })
      const item = yield* scene.read({ item: { barcode } })
      const cards = yield* scene.read({ cardsOfReader: { readerId: ReaderId.make("ada") } })
      yield* same(both, { ...item, ...cards }, "both")
      yield* same(yield* scene.read({}), {}, "none")
    })
  }
]
