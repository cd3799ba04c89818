import { Effect } from "effect"
import { ItemId } from "../../../catalogue/model.ts"
import type { JoinedReservation, Page } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { BlockId } from "../../../readers/blocks/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { byItself, ReservationId } from "../../../reservations/model.ts"
import {
  accountRow,
  barcodeOf,
  cardOf,
  itemRow,
  minutesLater,
  queueRow,
  readerRow,
  reservationRow,
  titleRow,
  transitRow
} from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

const asked = (reservationId: string) => ({ reservationId: ReservationId.make(reservationId) })

/** What can be asked by a reservation, and of the pickup shelf. */
export const reservationSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "reservation: a live one with its reader and queue; one that ended belongs to nobody and is not found",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(shelf)
      const found = yield* scene.read({ reservation: asked("r2") })
      const facts = { reservation: waiting, readerId: "ben", queue: queueRow("t1"), slot: null }
      yield* same(found.reservation, facts, "the one that waits")
      yield* same((yield* scene.read({ reservation: asked("r9") })).reservation, null, "the one that ended")
      yield* same((yield* scene.read({ reservation: asked("r0") })).reservation, null, "one that never was")
    })
  },
  {
    title:
      "joined reservations: of those who wait for a copy, of whom it is kept for, of a reservation and of a reader",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(sets)
      const barcode = barcodeOf("i1")
      const ids = (found: ReadonlyArray<JoinedReservation>): ReadonlyArray<string> =>
        found.map(({ reservation, groupId, groupKind }) => `${reservation.reservationId} ${groupKind} ${groupId}`)
      const [first, second] = [
        ["r1 anyOf g", "r3 anyOf g"],
        ["r2 together h", "r5 together h"]
      ] as const
      for (const limit of [0, 1, 2, 9]) {
        const { joinedOfQueue } = yield* scene.read({ joinedOfQueue: { barcode, limit } })
        const wanted = limit === 0 ? [] : limit === 1 ? first : [...first, ...second].sort()
        yield* same(ids(joinedOfQueue), wanted, `of the first ${limit}`)
      }
      const after = yield* scene.read({ joinedAfterReservation: { ...asked("r3"), limit: 9 } })
      yield* same(ids(after.joinedAfterReservation), second, "of those who could have its copy instead")
      const beside = yield* scene.read({ joinedBeside: { ...asked("r1"), limit: 9 } })
      yield* same(ids(beside.joinedBeside), second, "of those who wait besides one")
      const kept = yield* scene.read({ joinedOfKept: { barcode: barcodeOf("i2") } })
      yield* same(ids(kept.joinedOfKept), first, "of whom a copy is kept for")
      yield* same((yield* scene.read({ joinedOfKept: { barcode } })).joinedOfKept, [], "of nobody")
      const own = yield* scene.read({ joinedOfReservation: asked("r5"), joinedOfReader: { card: cardOf("ada") } })
      yield* same(ids(own.joinedOfReservation), second, "of a reservation")
      yield* same(ids(own.joinedOfReader), first, "of a reader")
      const other = yield* scene.read({ joinedOfOther: { other: cardOf("ada") } })
      yield* same(other.joinedOfOther, own.joinedOfReader, "of another")
      const [one, two] = own.joinedOfReader
      const group = { reader: readerRow("ada"), groupId: "g", groupKind: "anyOf" } as const
      yield* same(one, { reservation: sets.reservation[0], ...group, copy: null }, "with its row and reader")
      const { titleId, title, responsibility, format, language } = titleRow("t2")
      const copy = {
        item: sets.item[1],
        queue: queueRow("t2"),
        title: { titleId, title, responsibility, format, language }
      }
      yield* same(two, { reservation: keptOfSet, ...group, copy }, "and the copy that it has")
    })
  },
  {
    title: "pickupShelf: what stands there, and how much of its set is there; for whoever tells them, with whose it is",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const link = (reservationId: string, groupId: string, groupKind: "anyOf" | "together") => ({
        reservationId: ReservationId.make(reservationId),
        readerId: ReaderId.make(groupId === "g" ? "ada" : "ben"),
        groupId,
        groupKind
      })
      const items = ["i1", "i2", "i3", "i4"].map((id, nth) => itemRow(id, "t1", reservedBy(nth)))
      const own = items.map(({ itemId }, nth) => onShelf(`r${nth + 1}`, itemId, nth + 1, minutesLater(9 - nth)))
      yield* scene.insert({
        ...stock({ titles: ["t1"], readers: ["ada", "ben", "cid"] }),
        item: items,
        reservation: [...own, reservationRow("r5", "t1", 5)],
        reservationReader: [
          link("r1", "g", "together"),
          link("r2", "g", "together"),
          link("r3", "h", "anyOf"),
          { reservationId: ReservationId.make("r4"), readerId: ReaderId.make("cid"), ...byItself },
          link("r5", "g", "together")
        ]
      })
      const { titleId, title, responsibility, format, language } = titleRow("t1")
      const wanted = [3, 2, 1, 0].map((nth) => ({
        reservation: own[nth],
        item: items[nth],
        queue: queueRow("t1"),
        title: { titleId, title, responsibility, format, language },
        ofSet: nth < 2 ? { here: 2, of: 3 } : null
      }))
      const readers = ["cid", "ben", "ada", "ada"].map((id) => readerRow(id))
      for (const limit of [1, 3, 9]) {
        const page = (after: string | null) => ({ branch: "main", after, limit })
        const shelved = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ pickupShelf: page(after) }), ({ pickupShelf }) => pickupShelf)
        )
        yield* same(shelved, wanted, `the shelf, by ${limit}`)
        const told = yield* pagesOf(limit, (after) =>
          Effect.map(scene.read({ shelfToTell: page(after) }), ({ shelfToTell }) => shelfToTell)
        )
        yield* same(
          told,
          wanted.map((one, nth) => ({ ...one, reader: readers[nth] })),
          `with readers, by ${limit}`
        )
      }
    })
  },
  {
    title: "itemOfReservation: the copy set aside for it",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(shelf)
      const found = yield* scene.read({ itemOfReservation: asked("r1") })
      const { titleId, title, responsibility, format, language } = titleRow("t1")
      const facts = {
        item: keptItem,
        queue: queueRow("t1"),
        title: { titleId, title, responsibility, format, language }
      }
      yield* same(found.itemOfReservation, facts, "the copy")
      for (const id of ["r2", "r9", "r0"]) {
        yield* same((yield* scene.read({ itemOfReservation: asked(id) })).itemOfReservation, null, `the copy of ${id}`)
      }
    })
  },
  {
    title: "transitsOfReservation: what is planned or open for the copy set aside for it, in order",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(shelf)
      const itemId = keptItem.itemId
      const planned = ["x2", "x1"].map((id, nth) => transitRow(id, itemId, { plannedAt: minutesLater(nth) }))
      const over = transitRow("x0", itemId, { state: "cancelled", endedAt: minutesLater(1) })
      yield* scene.insert({ transit: [...planned, over] })
      const found = yield* scene.read({ transitsOfReservation: asked("r1") })
      yield* same(found.transitsOfReservation, planned, "its transits")
      for (const id of ["r2", "r9", "r0"])
        yield* same(
          (yield* scene.read({ transitsOfReservation: asked(id) })).transitsOfReservation,
          [],
          `the transits of ${id}`
        )
    })
  },
  {
    title: "candidatesAfterReservation: who could have the copy instead, in queue order, as many as asked for",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(shelf)
      const candidate = (reservation: typeof waiting, readerId: string) => ({
        reservation,
        reader: readerRow(readerId),
        account: accountRow(readerId)
      })
      const all = [candidate(waiting, "ben"), candidate(waitingForCopy, "cid")]
      for (const limit of [1, 2, 50]) {
        const found = yield* scene.read({ candidatesAfterReservation: { ...asked("r1"), limit } })
        yield* same(found.candidatesAfterReservation, all.slice(0, limit), `the first ${limit}`)
      }
      const none = yield* scene.read({ candidatesAfterReservation: { ...asked("r2"), limit: 5 } })
      yield* same(none.candidatesAfterReservation, [], "those after one that has no copy")
    })
  },
  {
    title:
      "titleOfReservation, candidatesBeside, blocksBeside: who waits for a title besides one, though that one ended",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({ ...shelf, readerBlock: ["dan", "cid", "ben", "ada"].map(blockOf) })
      const ids = (limit: number, id: string) =>
        Effect.map(
          scene.read({
            candidatesBeside: { ...asked(id), limit },
            blocksBeside: { ...asked(id), limit },
            titleOfReservation: asked(id)
          }),
          (found) => [
            found.titleOfReservation?.title.titleId ?? null,
            found.titleOfReservation?.queue.titleId ?? null,
            found.candidatesBeside.map(({ reservation, reader }) => `${reservation.reservationId} ${reader.readerId}`),
            found.blocksBeside.map(readerOf)
          ]
        )
      const [four, two, three] = ["r4 dan", "r2 ben", "r3 cid"]
      for (const [id, limit, waits, blocks] of [
        ["r9", 9, [four, two, three], ["ben", "cid", "dan"]],
        ["r2", 9, [four, three], ["cid", "dan"]],
        ["r9", 1, [four], ["dan"]]
      ] as const)
        yield* same(yield* ids(limit, id), ["t1", "t1", waits, blocks] as never, `the first ${limit} besides ${id}`)
      yield* same(yield* ids(9, "r0"), [null, null, [], []] as never, "besides one that never was")
    })
  },
  {
    title:
      "blocksOfQueue, blocksAfterReservation: blocks of as many candidates as asked for, of nobody further down; blocksOfReservation: of its own reader",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({ ...shelf, readerBlock: ["dan", "cid", "ben", "ada"].map(blockOf) })
      for (const [limit, readers] of [
        [1, ["ben"]],
        [2, ["ben", "cid"]],
        [50, ["ben", "cid"]]
      ] as const) {
        const after = yield* scene.read({ blocksAfterReservation: { ...asked("r1"), limit } })
        yield* same(after.blocksAfterReservation.map(readerOf), readers, `after r1, the first ${limit}`)
        const queue = yield* scene.read({ blocksOfQueue: { barcode: keptItem.barcode, limit } })
        yield* same(queue.blocksOfQueue.map(readerOf), readers, `of i1, the first ${limit}`)
      }
      const own = yield* scene.read({ blocksOfReservation: asked("r2") })
      yield* same(own.blocksOfReservation.map(readerOf), ["ben"], "of r2 itself")
      const ended = yield* scene.read({ blocksOfReservation: asked("r9") })
      yield* same(ended.blocksOfReservation, [], "of one that ended")
    })
  },
  {
    title: "shelfExpired: those still on a shelf whose time ended before the instant, by id, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({
        ...stock({ titles: ["t1"], items: numbers.map((index) => [`i${index}`, "t1"] as const) }),
        reservation: [
          ...numbers.map((index) => onShelf(`r${8 - index}`, `i${index}`, index + 1, late(index))),
          reservationRow("r20", "t1", 20),
          reservationRow("r21", "t1", null, { state: "expired", endedAt: minutesLater(1) })
        ]
      })
      yield* overAtTen(["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"], (before, after, limit) =>
        Effect.map(scene.read({ shelfExpired: { before, after, limit } }), (found) => found.shelfExpired)
      )
    })
  },
  {
    title: "waitExpired: those that still wait though their time is over, the first that ended first, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({
        ...stock({ titles: ["t1"], items: [["i1", "t1"]] }),
        reservation: [
          ...numbers.map((index) => reservationRow(`r${8 - index}`, "t1", index + 1, { waitUntil: late(index) })),
          { ...onShelf("r20", "i1", 20), waitUntil: minutesLater(1) },
          reservationRow("r21", "t1", 21),
          reservationRow("r22", "t1", null, { state: "expired", endedAt: minutesLater(1) })
        ]
      })
      yield* overAtTen(["r1", "r3", "r5", "r7", "r0", "r2", "r4", "r6", "r8"], (before, after, limit) =>
        Effect.map(scene.read({ waitExpired: { before, after, limit } }), (found) => found.waitExpired)
      )
    })
  }
]

