import { Effect } from "effect"
import { day, hour, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

/** Copies set aside for these readers, an item each: the reservations in their order. */
const setAsideFor = (scene: DeskScene, cards: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const ids: Array<string> = []
    for (const [nth, card] of cards.entries()) {
      const item = `i${nth + 1}`
      yield* scene.give("checkOut", { item, card: "lea" })
      const title = scene.titleIds[nth] as string
      ids.push((yield* scene.give("reserve", { title, card })).receipt.reservationId)
      yield* scene.give("returnItem", { item })
    }
    return ids
  })

const locker = (scene: DeskScene, capacity = 1, more: object = {}) =>
  Effect.map(
    scene.give("addPickupSlot", { kind: "locker", name: "Locker 7", capacity, ...more } as never),
    ({ receipt }) => receipt.slotId
  )

/** How many have it, by the slot and by the reservations. */
const takenOf = (scene: DeskScene, slotId: string) =>
  Effect.gen(function* () {
    const slot = (yield* scene.rows("pickupSlot")).find((one) => one.slotId === slotId)
    const links = (yield* scene.rows("slotTaken")).filter((one) => one.slotId === slotId)
    return [slot?.taken, links.length]
  })

const numbered = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, number) => `r${number + 1}`)

/** Lockers and times for the pickup: taken and free again in the same commit as what takes or frees them. */
export const pickupSlotCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "of two who take the last place of a slot at once, one has it",
    { items: 5, titles: 5, readers: ["lea", ...numbered(5)], loanCountMax: 9 },
    (scene) =>
      Effect.gen(function* () {
        const reservations = yield* setAsideFor(scene, numbered(5))
        const slot = yield* locker(scene, 2)
        const told = yield* Effect.all(
          reservations.map((reservation) => refusalsOf(scene.give("takeSlot", { reservation, slot }))),
          { concurrency: "unbounded" }
        )
        yield* same(told.flat(), ["SlotFull", "SlotFull", "SlotFull"], "the others")
        yield* same(yield* takenOf(scene, slot), [2, 2], "taken")
      })
  ),
  deskCase(
    "a slot is free again once what it is for is fetched, cancelled, expired, left, or put back",
    { items: 5, titles: 5, readers: ["lea", ...numbered(5)], loanCountMax: 9 },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = "", c = "", d = "", e = ""] = yield* setAsideFor(scene, numbered(5))
        const slot = yield* locker(scene, 5)
        for (const reservation of [a, b, c, d, e]) yield* scene.give("takeSlot", { reservation, slot })
        yield* same(yield* takenOf(scene, slot), [5, 5], "all")
        yield* scene.give("pickUp", { item: "i1", card: "r1" })
        yield* same(yield* takenOf(scene, slot), [4, 4], "after it was fetched")
        yield* scene.give("cancelReservation", { reservation: b })
        yield* same(yield* takenOf(scene, slot), [3, 3], "after it was cancelled")
        yield* scene.give("leaveSlot", { reservation: c })
        yield* same(yield* takenOf(scene, slot), [2, 2], "after it was left")
        yield* same(yield* refusalsOf(scene.give("leaveSlot", { reservation: c })), ["NoSlotHeld"], "left twice")
        yield* scene.give("withdrawItem", { item: "i4", reason: "worn out" })
        yield* same(yield* takenOf(scene, slot), [1, 1], "after the copy was withdrawn")
        yield* scene.give("expireReservation", { reservation: e, at: townOpensAt + 30 * day })
        yield* same(yield* takenOf(scene, slot), [0, 0], "after it expired")
      })
  ),
  deskCase(
    "a copy lent past the reservation it is set aside for leaves its slot, too",
    { items: 1, readers: ["lea", "r1"] },
    (scene) =>
      Effect.gen(function* () {
        const [reservation = ""] = yield* setAsideFor(scene, ["r1"])
        const slot = yield* locker(scene)
        yield* scene.give("takeSlot", { reservation, slot })
        yield* scene.give("checkOut", { item: "i1", card: "lea", override: { reason: "as agreed" } })
        yield* same(yield* takenOf(scene, slot), [0, 0], "taken")
      })
  ),
  deskCase(
    "a slot is taken once, for a copy that is there, in time, at its branch, while it is open",
    { items: 2, titles: 2, readers: ["lea", "r1", "r2"] },
    (scene) =>
      Effect.gen(function* () {
        const [reservation = ""] = yield* setAsideFor(scene, ["r1"])
        yield* scene.give("checkOut", { item: "i2", card: "lea" })
        const title = scene.titleIds[1] as string
        const waiting = (yield* scene.give("reserve", { title, card: "r2" })).receipt.reservationId
        const slot = yield* locker(scene)
        const take = (of: string, which: string, at: number = townOpensAt) =>
          refusalsOf(scene.give("takeSlot", { reservation: of, slot: which, at }))
        yield* same(yield* take(waiting, slot), ["NothingSetAside"], "for what still waits")
        yield* same(yield* take("none", slot), ["ReservationUnknown"], "for nothing")
        yield* same(yield* take(reservation, "none"), ["SlotUnknown"], "no slot")
        yield* same(
          yield* take(reservation, yield* locker(scene, 1, { branch: "hill" })),
          ["SlotElsewhere"],
          "elsewhere"
        )
        const times = (from: number, until: number) => ({ kind: "curbside", from, until })
        const today = yield* locker(scene, 1, times(townOpensAt + hour, townOpensAt + 2 * hour))
        yield* same(yield* take(reservation, today, townOpensAt + 2 * hour), ["SlotOver"], "over")
        const late = yield* locker(scene, 1, times(townOpensAt + 20 * day, townOpensAt + 21 * day))
        yield* same(yield* take(reservation, late), ["SlotAfterShelf"], "after it left the shelf")
        yield* same(yield* refusalsOf(locker(scene, 1, { from: townOpensAt })), ["SpanNotAhead"], "with one end")
        yield* same(yield* refusalsOf(locker(scene, 1, { branch: "moon" })), ["BranchUnknown"], "nowhere")
        yield* same(yield* take(reservation, today), [], "in time")
        yield* same(yield* take(reservation, slot), ["SlotHeld"], "a second one")
        yield* scene.give("closePickupSlot", { slot })
        yield* same(yield* refusalsOf(scene.give("closePickupSlot", { slot })), ["SlotClosed"], "closed twice")
        yield* scene.give("leaveSlot", { reservation })
        yield* same(yield* take(reservation, slot), ["SlotClosed"], "a closed one")
      })
  ),
  deskCase(
    "a slot taken while what it is for is fetched, cancelled or merged away: it is had by what lives, or by nobody",
    { items: 3, titles: 3, readers: ["lea", "r1", "r2", "r3", "r9"], loanCountMax: 9 },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = "", c = ""] = yield* setAsideFor(scene, ["r1", "r2", "r3"])
        const slot = yield* locker(scene, 3)
        const acts = [
          refusalsOf(scene.give("takeSlot", { reservation: a, slot })),
          refusalsOf(scene.give("pickUp", { item: "i1", card: "r1" })),
          refusalsOf(scene.give("takeSlot", { reservation: b, slot })),
          refusalsOf(scene.give("cancelReservation", { reservation: b })),
          refusalsOf(scene.give("takeSlot", { reservation: c, slot })),
          refusalsOf(scene.give("mergeReaders", { card: "r9", other: "r3" }))
        ]
        yield* Effect.all(acts, { concurrency: "unbounded" })
        yield* same(yield* takenOf(scene, slot), [1, 1], "taken, for what was carried over")
      })
  )
]
