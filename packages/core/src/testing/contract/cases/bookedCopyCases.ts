import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const on = (days: number): number => townOpensAt + days * day

const set = { bookable: true, bookingLeadDays: 1, bookingTrailDays: 1 }
const kept = { transfers: { kept: true } }

const book = (scene: DeskScene, card: string, first: number, last: number, more: object = {}) =>
  scene.give("book", { item: "i1", card, from: on(first), until: on(last), ...more })
const reserve = (scene: DeskScene, card: string, more: object = {}) =>
  Effect.map(scene.give("reserve", { title: scene.titleId, card, ...more }), ({ receipt }) => receipt.reservationId)
const stateOf = (scene: DeskScene, reservation: string) =>
  Effect.map(scene.rows("reservation"), (rows) => rows.find((one) => one.reservationId === reservation)?.state)

/** A copy that is booked by one and reserved by another: never kept for one while it is the other's. */
export const bookedCopyCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a copy that another booked is set aside neither by a scan nor by the end of a reservation; who booked it has it",
    { items: 1, readers: ["ada", "ben", "cid"], set },
    (scene) =>
      Effect.gen(function* () {
        const first = yield* reserve(scene, "ben")
        const next = yield* reserve(scene, "cid")
        yield* scene.give("returnItem", { item: "i1" })
        yield* same(yield* stateOf(scene, first), "setAside", "before it is booked")
        const { bookingId } = (yield* book(scene, "ada", 6, 7)).receipt
        const ended = yield* scene.give("cancelReservation", { reservation: first, at: on(4) })
        const booked = [{ reservationId: next, because: "ItemBooked" }] as never
        yield* same([ended.receipt.setAside, ended.receipt.skipped], [null, booked], "handed on")
        const scanned = yield* scene.give("returnItem", { item: "i1", at: on(5) })
        yield* same([scanned.receipt.setAside, scanned.receipt.skipped], [null, booked], "scanned")
        yield* same(scanned.receipt.route, "bookedHere", "where it belongs")
        yield* scene.give("checkOut", { item: "i1", card: "ada", at: on(6) })
        const [booking] = yield* scene.rows("booking")
        yield* same([booking?.bookingId, booking?.state], [bookingId, "fulfilled"], "the booking")
        const back = yield* scene.give("returnItem", { item: "i1", at: on(7) })
        yield* same(back.receipt.setAside?.reservationId, next, "after it")
      })
  ),
  deskCase(
    "a copy that is kept for another is not booked for days in which it may still be fetched, on its way neither",
    { items: 1, readers: ["ada", "ben"], set, document: kept },
    (scene) =>
      Effect.gen(function* () {
        const reservation = yield* reserve(scene, "ben", { pickupBranch: "hill" })
        yield* scene.give("returnItem", { item: "i1" })
        yield* same(yield* refusalsOf(book(scene, "ada", 1, 2)), ["ItemKeptMeanwhile"], "on its way")
        yield* book(scene, "ben", 1, 2)
        yield* scene.at("hill")("returnItem", { item: "i1" })
        const { bookingId: booking } = (yield* book(scene, "ada", 10, 11)).receipt
        const change = (first: number) => refusalsOf(scene.give("changeBooking", { booking, from: on(first) }))
        yield* same(yield* change(4), ["ItemKeptMeanwhile", "ItemBookedMeanwhile"], "to days on the shelf")
        yield* same(yield* change(8), [], "after them")
        yield* scene.give("pickUp", { item: "i1", card: "ben", at: on(1) })
        yield* same(yield* stateOf(scene, reservation), "filled", "the reservation")
      })
  ),
  deskCase(
    "a copy that comes too late to its pickup shelf goes to where it is booked; on its way there it is lent to whose it is",
    { items: 1, readers: ["ada", "ben"], set, document: kept },
    (scene) =>
      Effect.gen(function* () {
        const reservation = yield* reserve(scene, "ben", { pickupBranch: "hill" })
        yield* scene.give("returnItem", { item: "i1" })
        yield* book(scene, "ada", 6, 7)
        const late = yield* scene.at("hill")("returnItem", { item: "i1", at: on(5) })
        yield* same([late.receipt.setAside, late.receipt.route], [null, "bookedElsewhere"], "where it belongs")
        yield* same([late.receipt.transit?.toBranch, late.receipt.transit?.reason], ["main", "booking"], "its way")
        yield* same(yield* stateOf(scene, reservation), "waiting", "the reservation")
        yield* scene.give("checkOut", { item: "i1", card: "ada", at: on(6) })
      })
  ),
  deskCase(
    "a booking and a scan at once: the copy is not set aside for one and booked for another",
    { items: 4, titles: 4, readers: ["ada", "ben"], set: { ...set, reservationCountMax: 9 } },
    (scene) =>
      Effect.gen(function* () {
        const items = ["i1", "i2", "i3", "i4"]
        for (const title of scene.titleIds) yield* scene.give("reserve", { title, card: "ben" })
        const booking = items.map((item) => refusalsOf(book(scene, "ada", 1, 2, { item })))
        const scanning = items.map((item) => refusalsOf(scene.give("returnItem", { item })))
        yield* Effect.all([...booking, ...scanning], { concurrency: "unbounded" })
        const bookings = yield* scene.rows("booking")
        for (const { itemId, reservationId } of yield* scene.rows("item"))
          yield* must(
            (reservationId === null) === bookings.some((one) => one.itemId === itemId),
            "a copy is set aside and booked, or neither"
          )
      })
  )
]