/** `r8` to `r0` in the order of these numbers: every other one's time ends after five minutes, the others' after ten. */
const numbers = Array.from({ length: 9 }, (_, index) => index)
const late = (index: number) => minutesLater(index % 2 === 0 ? 10 : 5)

/** Whose time is over before five minutes are, before ten, and just after: all of them, in this order. */
const overAtTen = <E>(
  all: ReadonlyArray<string>,
  read: (before: number, after: string | null, limit: number) => Effect.Effect<Page<Tables["reservation"]>, E>
) =>
  Effect.gen(function* () {
    const over = (before: number, limit: number) =>
      Effect.map(
        pagesOf(limit, (after) => read(before, after, limit)),
        (rows) => rows.map(({ reservationId }) => String(reservationId))
      )
    for (const limit of [1, 2, 1000]) {
      yield* same(yield* over(minutesLater(10), limit), ["r1", "r3", "r5", "r7"], `before 10, by ${limit}`)
      yield* same(yield* over(minutesLater(10) + 1, limit), all, `just after 10, by ${limit}`)
    }
    yield* same(yield* over(minutesLater(5), 10), [], "before 5")
  })

const onShelf = (id: string, item: string, place: number, until = minutesLater(5)): Tables["reservation"] =>
  reservationRow(id, "t1", place, {
    state: "setAside",
    setAsideItemId: ItemId.make(item),
    setAsideAt: minutesLater(1),
    shelfUntil: until
  })

