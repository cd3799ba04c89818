import { Effect, Result } from "effect"
import { TitleId } from "../../../catalogue/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { byItself, ReservationId } from "../../../reservations/model.ts"
import { barcodeOf, cardOf, itemRow, morning, reservationRow } from "../../rows.ts"
import { giveBack, lend } from "../acts.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { deskCase } from "../deskScene.ts"
import { newScene, permitted, persistently, refused, type Scene } from "../scene.ts"
import { stock } from "../stock.ts"

const atOnce = { concurrency: "unbounded" } as const
const numbered = (prefix: string, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`)

/** Commands that come at the same moment end as if one had come after the other. */
export const concurrencyCases: ReadonlyArray<ContractCase> = [
  {
    title: "twenty lend the same item at once: one does, the others are told, and one loan exists",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const readers = numbered("p", 20)
      yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]], readers }))
      const outcomes = yield* Effect.all(
        readers.map((reader) => persistently(scene.storage, lend(scene, "i1", reader))),
        atOnce
      )
      yield* must(outcomes.filter(Result.isSuccess).length === 1, "not exactly one believed to have lent the item")
      const loans = yield* scene.rows("loan")
      yield* must(loans.length === 1, `${loans.length} loans exist`)
      yield* must((yield* scene.rows("loanReader")).length === 1, "a loan that was not made left its link")
      yield* must((yield* scene.rows("event")).length === 1, "a loan that was not made left its event")
      yield* must((yield* scene.rows("command")).length === 1 + 1, "a refused command was kept")
      const open = (yield* scene.rows("loanCount")).reduce((sum, { count }) => sum + count, 0)
      yield* must(open === 1, `${open} loans are counted`)
      const [item] = yield* scene.rows("item")
      yield* same([item?.status, item?.loanId], ["onLoan", loans[0]?.loanId], "the item")
    })
  },
  {
    title: "twenty loans at once for a reader with room for fifteen: fifteen loans",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const items = numbered("i", 20)
      const parts = { titles: ["t1"], items: items.map((item) => [item, "t1"] as const), readers: ["ada"] }
      yield* scene.insert(stock(parts))
      const outcomes = yield* Effect.all(
        items.map((item) => persistently(scene.storage, lend(scene, item, "ada", 15))),
        atOnce
      )
      yield* must(outcomes.filter(Result.isSuccess).length === 15, "not exactly fifteen were lent")
      const { loanCounts, loansOfReader } = yield* scene.read({
        loanCounts: { card: cardOf("ada") },
        loansOfReader: { card: cardOf("ada") }
      })
      yield* must(loansOfReader.length === 15, `${loansOfReader.length} loans exist`)
      const counted = loanCounts.reduce((sum, { count }) => sum + count, 0)
      yield* must(counted === 15, `${counted} loans are counted`)
    })
  },
  {
    title: "two desks take the same item back at once: its loan is closed once",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"], items: [["i1", "t1"]], readers: ["ada"] }))
      yield* scene.storage.run(lend(scene, "i1", "ada"))
      const outcomes = yield* Effect.all(
        [1, 2].map(() => persistently(scene.storage, giveBack(scene, "i1"))),
        atOnce
      )
      yield* must(outcomes.filter(Result.isSuccess).length === 1, "not exactly one believed to have taken it back")
      const events = yield* scene.rows("event")
      yield* same(
        events.map(({ seq, tag }) => [seq, tag]),
        [
          [1, "ItemCheckedOut"],
          [2, "ItemReturned"]
        ],
        "the loan's events"
      )
      const open = (yield* scene.rows("loanCount")).reduce((sum, { count }) => sum + count, 0)
      yield* must(open === 0, `${open} loans are counted`)
    })
  },
  {
    title: "ten places in one queue taken at once: ten different places, counted, none lost",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const readers = numbered("p", 10)
      yield* scene.insert(stock({ titles: ["t1"], readers }))
      yield* Effect.all(
        readers.map((reader) => persistently(scene.storage, takePlace(scene, reader))),
        atOnce
      )
      const places = (yield* scene.rows("reservation")).map(({ place }) => place)
      yield* same(
        places.toSorted((left, right) => (left ?? 0) - (right ?? 0)),
        readers.map((_, index) => index + 1),
        "the places"
      )
      const [queue] = yield* scene.rows("titleQueue")
      yield* same([queue?.waitingCount, queue?.nextPlace], [10, 11], "the queue")
    })
  },
  {
    title: "two copies come back at once for one queue: two different reservations get them",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({
        ...stock({
          titles: ["t1"],
          items: [
            ["i1", "t1"],
            ["i2", "t1"]
          ],
          readers: ["ada", "ben"]
        }),
        reservation: [reservationRow("r1", "t1", 1), reservationRow("r2", "t1", 2)],
        reservationReader: [
          { reservationId: ReservationId.make("r1"), readerId: ReaderId.make("ada"), ...byItself },
          { reservationId: ReservationId.make("r2"), readerId: ReaderId.make("ben"), ...byItself }
        ]
      })
      yield* Effect.all(
        ["i1", "i2"].map((item) => persistently(scene.storage, setAsideForFirst(scene, item))),
        atOnce
      )
      const kept = (yield* scene.rows("reservation")).map(({ setAsideItemId }) => setAsideItemId)
      yield* same(kept.toSorted(), ["i1", "i2"], "the copies set aside")
      const items = (yield* scene.rows("item")).map(({ reservationId }) => reservationId)
      yield* same(items.toSorted(), ["r1", "r2"], "the reservations that they are set aside for")
    })
  },
  deskCase(
    "two copies come back at once, of titles of which one is enough: one is kept, the other is passed on",
    {
      items: 2,
      titles: 2,
      readers: ["ada", "ben"],
      loanCountMax: 9,
      set: { reservationsJoined: ["anyOf"], reservationCountMax: 9 }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ben" })
        const reservations: Array<ReservationId> = []
        for (const title of scene.titleIds)
          reservations.push((yield* scene.give("reserve", { title, card: "ada" })).receipt.reservationId)
        yield* scene.give("joinReservations", { card: "ada", reservations, as: "anyOf" })
        const answers = yield* Effect.all(
          ["i1", "i2"].map((item) => scene.give("returnItem", { item })),
          atOnce
        )
        const kept = answers.filter(({ receipt }) => receipt.setAside !== null)
        yield* same(kept.length, 1, "copies that are kept")
        const skipped = answers.flatMap(({ receipt }) => receipt.skipped.map(({ because }) => because))
        yield* same(skipped, ["OtherServed"], "who was passed over")
      })
  ),
  {
    title: "the same barcode added at once: one item gets it; the other command looks again and may refuse",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(stock({ titles: ["t1"] }))
      const barcode = barcodeOf("same")
      const add = (itemId: string) =>
        scene.command({ item: { barcode } }, ({ item }) =>
          item === null
            ? permitted({ insert: { item: [itemRow(itemId, "t1", { barcode })] } })
            : refused({ _tag: "BarcodeTaken", barcode })
        )
      const outcomes = yield* Effect.all(
        numbered("i", 5).map((itemId) => persistently(scene.storage, add(itemId))),
        atOnce
      )
      yield* must(outcomes.filter(Result.isSuccess).length === 1, "not exactly one believed to have added it")
      yield* must((yield* scene.rows("item")).length === 1, "not exactly one item has it")
    })
  },
  {
    title: "a tenant opened many times at once is opened once; documents published at once get different versions",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const tenant = `${scene.tenant}-again`
      const opened = yield* Effect.all(
        [1, 2, 3].map((openedAt) => scene.storage.openTenant({ tenant, name: "x", currency: "EUR", openedAt })),
        atOnce
      )
      yield* must(new Set(opened.map(({ openedAt }) => openedAt)).size === 1, "they got different tenants")
      const policy = { kind: "policy", validFrom: 0, content: "{}", publishedAt: morning, publishedBy: "ann" } as const
      const versions = yield* Effect.all(
        Array.from({ length: 5 }, () => scene.storage.publish(tenant, policy)),
        atOnce
      )
      yield* same(versions.toSorted(), [1, 2, 3, 4, 5], "the versions")
    })
  }
]

const takePlace = (scene: Scene, reader: string) =>
  scene.command({ title: { titleId: TitleId.make("t1") }, reader: { card: cardOf(reader) } }, ({ title }) => {
    if (title === null) return refused()
    const { queue } = title
    const next = {
      ...queue,
      version: queue.version + 1,
      waitingCount: queue.waitingCount + 1,
      nextPlace: queue.nextPlace + 1
    }
    return permitted({
      insert: { reservation: [reservationRow(`r-${reader}`, "t1", queue.nextPlace)] },
      update: { titleQueue: [{ row: next, was: queue.version }] }
    })
  })

const setAsideForFirst = (scene: Scene, item: string) =>
  scene.command(
    { item: { barcode: barcodeOf(item) }, candidatesOfItem: { barcode: barcodeOf(item), limit: 1 } },
    ({ item: found, candidatesOfItem: [first] }) => {
      if (found === null || first === undefined) return refused()
      const { itemId } = found.item
      const { reservationId, version } = first.reservation
      const kept = { ...found.item, version: found.item.version + 1, status: "setAside" as const, reservationId }
      const reservation = {
        ...first.reservation,
        version: version + 1,
        state: "setAside" as const,
        setAsideItemId: itemId,
        setAsideAt: morning,
        shelfUntil: morning
      }
      return permitted({
        update: { item: [{ row: kept, was: found.item.version }], reservation: [{ row: reservation, was: version }] }
      })
    }
  )
