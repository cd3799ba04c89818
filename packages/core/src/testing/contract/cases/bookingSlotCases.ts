import { Effect } from "effect"
import { BookingId } from "../../../bookings/model.ts"
import { ItemId } from "../../../catalogue/model.ts"
import { LoanId } from "../../../loans/model.ts"
import { PickupSlotId } from "../../../pickupSlots/model.ts"
import { ReaderId } from "../../../readers/model.ts"
import { byItself, ReservationId } from "../../../reservations/model.ts"
import {
  accountRow,
  barcodeOf,
  bookingRow,
  cardOf,
  itemRow,
  loanRow,
  minutesLater,
  pickupSlotRow,
  queueRow,
  readerRow,
  reservationRow,
  titleRow
} from "../../rows.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { pagesOf } from "../pagesOf.ts"
import { newScene } from "../scene.ts"
import { stock } from "../stock.ts"

/** An hour from then on, with nothing before or after it. */
const hourFrom = (minutes: number) => ({
  blockedFrom: minutesLater(minutes),
  fromAt: minutesLater(minutes),
  untilAt: minutesLater(minutes + 60),
  blockedUntil: minutesLater(minutes + 60)
})

const late = bookingRow("b1", "i1", hourFrom(500))
const early = bookingRow("b2", "i1", hourFrom(100))
const other = bookingRow("b3", "i2", hourFrom(300))
const over = bookingRow("b4", "i1", { ...hourFrom(0), state: "cancelled", endedAt: minutesLater(1) })

const booked = {
  ...stock({
    titles: ["t1"],
    items: [
      ["i1", "t1"],
      ["i2", "t1"]
    ],
    readers: ["ada", "ben"]
  }),
  loan: [loanRow("l1", "i1", { dueAt: minutesLater(77) })],
  loanReader: [{ loanId: LoanId.make("l1"), readerId: ReaderId.make("ben") }],
  booking: [late, early, other, over],
  bookingReader: [
    ["b1", "ada"],
    ["b2", "ben"],
    ["b3", "ada"]
  ].map(([booking, reader]) => ({
    bookingId: BookingId.make(booking as string),
    readerId: ReaderId.make(reader as string)
  }))
}

const asked = (bookingId: string) => ({ bookingId: BookingId.make(bookingId) })
const { titleId, title, responsibility, format, language } = titleRow("t1")
const about = (item: string) => ({
  item: itemRow(item, "t1"),
  queue: queueRow("t1"),
  title: { titleId, title, responsibility, format, language }
})