const blockOf = (readerId: string): Tables["readerBlock"] => ({
  blockId: BlockId.make(`k-${readerId}`),
  readerId: ReaderId.make(readerId),
  kind: "by-hand",
  actions: "borrow",
  endsAt: null,
  note: "",
  ignoredAtHome: 0,
  placedAt: minutesLater(1)
})
const readerOf = ({ readerId }: Tables["readerBlock"]): string => readerId

const kept = onShelf("r1", "i1", 1)
const keptItem = itemRow("i1", "t1", { status: "setAside", reservationId: kept.reservationId })
const waiting = reservationRow("r2", "t1", 3)
const waitingForCopy = reservationRow("r3", "t1", 4, { itemId: ItemId.make("i1") })
const waitingForOther = reservationRow("r4", "t1", 2, { itemId: ItemId.make("i2") })
const ended = reservationRow("r9", "t1", null, { state: "cancelled", endedAt: minutesLater(2) })

/** r1 has i1 on the shelf; r2 waits for the title, r3 for i1, r4 for i2; r9 ended. */
const shelf = {
  ...stock({ titles: ["t1"], readers: ["ada", "ben", "cid", "dan"] }),
  item: [keptItem, itemRow("i2", "t1")],
  reservation: [kept, waiting, waitingForCopy, waitingForOther, ended],
  reservationReader: [
    ["r1", "ada"],
    ["r2", "ben"],
    ["r3", "cid"],
    ["r4", "dan"]
  ].map(([reservationId, readerId]) => ({
    reservationId: ReservationId.make(reservationId as string),
    readerId: ReaderId.make(readerId as string),
    ...byItself
  }))
}

