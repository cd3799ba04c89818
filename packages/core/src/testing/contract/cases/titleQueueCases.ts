import { Effect } from "effect"
import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import { TransitId } from "../../../transits/model.ts"
import { itemRow, loanRow, minutesLater, reservationRow, transitRow } from "../../rows.ts"
import { type ContractCase, mustFail, same } from "../contractCase.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

const titleId = TitleId.make("t1")

const kept = reservationRow("r3", "t1", 1_024, {
  state: "setAside",
  setAsideItemId: ItemId.make("i2"),
  setAsideAt: minutesLater(1),
  shelfUntil: minutesLater(9)
})
const suspended = { suspended: 1, suspendedUntil: minutesLater(5) }
const others = [
  reservationRow("r2", "t1", 2_048),
  reservationRow("r5", "t1", 3_072, suspended),
  reservationRow("r1", "t1", 4_096, { volume: "v. 2", itemType: "book" }),
  reservationRow("r4", "t1", 2 ** 41 + 5, { itemId: ItemId.make("i1"), notBefore: minutesLater(3) }),
  reservationRow("r7", "t1", 2 ** 52, suspended)
]
const lent = loanRow("l1", "i1")
const items = [
  itemRow("i2", "t1", { status: "setAside", reservationId: ReservationId.make("r3") }),
  itemRow("i1", "t1", { status: "onLoan", loanId: LoanId.make("l1") }),
  itemRow("i3", "t1"),
  itemRow("i4", "t1", { status: "inTransit", transitId: TransitId.make("x1") })
]
const travels = transitRow("x1", "i4", { state: "open", sentAt: minutesLater(1) })

/** r3 has i2 on the shelf, five wait, one has ended; i1 is lent, and was before. Another title has one of each. */
const queue = {
  ...stock({ titles: ["t1", "t2"] }),
  item: [...items, itemRow("i9", "t2")],
  transit: [travels],
  loan: [lent, loanRow("l0", "i1", { state: "closed", closedAt: minutesLater(1) })],
  reservation: [
    ...others,
    kept,
    reservationRow("r8", "t1", null, { state: "cancelled", endedAt: minutesLater(2) }),
    reservationRow("r9", "t2", 1_024)
  ]
}

/** What is asked of a title's queue as a whole. */
export const titleQueueCases: ReadonlyArray<ContractCase> = [
  {
    title: "queueOfTitle: the live reservations of a title by place, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(queue)
      const pages = (limit: number) =>
        pagesOf(limit, (after) =>
          Effect.map(scene.read({ queueOfTitle: { titleId, after, limit } }), (found) => found.queueOfTitle)
        )
      for (const limit of [1, 2, 1000]) yield* same(yield* pages(limit), [kept, ...others], `by ${limit}`)
      const none = { titleId: TitleId.make("t9"), after: null, limit: 9 }
      yield* same((yield* scene.read({ queueOfTitle: none })).queueOfTitle, { rows: [], next: null }, "of no title")
      const tooLong = scene.storage.read(scene.tenant, { queueOfTitle: { ...none, limit: 1001 } })
      yield* mustFail(tooLong, "StorageFault", "too long a page")
    })
  },
  {
    title: "waitingBefore: what waits before a place, counted by what it waits for and from when on",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(queue)
      const before = (place: number) =>
        Effect.map(scene.read({ waitingBefore: { titleId, place } }), ({ waitingBefore }) =>
          waitingBefore.map((group) => JSON.stringify(Object.entries(group).sort())).sort()
        )
      const group = (set: object, count: number) =>
        JSON.stringify(
          Object.entries({
            itemId: null,
            volume: "",
            itemType: "",
            notBefore: null,
            suspended: 0,
            suspendedUntil: null,
            ...set,
            count
          }).sort()
        )
      yield* same(yield* before(2_048), [], "before the first that waits")
      yield* same(yield* before(2_049), [group({}, 1)], "the first")
      const all = [
        group({}, 1),
        group(suspended, 2),
        group({ volume: "v. 2", itemType: "book" }, 1),
        group({ itemId: "i1", notBefore: minutesLater(3) }, 1)
      ].sort()
      yield* same(yield* before(Number.MAX_SAFE_INTEGER), all, "all")
    })
  },
  {
    title:
      "copiesStanding: the copies of a title by barcode, with open loans, transits and whom they are set aside for",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(queue)
      const [keptItem, lentItem, free, travelling] = items
      const standing = [
        { item: lentItem, transit: null, loan: lent, keptFor: null },
        { item: keptItem, transit: null, loan: null, keptFor: kept },
        { item: free, transit: null, loan: null, keptFor: null },
        { item: travelling, transit: travels, loan: null, keptFor: null }
      ]
      for (const limit of [1, 2, 1000]) {
        const rows = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ copiesStanding: { titleId, after, limit } }), (found) => found.copiesStanding)
        )
        yield* same(rows, standing, `by ${limit}`)
      }
    })
  }
]
