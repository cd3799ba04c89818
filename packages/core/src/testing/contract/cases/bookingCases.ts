import { Effect } from "effect"
import { day, hour, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

/** So many days after the town opened, at nine; closing time is nine hours later. */
const on = (days: number): number => townOpensAt + days * day
const closing = (days: number): number => on(days) + 9 * hour

const bookable = { bookable: true, bookingLeadDays: 1, bookingTrailDays: 1 }

const book = (scene: DeskScene, card: string, first: number, last: number, more: object = {}) =>
  scene.give("book", { item: "i1", card, from: on(first), until: on(last), ...more })

const states = (scene: DeskScene) =>
  Effect.map(scene.rows("booking"), (rows) => rows.map(({ state }) => state as string).sort())

/** No open loan reaches into the days of a live booking. */
const noneRunsInto = (scene: DeskScene) =>
  Effect.gen(function* () {
    const loans = (yield* scene.rows("loan")).filter(({ closedAt }) => closedAt === null)
    for (const { itemId, blockedFrom } of (yield* scene.rows("booking")).filter(({ endedAt }) => endedAt === null))
      yield* must(
        loans.every((loan) => loan.itemId !== itemId || loan.dueAt < blockedFrom),
        "a loan is due after somebody else's booking begins"
      )
  })

/** Items promised for days ahead: nobody gets what is promised to another, whoever comes at once. */
export const bookingCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a loan ends at the last closing time before somebody else's booking, is not renewed into it, and not begun in it",
    { items: 1, readers: ["ada", "ben"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const booked = yield* book(scene, "ben", 4, 6)
        yield* same(booked.receipt.untilAt, closing(6), "the end of the booking")
        yield* same(booked.receipt.blockedFrom, on(3) - 9 * hour, "its lead day")
        yield* same(booked.receipt.blockedUntil, on(8) - 9 * hour - 1, "its trail day")
        const lent = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* same(lent.receipt.dueAt, closing(1), "Saturday, as Sunday is closed and Monday a lead day")
        const renewed = refusalsOf(scene.give("renew", { item: "i1", at: on(1) }))
        yield* same(yield* renewed, ["ItemBooked"], "renewing")
        const all = yield* scene.give("renewAll", { card: "ada", at: on(1) })
        yield* same(all.receipt.summary.reasons, { ItemBooked: 1 }, "renewing all")
        yield* scene.give("returnItem", { item: "i1", at: on(1) })
        const early = yield* refusalsOf(scene.give("checkOut", { item: "i1", card: "ada", at: on(3) }))
        yield* same(early, ["ItemBooked"], "lending on the lead day")
        const own = yield* scene.give("checkOut", { item: "i1", card: "ben", at: on(4) })
        yield* same(own.receipt.dueAt, closing(6), "who booked has it to the end of the booking")
        yield* same(yield* states(scene), ["fulfilled"], "the booking")
        yield* same(yield* scene.rows("bookingReader"), [], "links")
        const [row] = yield* scene.rows("booking")
        yield* same(row?.loanId, own.receipt.loanId, "the loan that fulfilled it")
        yield* scene.give("returnItem", { item: "i1", at: on(6) })
        yield* scene.give("checkOut", { item: "i1", card: "ada", at: on(6) })
      })
  ),
  deskCase(
    "a renewal goes on to the last closing time before a booking, where something is left of it",
    { items: 1, readers: ["ada", "ben"], set: { bookable: true } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* same(yield* refusalsOf(book(scene, "ben", 6, 8)), ["ItemDueLater"], "while it is lent")
        yield* book(scene, "ben", 11, 12)
        const renewed = yield* scene.give("renew", { item: "i1", at: on(6) })
        yield* same(renewed.receipt.dueAt, closing(10), "before the booking")
        yield* same(renewed.receipt.trace.dueSteps.at(-1)?.step, "booking", "why")
        const past = { item: "i1", at: on(7), override: { reason: "as agreed" } }
        const lifted = yield* scene.give("renew", past)
        yield* same(lifted.receipt.dueAt, closing(14), "with the permission, as long as the rules say")
        yield* same(yield* states(scene), ["cancelled"], "the booking")
      })
  ),
  deskCase(
    "who may go past a booking lends the item, and the booking is cancelled in the same step",
    { items: 1, readers: ["ada", "ben", "cid"], set: { bookable: true } },
    (scene) =>
      Effect.gen(function* () {
        yield* book(scene, "ben", 11, 15, { at: on(10) })
        yield* book(scene, "cid", 20, 21, { at: on(10) })
        const lend = { item: "i1", card: "ada", at: on(10), dueAt: closing(13) }
        yield* same(yield* refusalsOf(scene.give("checkOut", lend)), ["ItemBooked"], "to a date in the booking")
        const may = { ...lend, override: { reason: "as agreed" } }
        const others = scene.by("bob", ["loans.override.booked"])
        yield* same(yield* refusalsOf(others("checkOut", may)), ["ItemBooked"], "without the permission")
        const lent = yield* scene.give("checkOut", may)
        yield* same(lent.receipt.dueAt, closing(13), "due")
        yield* same(yield* states(scene), ["booked", "cancelled"], "the bookings")
        yield* scene.give("returnItem", { item: "i1", at: on(13) })
        yield* book(scene, "ben", 14, 16, { at: on(13) })
        const inside = { item: "i1", card: "ada", at: on(14), override: { reason: "as agreed" } }
        const again = yield* scene.give("checkOut", inside)
        yield* same(again.receipt.dueAt, closing(19), "inside a booking, as far as the next one")
        yield* same(yield* states(scene), ["booked", "cancelled", "cancelled"], "the bookings")
      })
  ),
  deskCase(
    "a due date by hand is not given into somebody else's booking, but by who may go past it",
    { items: 1, readers: ["ada", "ben"], set: { bookable: true } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* book(scene, "ben", 11, 12)
        const change = (days: number, more: object = {}) =>
          scene.give("changeDueDate", { item: "i1", dueAt: closing(days), reason: "asked for it", ...more })
        yield* same(yield* refusalsOf(change(10)), [], "before it")
        yield* same(yield* refusalsOf(change(11)), ["ItemBooked"], "into it")
        yield* same(yield* refusalsOf(change(11, { override: { reason: "as agreed" } })), [], "past it")
        yield* same(yield* states(scene), ["cancelled"], "the booking")
      })
  ),
  deskCase(
    "a booking is changed to days that are free, given up, or over; then its days are free again",
    { items: 1, readers: ["ada", "ben"], set: { ...bookable, bookingDaysMax: 5, bookedAheadDaysMax: 60 } },
    (scene) =>
      Effect.gen(function* () {
        const { bookingId } = (yield* book(scene, "ada", 5, 6)).receipt
        const second = (yield* book(scene, "ben", 9, 10)).receipt
        const change = (input: object) => scene.give("changeBooking", { booking: bookingId, ...input })
        yield* same(yield* refusalsOf(change({ until: on(7) })), ["ItemBookedMeanwhile"], "into the lead of the next")
        yield* same(yield* refusalsOf(change({ from: on(0), until: on(6) })), ["BookingTooLong"], "too long")
        yield* same(yield* refusalsOf(change({ from: on(61), until: on(61) })), ["BookingTooFarAhead"], "far ahead")
        yield* same(yield* refusalsOf(change({ from: on(-1), until: on(2) })), ["SpanNotAhead"], "the past")
        const block = { card: "ada", kind: "conduct", actions: ["reserve"] } as const
        const { blockId } = (yield* scene.give("placeBlock", block)).receipt
        yield* same(yield* refusalsOf(change({ from: on(4) })), ["ReaderBlocked"], "a reader who is blocked")
        yield* scene.give("liftBlock", { card: "ada", block: blockId })
        yield* same((yield* change({ from: on(4) })).receipt.fromAt, on(4) - 9 * hour, "a day before")
        const until = yield* change({ until: on(5), at: on(5) })
        yield* same(until.receipt.untilAt, closing(5), "its first day passed and stays")
        yield* scene.give("cancelBooking", { booking: second.bookingId, reason: "not needed" })
        yield* same(
          yield* refusalsOf(scene.give("cancelBooking", { booking: second.bookingId })),
          ["BookingUnknown"],
          "again"
        )
        yield* book(scene, "ada", 9, 10)
        const expire = (at: number) => refusalsOf(scene.give("expireBooking", { booking: bookingId, at }))
        yield* same(yield* expire(closing(5)), ["TooSoon"], "on its last day")
        yield* same(yield* expire(closing(5) + 1), [], "after it")
        yield* same(yield* states(scene), ["booked", "cancelled", "expired"], "the bookings")
        yield* book(scene, "ben", 5, 6, { at: on(5) })
      })
  ),
  deskCase(
    "bookings are limited by policy, and refused where the item is not booked ahead",
    {
      items: 1,
      readers: ["ada"],
      set: { bookable: true, bookingCountMax: 1 },
      rows: [{ id: "films", when: { itemType: "film" }, set: { bookable: false } }]
    },
    (scene) =>
      Effect.gen(function* () {
        yield* book(scene, "ada", 1, 1)
        yield* same(yield* refusalsOf(book(scene, "ada", 3, 3)), ["BookingLimitReached"], "one more")
        yield* book(scene, "ada", 3, 3, { at: on(2) })
        yield* scene.give("addItem", { title: scene.titleId, barcode: "f1", type: "film" })
        const film = book(scene, "ada", 5, 5, { item: "f1", at: on(4) })
        yield* same(yield* refusalsOf(film), ["ItemNotBookable"], "a film")
        yield* scene.give("withdrawItem", { item: "f1", reason: "worn out" })
        const gone = book(scene, "ada", 5, 5, { item: "f1", at: on(4), override: { reason: "as agreed" } })
        yield* same(yield* refusalsOf(gone), ["ItemStatusForbids"], "one that is gone")
      })
  ),
  deskCase(
    "a merge carries bookings over; nobody with one is erased",
    { items: 1, readers: ["ada", "ben"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const { bookingId } = (yield* book(scene, "ben", 4, 5)).receipt
        yield* same(yield* refusalsOf(scene.give("eraseReader", { card: "ben" })), ["BookingsOpen"], "erasing")
        const { receipt } = yield* scene.give("mergeReaders", { card: "ada", other: "ben" })
        yield* same(
          yield* scene.rows("bookingReader"),
          [{ bookingId, readerId: receipt.readerId }],
          "whose booking it is"
        )
        yield* scene.give("checkOut", { item: "i1", card: "ada", at: on(4) })
        yield* same(yield* states(scene), ["fulfilled"], "the booking")
      })
  ),
  deskCase(
    "of six who book days that overlap at once, one does",
    { items: 1, readers: ["r1", "r2", "r3", "r4", "r5", "r6"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const told = yield* Effect.all(
          [1, 2, 3, 4, 5, 6].map((number) => refusalsOf(book(scene, `r${number}`, 10, 9 + number))),
          { concurrency: "unbounded" }
        )
        const refused = told.flat()
        yield* same(refused, Array(5).fill("ItemBookedMeanwhile"), "the others")
        yield* same(yield* states(scene), ["booked"], "the bookings")
      })
  ),
  deskCase(
    "of two bookings moved to the same days at once, one is",
    { items: 1, readers: ["ada", "ben"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const one = (yield* book(scene, "ada", 4, 5)).receipt.bookingId
        const other = (yield* book(scene, "ben", 20, 21)).receipt.bookingId
        const told = yield* Effect.all(
          [one, other].map((booking) =>
            refusalsOf(scene.give("changeBooking", { booking, from: on(11), until: on(12) }))
          ),
          { concurrency: "unbounded" }
        )
        yield* same(told.flat(), ["ItemBookedMeanwhile"], "the other")
      })
  ),
  deskCase(
    "bookings given up while their reader is merged away: what lives has the kept reader, what ended has none",
    { items: 4, titles: 4, readers: ["ada", "ben"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const ids: Array<string> = []
        for (const item of ["i1", "i2", "i3", "i4"])
          ids.push((yield* book(scene, "ben", 4, 5, { item })).receipt.bookingId)
        const [a = "", b = "", c = "", d = ""] = ids
        yield* Effect.all(
          [
            refusalsOf(scene.give("cancelBooking", { booking: a })),
            refusalsOf(scene.give("mergeReaders", { card: "ada", other: "ben" })),
            refusalsOf(scene.give("cancelBooking", { booking: b })),
            refusalsOf(scene.give("expireBooking", { booking: c, at: on(9) }))
          ],
          { concurrency: "unbounded" }
        )
        const links = (yield* scene.rows("bookingReader")).map(({ bookingId }) => bookingId as string)
        yield* same(links, [d], "links")
      })
  ),
  deskCase(
    "loans are renewed while their items are booked: each ends before the booking, or that is refused",
    { items: 6, titles: 6, readers: ["ben", "cid"], loanCountMax: 9, set: bookable },
    (scene) =>
      Effect.gen(function* () {
        const items = ["i1", "i2", "i3", "i4", "i5", "i6"]
        for (const item of items) yield* scene.give("checkOut", { item, card: "cid" })
        const at = on(4)
        const renewing = items.map((item) => refusalsOf(scene.give("renew", { item, at })))
        const booking = items.map((item) => refusalsOf(book(scene, "ben", 10, 11, { item, at })))
        const told = yield* Effect.all([...renewing, ...booking], { concurrency: "unbounded" })
        yield* noneRunsInto(scene)
        const refused = told.slice(items.length).filter((codes) => codes.length > 0).length
        yield* same((yield* scene.rows("booking")).length + refused, items.length, "booked, or not")
      })
  ),
  deskCase(
    "a booking, a loan and a renewal at once: no loan reaches into the booking of somebody else",
    { items: 2, readers: ["ada", "ben", "cid"], set: bookable },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i2", card: "cid" })
        for (const turn of [0, 1, 2]) {
          const at = on(turn)
          const booked = [
            book(scene, "ben", 9 + turn, 10 + turn, { at }),
            book(scene, "ben", 9 + turn, 10 + turn, { at, item: "i2" })
          ]
          yield* Effect.all(
            [
              refusalsOf(booked[0] as (typeof booked)[number]),
              refusalsOf(scene.give("checkOut", { item: "i1", card: "ada", at })),
              refusalsOf(scene.give("renew", { item: "i2", at })),
              refusalsOf(booked[1] as (typeof booked)[number])
            ],
            { concurrency: "unbounded" }
          )
          yield* noneRunsInto(scene)
          yield* refusalsOf(scene.give("returnItem", { item: "i1", at }))
          for (const { bookingId, endedAt } of yield* scene.rows("booking"))
            if (endedAt === null) yield* scene.give("cancelBooking", { booking: bookingId, at })
        }
      })
  )
]
