import { Effect } from "effect"
import type { Instant } from "../../../calendar/instant.ts"
import { TitleId } from "../../../catalogue/model.ts"
import type { Refusal } from "../../../decision/refusal.ts"
import type { Station } from "../../../desk/command.ts"
import { pickupBranchesToChange, pickupBranchesToPlace } from "../../../desk/pickupBranches.ts"
import { Card } from "../../../readers/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const numbered = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, index) => `r${index + 1}`)

/** i1 lent to the first reader, and all others waiting for it in their order. */
const queueBehind = (scene: DeskScene, [first, ...others]: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    yield* scene.give("checkOut", { item: "i1", card: first as string })
    const ids: Array<string> = []
    for (const card of others)
      ids.push((yield* scene.give("reserve", { title: scene.titleId, card })).receipt.reservationId)
    return ids
  })

/** Who waits, in the order of the queue. */
const orderOf = (scene: DeskScene) =>
  Effect.map(scene.rows("reservation"), (rows) =>
    rows
      .filter(({ state }) => state === "waiting")
      .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
      .map(({ reservationId }) => reservationId as string)
  )

const atOnce = { concurrency: "unbounded" } as const

/** What happens to reservations while they wait: suspended, moved, changed, limited, for one volume, as a recall. */
export const waitingCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a suspended reservation keeps its place and takes no copy, until its day or until it is resumed; nobody else's order changes",
    { items: 1, readers: numbered(4) },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = "", c = ""] = yield* queueBehind(scene, numbered(4))
        const until = townOpensAt + 5 * day
        yield* scene.give("suspendReservation", { reservation: a, until })
        yield* scene.give("suspendReservation", { reservation: b })
        yield* same(yield* orderOf(scene), [a, b, c], "the queue")
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + day })
        yield* same(receipt.setAside?.reservationId, c, "who gets it")
        yield* same(
          receipt.skipped,
          [a, b].map((reservationId) => ({ reservationId, because: "Suspended" })),
          "who was passed over"
        )
        const suspend = (reservation: string) => refusalsOf(scene.give("suspendReservation", { reservation }))
        yield* same(yield* suspend(c), ["ReservationBeingFilled"], "one on the shelf")
        yield* scene.give("resumeReservation", { reservation: b, at: townOpensAt + day })
        const handed = yield* scene.give("cancelReservation", { reservation: c, at: townOpensAt + 2 * day })
        yield* same(handed.receipt.setAside?.reservationId, b, "who was resumed")
        const resume = (reservation: string) => refusalsOf(scene.give("resumeReservation", { reservation }))
        yield* same(yield* resume(b), ["ReservationBeingFilled"], "resuming what is on the shelf")
        const last = yield* scene.give("cancelReservation", { reservation: b, at: until + 1 })
        yield* same(last.receipt.setAside?.reservationId, a, "after its last day")
        const past = yield* refusalsOf(scene.give("suspendReservation", { reservation: a, until: 1 }))
        yield* same(past, ["ReservationBeingFilled"], "and not again")
      })
  ),
  deskCase(
    "staff move a reservation before or behind another, as often as they like; no place is lost or doubled",
    { items: 1, readers: numbered(7) },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = "", c = "", d = "", e = "", f = ""] = yield* queueBehind(scene, numbered(7))
        const reason = "as agreed"
        const move = (reservation: string, next: { readonly before?: string; readonly after?: string }) =>
          scene.give("moveReservation", { reservation, ...next, reason } as never)
        yield* same((yield* move(f, { before: a })).receipt.after, null, "the first now")
        yield* same((yield* move(a, { after: e })).receipt.after, e, "the last now")
        yield* same(yield* orderOf(scene), [f, b, c, d, e, a], "the queue")
        // Twenty times into the same gap: places between two whole numbers run out, and others make room.
        for (let turn = 0; turn < 20; turn++) yield* move(turn % 2 === 0 ? c : d, { after: f })
        yield* same(yield* orderOf(scene), [f, d, c, b, e, a], "after many moves")
        const late = yield* scene
          .give("reserve", { title: scene.titleId, card: "r1", override: { reason } } as never)
          .pipe(Effect.flip)
        yield* same(late._tag, "Refused", "who has it does not wait for it")
        yield* same(yield* refusalsOf(move(b, { before: b })), ["NotInSameQueue"], "next to itself")
        yield* same(yield* refusalsOf(move(b, { before: "none" })), ["ReservationUnknown"], "next to nothing")
        yield* scene.give("returnItem", { item: "i1" })
        yield* same(yield* refusalsOf(move(f, { after: b })), ["ReservationBeingFilled"], "one on the shelf")
        yield* same(yield* refusalsOf(move(b, { after: f })), ["ReservationBeingFilled"], "next to one on the shelf")
      })
  ),
  deskCase(
    "moves, a cancellation, a reservation and a return at once end as if one came after the other: no place is lost or doubled",
    { items: 1, readers: numbered(8) },
    (scene) =>
      Effect.gen(function* () {
        const ids = yield* queueBehind(scene, numbered(7))
        const [a = "", b = "", c = "", d = "", e = "", f = ""] = ids
        const move = (reservation: string, next: { readonly before?: string; readonly after?: string }) =>
          refusalsOf(scene.give("moveReservation", { reservation, ...next, reason: "as agreed" } as never))
        const [ofMoves, cancelled, placed, returned] = yield* Effect.all(
          [
            // The same gap twice, and one move across it.
            Effect.all([move(f, { before: b }), move(e, { before: b }), move(d, { after: f })], atOnce),
            scene.give("cancelReservation", { reservation: c }),
            scene.give("reserve", { title: scene.titleId, card: "r8" }),
            scene.give("returnItem", { item: "i1" })
          ],
          atOnce
        )
        const { reservationId: last } = placed.receipt
        const rows = yield* scene.rows("reservation")
        const kept = rows.filter(({ state }) => state === "setAside").map(({ reservationId }) => reservationId)
        yield* same([ofMoves.flat(), cancelled.receipt.reservationId], [[], c], "what was refused, and ended")
        yield* same([returned.receipt.setAside?.reservationId, kept], [a, [a]], "for whom the copy is kept")
        const order = yield* orderOf(scene)
        yield* same(order.toSorted(), [b, d, e, f, last].toSorted(), "who waits")
        yield* same([order.indexOf(f) < order.indexOf(b), order.at(-1)], [true, last], "the queue")
        const [queue] = yield* scene.rows("titleQueue")
        yield* same(queue?.waitingCount, 5, "how many are counted")
      })
  ),
  deskCase(
    "what is lent while somebody recalls it by itself is recalled at once, though the loan of another copy is recalled for another",
    {
      items: 3,
      readers: numbered(5),
      set: { recallMinimum: { days: 1 }, recallReturnWithin: { days: 1 }, reservationsPerTitleMax: 9 }
    },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = "", c = "", d = "", e = ""] = numbered(5)
        const recall = (card: string, item: string) =>
          scene.give("reserve", { title: scene.titleId, item, card, kind: "recall" })
        const usual = (yield* scene.give("checkOut", { item: "i2", card: a })).receipt
        yield* same((yield* recall(b, "i2")).receipt.recalled[0]?.loanId, usual.loanId, "the loan of the other copy")
        yield* scene.give("changeItem", { item: "i1", status: "inProcess" })
        yield* same((yield* recall(c, "i1")).receipt.recalled, [], "nothing of this one is out")
        const override = { reason: "in a hurry" }
        const lent = yield* scene.give("checkOut", { item: "i1", card: d, override })
        yield* same(lent.receipt.dueAt < usual.dueAt, true, "it is due earlier")
        // Whoever named those two copies recalls no third.
        const third = yield* scene.give("checkOut", { item: "i3", card: e, override })
        yield* same(third.receipt.dueAt, usual.dueAt, "the third is lent as usual")
      })
  ),
  deskCase(
    "a reservation of a smaller rank waits before all of a greater, whenever it was placed",
    {
      items: 1,
      readers: numbered(4),
      rows: [{ id: "first", when: { readerCategory: "child" }, set: { queueRank: 5 } }]
    },
    (scene) =>
      Effect.gen(function* () {
        const [a = "", b = ""] = yield* queueBehind(scene, numbered(3))
        yield* scene.give("registerReader", { card: "kid", name: "kid", category: "child" })
        const { receipt } = yield* scene.give("reserve", { title: scene.titleId, card: "kid" })
        yield* same(receipt.ahead, 0, "how many are before it")
        yield* same(yield* orderOf(scene), [receipt.reservationId, a, b], "the queue")
        const last = yield* scene.give("reserve", { title: scene.titleId, card: "r4" })
        yield* same(last.receipt.ahead, 3, "how many are before the last")
      })
  ),
  deskCase(
    "only a copy of the wanted volume and type fills it, whoever stands before; a copy of neither is for others",
    { items: 3, readers: ["ada", "ben", "cid", "dan"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("changeItem", { item: "i1", volume: "1" })
        yield* scene.give("changeItem", { item: "i2", volume: "2" })
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        const reserve = (card: string, what: object) => scene.give("reserve", { title: scene.titleId, card, ...what })
        const second = (yield* reserve("ben", { volume: "2" })).receipt.reservationId
        const film = yield* refusalsOf(reserve("cid", { itemType: "film" }))
        yield* same(film, ["TitleWithoutItems"], "a type that there is none of")
        const any = (yield* reserve("cid", {})).receipt.reservationId
        const again = yield* refusalsOf(reserve("ben", {}))
        yield* same(again, ["AlreadyReserved"], "any copy, for who waits for one volume")
        const first = (yield* reserve("ben", { volume: "1" })).receipt.reservationId
        const back = yield* scene.give("returnItem", { item: "i3" })
        yield* same(back.receipt.setAside?.reservationId, any, "who gets a copy of no volume")
        yield* same(back.receipt.skipped, [], "nobody had a right to it before")
        const renewed = yield* refusalsOf(scene.give("renew", { item: "i2" }))
        yield* same(renewed, ["OthersWaiting", "RenewalWouldShorten"], "renewing what is waited for")
        yield* same(
          (yield* scene.give("returnItem", { item: "i1" })).receipt.setAside?.reservationId,
          first,
          "volume 1"
        )
        yield* same(
          (yield* scene.give("returnItem", { item: "i2" })).receipt.setAside?.reservationId,
          second,
          "volume 2"
        )
      })
  ),
  deskCase(
    "as many as the policy lets, of one title, in a day, as recalls; a club's copies are as many reservations",
    {
      items: 2,
      readers: ["ada", "ben", "cid"],
      set: { reservationCountMax: 9, reservationsPerTitleMax: 3, reservationsPerDayMax: 4, recallsPerReaderMax: 1 }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        const reserve = (card: string, what: object) => scene.give("reserve", { title: scene.titleId, card, ...what })
        const club = yield* reserve("ben", { copies: 2 })
        yield* same(club.receipt.reservationIds.length, 2, "two reservations")
        yield* same(yield* refusalsOf(reserve("ben", { copies: 2 })), ["TitleReservationsReached"], "four of one title")
        const recall = yield* reserve("ben", { kind: "recall" })
        yield* same(recall.receipt.recalled === null, false, "a loan is recalled")
        yield* scene.give("cancelReservation", { reservation: recall.receipt.reservationId })
        yield* reserve("ben", { kind: "recall" })
        yield* scene.give("cancelReservation", { reservation: club.receipt.reservationId })
        yield* same(
          yield* refusalsOf(reserve("ben", { kind: "recall" })),
          ["RecallLimitReached", "ReservationDayLimitReached"],
          "a fifth that day, and a second recall"
        )
        const tomorrow = yield* reserve("ben", { at: townOpensAt + day })
        yield* same(tomorrow.receipt.kind, "wait", "the next day")
      })
  ),
  deskCase(
    "as many of a category as the policy lets: two copies of a film are too many where one is admitted, and a book is not one",
    {
      items: 1,
      readers: ["ada", "ben"],
      set: { reservationCountMax: 9, reservationsPerTitleMax: 9, "reservationCountMax.film": 1 }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("changeItem", { item: "i1", type: "film" })
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const reserve = (titleId: string) => scene.give("reserve", { title: titleId, card: "ben" })
        yield* reserve(scene.titleId)
        const [row] = yield* scene.rows("reservation")
        yield* same(row?.copyType, "film", "what it counts as")
        yield* same(yield* refusalsOf(reserve(scene.titleId)), ["CategoryReservationsReached"], "a second film")
        yield* scene.give("changeItem", { item: "i1", type: "book" })
        yield* same(yield* refusalsOf(reserve(scene.titleId)), [], "a book, as the copy is one by now")
      })
  ),
  deskCase(
    "a recall brings the loan back that was lent first; without one that is out, whoever borrows next is told at once",
    {
      items: 2,
      readers: ["ada", "ben", "cid"],
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 }, reservableOnShelf: true }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const later = yield* scene.give("checkOut", { item: "i2", card: "ben", at: townOpensAt + 1 })
        const recall = (card: string, at: number) =>
          scene.give("reserve", { title: scene.titleId, card, kind: "recall", at })
        const { receipt } = yield* recall("cid", townOpensAt + 2)
        const loans = yield* scene.rows("loan")
        const recalled = loans.filter(({ recalledAt }) => recalledAt !== null)
        yield* same(
          recalled.map(({ loanId }) => loanId),
          [receipt.recalled[0]?.loanId as never],
          "the loan"
        )
        yield* same(recalled[0]?.loanId === later.receipt.loanId, false, "not the later one")
        yield* same(recalled[0]?.dueAt, receipt.recalled[0]?.dueAt, "its due date")
        const { blockId } = (yield* scene.give("placeBlock", {
          card: "cid",
          kind: "conduct",
          actions: ["borrow"],
          at: townOpensAt + 2
        })).receipt
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 3 })
        const lent = yield* scene.give("checkOut", { item: "i1", card: "ben", at: townOpensAt + 4 })
        yield* same(
          lent.receipt.dueAt < later.receipt.dueAt,
          true,
          "what is lent while somebody recalls falls due sooner"
        )
        const back = yield* scene.give("suspendReservation", {
          reservation: receipt.reservationId,
          at: townOpensAt + 5
        })
        yield* same(back.receipt.recallsCancelled[0]?.loanId, lent.receipt.loanId, "which loan is recalled no more")
        const [again] = (yield* scene.rows("loan")).filter(({ loanId }) => loanId === lent.receipt.loanId)
        yield* same([again?.recalledAt, again?.recalledBy], [null, null], "nor for anybody else")
        yield* scene.give("liftBlock", { card: "cid", block: blockId, at: townOpensAt + 6 })
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 7 })
        const plain = yield* scene.give("checkOut", { item: "i1", card: "ben", at: townOpensAt + 8 })
        yield* same(plain.receipt.dueAt >= later.receipt.dueAt, true, "one that is suspended recalls nothing")
      })
  ),
  deskCase(
    "who recalls a loan and borrows another copy has it recalled no more, unless somebody else waits who recalls",
    {
      items: 3,
      readers: ["ada", "ben", "cid", "dan"],
      loanCountMax: 9,
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 } }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        for (const card of ["ben", "cid"]) yield* scene.give("reserve", { title: scene.titleId, card, kind: "recall" })
        const recalled = () =>
          Effect.map(
            scene.rows("loan"),
            (loans) => loans.filter(({ recalledBy, closedAt }) => recalledBy !== null && closedAt === null).length
          )
        yield* scene.give("returnItem", { item: "i3" })
        yield* same(yield* recalled(), 2, "while a copy is on the shelf")
        yield* scene.give("checkOut", { item: "i3", card: "ben" })
        yield* same(yield* recalled(), 1, "for whoever still waits")
        yield* scene.give("returnItem", { item: "i3" })
        yield* Effect.all(
          [
            refusalsOf(scene.give("checkOut", { item: "i3", card: "cid" })),
            refusalsOf(scene.give("returnItem", { item: "i2" }))
          ],
          { concurrency: "unbounded" }
        )
        yield* same(yield* recalled(), 0, "for nobody")
      })
  ),
  deskCase(
    "of three that recall two loans two are over at once: one loan is recalled no more",
    {
      items: 2,
      readers: ["ada", "ben", "cid", "dan"],
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 } }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        const asked: Array<string> = []
        for (const card of ["ben", "cid", "dan"])
          asked.push(
            (yield* scene.give("reserve", { title: scene.titleId, card, kind: "recall" })).receipt.reservationId
          )
        const [ben = "", cid = ""] = asked
        yield* Effect.all(
          [
            refusalsOf(scene.give("cancelReservation", { reservation: ben })),
            refusalsOf(scene.give("suspendReservation", { reservation: cid }))
          ],
          { concurrency: "unbounded" }
        )
        const loans = yield* scene.rows("loan")
        yield* same(loans.filter(({ recalledBy }) => recalledBy === "reservation").length, 1, "recalled")
      })
  ),
  deskCase(
    "recalls that are over at once, while a loan comes back: no loan that is left is recalled by whoever is gone",
    {
      items: 3,
      readers: ["ada", "ben", "cid", "dan", "eve"],
      loanCountMax: 9,
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 } }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        const asked: Array<string> = []
        for (const card of ["ben", "cid", "dan"])
          asked.push(
            (yield* scene.give("reserve", { title: scene.titleId, card, kind: "recall" })).receipt.reservationId
          )
        const recalled = () =>
          Effect.map(
            scene.rows("loan"),
            (loans) => loans.filter(({ recalledBy }) => recalledBy === "reservation").length
          )
        yield* same(yield* recalled(), 3, "recalled")
        const [ben = "", cid = "", dan = ""] = asked
        yield* Effect.all(
          [
            refusalsOf(scene.give("cancelReservation", { reservation: ben })),
            refusalsOf(scene.give("suspendReservation", { reservation: cid })),
            refusalsOf(scene.give("reserve", { title: scene.titleId, card: "eve", kind: "wait" }))
          ],
          { concurrency: "unbounded" }
        )
        yield* same(yield* recalled(), 1, "for whoever still waits")
        yield* Effect.all(
          [
            refusalsOf(scene.give("cancelReservation", { reservation: dan })),
            refusalsOf(scene.give("returnItem", { item: "i1" })),
            refusalsOf(scene.give("returnItem", { item: "i2" }))
          ],
          { concurrency: "unbounded" }
        )
        const open = (yield* scene.rows("loan")).filter(({ closedAt }) => closedAt === null)
        yield* same(
          open.map(({ recalledAt }) => recalledAt),
          [null],
          "what is still lent"
        )
      })
  ),
  deskCase(
    "a copy becomes another volume while it is recalled, or while whom it would suit then ends: it is recalled for nobody",
    {
      items: 2,
      readers: ["ada", "ben", "cid"],
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 } }
    },
    (scene) =>
      Effect.gen(function* () {
        const become = (item: string, volume: string) => scene.give("changeItem", { item, volume })
        const recall = (card: string, volume: string) =>
          scene.give("reserve", { title: scene.titleId, card, kind: "recall", volume })
        for (const item of ["i1", "i2"]) {
          yield* become(item, "1")
          yield* scene.give("checkOut", { item, card: "ada" })
        }
        yield* Effect.all([refusalsOf(recall("ben", "1")), refusalsOf(become("i1", "2"))], atOnce)
        yield* become("i1", "1")
        yield* become("i2", "2")
        const { reservationId } = (yield* recall("cid", "2")).receipt
        yield* scene.give("cancelRecall", { item: "i2" })
        const cancel = scene.give("cancelReservation", { reservation: reservationId })
        yield* Effect.all([refusalsOf(become("i1", "2")), refusalsOf(cancel)], atOnce)
        const loans = yield* scene.rows("loan")
        yield* same(loans.filter(({ recalledAt }) => recalledAt !== null).length, 0, "recalled")
      })
  ),
  deskCase(
    "two copies lent at once, while one waits who recalls: one of the loans is recalled",
    {
      items: 3,
      readers: ["ada", "ben", "cid", "dan"],
      set: { recallMinimum: { days: 3 }, recallReturnWithin: { days: 3 } }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i2", card: "ada" })
        yield* scene.give("reserve", { title: scene.titleId, card: "ben", kind: "recall" })
        yield* scene.give("cancelRecall", { item: "i2" })
        const lend = (item: string, card: string) => refusalsOf(scene.give("checkOut", { item, card }))
        yield* same(yield* Effect.all([lend("i1", "cid"), lend("i3", "dan")], atOnce), [[], []], "refusals")
        const loans = yield* scene.rows("loan")
        yield* same(loans.filter(({ recalledBy }) => recalledBy === "reservation").length, 1, "recalled")
      })
  ),
  deskCase(
    "where the policy asks for a last day, a reservation without one is refused, as it is placed and as it is changed",
    { items: 1, readers: ["ada"], set: { reservableWithoutEnd: false } },
    (scene) =>
      Effect.gen(function* () {
        const place = (how: object) => scene.give("reserve", { title: scene.titleId, card: "ada", ...how })
        yield* same(yield* refusalsOf(place({})), ["LastDayNeeded"], "without end")
        const { reservationId } = (yield* place({ notAfter: townOpensAt + 9 * day })).receipt
        const change = (notAfter: number | null) =>
          scene.give("changeReservation", { reservation: reservationId, notAfter } as never)
        yield* same(yield* refusalsOf(change(null)), ["LastDayNeeded"], "without end any more")
        yield* same(yield* refusalsOf(change(townOpensAt + 20 * day)), [], "with a later one")
      })
  ),
  deskCase(
    "a copy in repair is reserved, unless the policy keeps it from that",
    {
      items: 1,
      readers: ["ada"],
      rows: [{ id: "maps", when: { collection: "maps" }, set: { reservableInRepair: false } }]
    },
    (scene) =>
      Effect.gen(function* () {
        const torn = { item: "i1", note: "torn" }
        yield* scene.give("sendToRepair", torn)
        const place = () => scene.give("reserve", { title: scene.titleId, card: "ada" })
        yield* scene.give("changeItem", { item: "i1", collection: "maps" })
        yield* same(yield* refusalsOf(place()), ["ItemStatusForbids"], "one that is kept from it")
        yield* scene.give("changeItem", { item: "i1", collection: "novels" })
        yield* same(yield* refusalsOf(place()), [], "another")
      })
  ),
  deskCase(
    "at which branches it may be fetched is told for all of them at once, and nothing is written",
    { items: 1, readers: ["ada", "ben"], set: { pickupBranches: "home" } },
    (scene) =>
      Effect.gen(function* () {
        const [ben = ""] = yield* queueBehind(scene, ["ada", "ben"])
        const { tenant, titleId } = scene
        const station: Station = { tenant, branch: "main", actor: { kind: "job", name: "asks" }, channel: "job" }
        const [command, at] = [yield* scene.rows("command"), townOpensAt as Instant]
        const ada = { title: TitleId.make(titleId), card: Card.make("ada"), at }
        const placing = yield* pickupBranchesToPlace(station, ada, { dryRun: true })
        const changing = yield* pickupBranchesToChange(
          station,
          { reservation: ReservationId.make(ben), at },
          { dryRun: true }
        )
        const codes = (refusals: ReadonlyArray<Refusal>) => refusals.map(({ _tag }) => _tag)
        yield* same(codes(placing.receipt.everywhere), ["LentToReader"], "what stands in the way everywhere")
        for (const { receipt } of [placing, changing])
          yield* same(
            receipt.branches.map(({ branch, refusals }) => [branch, codes(refusals)]),
            [
              ["main", []],
              ["hill", ["PickupNotAllowed"]]
            ],
            "what forbids each branch"
          )
        yield* same(yield* scene.rows("command"), command, "the commands that are known")
      })
  ),
  deskCase(
    "where and how long it waits is changed while it waits, not to an end before its beginning",
    { items: 1, readers: ["ada", "ben"], set: { reservationDays: 30 } },
    (scene) =>
      Effect.gen(function* () {
        const [ben = ""] = yield* queueBehind(scene, ["ada", "ben"])
        const change = (what: object) => scene.give("changeReservation", { reservation: ben, ...what } as never)
        yield* same((yield* change({ pickupBranch: "hill" })).receipt.pickupBranch, "hill", "the branch")
        yield* same(yield* refusalsOf(change({ pickupBranch: "moon" })), ["BranchUnknown"], "one that is not there")
        const notBefore = townOpensAt + 10 * day
        yield* same(yield* refusalsOf(change({ notBefore, notAfter: townOpensAt })), ["WaitOverBefore"], "backwards")
        yield* change({ notBefore })
        const back = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + day })
        yield* same(back.receipt.skipped, [{ reservationId: ben, because: "NotYet" }], "before its day")
        const again = yield* scene.give("returnItem", { item: "i1", at: notBefore })
        yield* same(again.receipt.setAside?.reservationId, ben, "from its day on")
        yield* same(yield* refusalsOf(change({ notBefore: null })), ["ReservationBeingFilled"], "on the shelf")
      })
  )
]