const reservedBy = (nth: number) => ({
  status: "setAside" as const,
  reservationId: ReservationId.make(`r${nth + 1}`)
})

const keptOfSet = reservationRow("r3", "t2", 1, {
  state: "setAside",
  setAsideItemId: ItemId.make("i2"),
  setAsideAt: minutesLater(1),
  shelfUntil: minutesLater(9)
})

/** `ada` waits for one title and has a copy of the other, joined; `ben` waits for both, joined; `cid` by himself. */
const sets = {
  ...stock({ titles: ["t1", "t2"], readers: ["ada", "ben", "cid"] }),
  item: [itemRow("i1", "t1"), itemRow("i2", "t2", { status: "setAside", reservationId: ReservationId.make("r3") })],
  reservation: [
    reservationRow("r1", "t1", 1),
    reservationRow("r2", "t1", 2),
    keptOfSet,
    reservationRow("r4", "t1", 3),
    reservationRow("r5", "t2", 2)
  ],
  reservationReader: (
    [
      ["r1", "ada", { groupId: "g", groupKind: "anyOf" }],
      ["r2", "ben", { groupId: "h", groupKind: "together" }],
      ["r3", "ada", { groupId: "g", groupKind: "anyOf" }],
      ["r4", "cid", byItself],
      ["r5", "ben", { groupId: "h", groupKind: "together" }]
    ] as const
  ).map(([reservationId, readerId, group]) => ({
    reservationId: ReservationId.make(reservationId),
    readerId: ReaderId.make(readerId),
    ...group
  }))
}