/** What can be asked of bookings, and of pickup slots. */
export const bookingSlotCases: ReadonlyArray<ContractCase> = [
  {
    title: "booking: a live one with item and reader, and when its item is due; one that ended is not found",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(booked)
      const ada = { readerId: "ada", reader: readerRow("ada"), account: accountRow("ada") }
      const found = yield* scene.read({ booking: asked("b1") })
      yield* same(
        found.booking,
        { booking: late, ...ada, ...about("i1"), loanDueAt: minutesLater(77) },
        "one that is lent"
      )
      const free = yield* scene.read({ booking: asked("b3") })
      yield* same(free.booking, { booking: other, ...ada, ...about("i2"), loanDueAt: null }, "one that is not")
      for (const id of ["b4", "b9"]) yield* same((yield* scene.read({ booking: asked(id) })).booking, null, id)
    })
  },
  {
    title: "bookings of an item, beside another one, of what a reader has on loan, and of a reader: live ones in order",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(booked)
      const [ofAda, ofBen] = [
        { booking: late, readerId: "ada" },
        { booking: early, readerId: "ben" }
      ]
      const found = yield* scene.read({
        bookingsOfItem: { barcode: barcodeOf("i1") },
        bookingsBeside: asked("b1"),
        bookingsOfLoans: { card: cardOf("ben") },
        bookingsOfReader: { card: cardOf("ada") },
        bookingsOfOther: { other: cardOf("ben") }
      })
      yield* same(found.bookingsOfItem, [ofBen, ofAda], "of the item")
      yield* same(found.bookingsBeside, [ofBen], "beside one")
      yield* same(found.bookingsOfLoans, [ofBen, ofAda], "of the loans")
      const ofReader = [
        { booking: other, readerId: "ada", ...about("i2") },
        { ...ofAda, ...about("i1") }
      ]
      yield* same(found.bookingsOfReader, ofReader, "of the reader")
      yield* same(found.bookingsOfOther, [{ ...ofBen, ...about("i1") }], "of the other reader")
    })
  },
  {
    title: "bookings of the copy that is set aside, and of a title; whom the item of a booking is set aside for",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const reservationId = ReservationId.make("r1")
      const kept = reservationRow("r1", "t1", 1, {
        state: "setAside",
        setAsideItemId: ItemId.make("i2"),
        setAsideAt: minutesLater(1),
        shelfUntil: minutesLater(2)
      })
      const waiting = reservationRow("r2", "t1", 2)
      yield* scene.insert({
        ...booked,
        item: [itemRow("i1", "t1"), itemRow("i2", "t1", { status: "setAside", reservationId })],
        reservation: [kept, waiting],
        reservationReader: ["r1", "r2"].map((id) => ({
          reservationId: ReservationId.make(id),
          readerId: ReaderId.make("ben"),
          ...byItself
        }))
      })
      const ofI2 = { booking: other, readerId: "ada" }
      const of = (id: string) => scene.read({ bookingsOfReservation: { reservationId: ReservationId.make(id) } })
      yield* same((yield* of("r1")).bookingsOfReservation, [ofI2], "of the copy")
      for (const id of ["r2", "r9"]) yield* same((yield* of(id)).bookingsOfReservation, [], id)
      const { bookingsOfTitle } = yield* scene.read({ bookingsOfTitle: { titleId } })
      const all = [{ booking: early, readerId: "ben" }, ofI2, { booking: late, readerId: "ada" }]
      yield* same(bookingsOfTitle, all, "of the title")
      const setAside = (id: string) => scene.read({ setAsideOfBooking: asked(id) })
      const keptFor = { reservation: kept, readerId: "ben", slot: null, reader: readerRow("ben") }
      yield* same((yield* setAside("b3")).setAsideOfBooking, keptFor, "for whom")
      for (const id of ["b1", "b9"]) yield* same((yield* setAside(id)).setAsideOfBooking, null, id)
    })
  },
  {
    title: "bookingsOver: live ones whose last day ended before the instant, page by page",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert(booked)
      const before = minutesLater(561)
      const pages = yield* pagesOf(1, (after) =>
        Effect.map(scene.read({ bookingsOver: { before, after, limit: 1 } }), (found) => found.bookingsOver)
      )
      yield* same(
        pages.map(({ bookingId }) => bookingId),
        ["b2", "b3", "b1"],
        "all"
      )
      const none = yield* scene.read({ bookingsOver: { before: minutesLater(160), after: null, limit: 9 } })
      yield* same(none.bookingsOver.rows, [], "before the first ended")
    })
  },
  {
    title: "pickup slots: of a branch those that may be taken; of a reservation and of a reader the one that it has",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      yield* scene.insert({
        ...oneOfEach,
        pickupSlot: [
          ...oneOfEach.pickupSlot,
          pickupSlotRow("s3", { kind: "curbside", fromAt: minutesLater(60), untilAt: minutesLater(90) }),
          pickupSlotRow("s4", { branch: "hill" })
        ]
      })
      const [held] = oneOfEach.pickupSlot
      const reservationId = ReservationId.make("r2")
      const found = yield* scene.read({
        pickupSlot: { slotId: PickupSlotId.make("s1") },
        slotsOfReader: { card: cardOf("ben") },
        reservation: { reservationId },
        setAsideOfItem: { barcode: barcodeOf("i2") }
      })
      yield* same(found.pickupSlot, held, "by its id")
      yield* same(found.slotsOfReader, [{ reservationId, slot: held }], "of the reader")
      yield* same(found.reservation?.slot, held, "of the reservation")
      yield* same(found.setAsideOfItem?.slot, held, "of the item set aside")
      for (const [at, slots] of [
        [89, ["s1", "s3"]],
        [90, ["s1"]]
      ] as const) {
        const by = { branch: "main", at: minutesLater(at) }
        const pages = yield* pagesOf(1, (after) =>
          Effect.map(scene.read({ slotsOfBranch: { ...by, after, limit: 1 } }), ({ slotsOfBranch }) => slotsOfBranch)
        )
        yield* same(
          pages.map(({ slotId }) => slotId),
          slots,
          `of the branch after ${at} minutes`
        )
      }
    })
  }
]
