import { Effect } from "effect"
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

/** Who waits, for how long, and who of many gets what comes back. */
export const queueCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a reservation that waits as long as the policy lets it can be ended then, not earlier; on the shelf that of the shelf counts",
    { items: 1, readers: ["ada", "ben", "cid"], set: { reservationDays: 2 } },
    (scene) =>
      Effect.gen(function* () {
        const [ben = "", cid = ""] = yield* queueBehind(scene, ["ada", "ben", "cid"])
        const rows = yield* scene.rows("reservation")
        const [waitUntil = 0] = rows.map((row) => row.waitUntil ?? 0)
        yield* same(waitUntil > townOpensAt + day && waitUntil < townOpensAt + 3 * day, true, "two days")
        const expire = (reservation: string, at: number) =>
          refusalsOf(scene.give("expireReservation", { reservation, at }))
        yield* same(yield* expire(cid, waitUntil), ["ReservationWaiting"], "on the last day")
        yield* scene.give("returnItem", { item: "i1", at: waitUntil })
        yield* same(yield* expire(ben, waitUntil + 1), ["ReservationOnShelf"], "what stands on the shelf")
        yield* same(yield* expire(cid, waitUntil + 1), [], "after it")
        yield* same(yield* expire(cid, waitUntil + 2), ["ReservationUnknown"], "again")
      })
  ),
  deskCase(
    "who waited too long gets no copy, though no night has ended it yet",
    { items: 1, readers: ["ada", "ben"], set: { reservationDays: 2 } },
    (scene) =>
      Effect.gen(function* () {
        const [ben = ""] = yield* queueBehind(scene, ["ada", "ben"])
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 3 * day })
        yield* same(receipt.setAside, null, "what is set aside")
        yield* same(receipt.skipped, [{ reservationId: ben, because: "WaitOver" }], "who is passed over, and why")
      })
  ),
  deskCase(
    "what others wait for is not lent from the shelf where the policy says so, but for a copy more than are waited for",
    { items: 2, readers: ["ada", "ben", "cid"], set: { lendableWhenWaiting: false } },
    (scene) =>
      Effect.gen(function* () {
        const lend = (item: string, card: string) => refusalsOf(scene.give("checkOut", { item, card }))
        yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        yield* same(yield* lend("i1", "ben"), [], "one of two that stand there")
        yield* same(yield* lend("i2", "cid"), ["OthersWaiting"], "the last one")
        yield* scene.give("checkOut", { item: "i2", card: "cid", override: { reason: "ada was asked" } })
        yield* scene.give("returnItem", { item: "i1" })
        yield* same(yield* lend("i1", "ada"), [], "for whom it was set aside")
      })
  ),
  deskCase(
    "a copy that may not be reserved yet is set aside for nobody, though somebody waits for the title",
    { items: 1, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        const status = "inProcessNotReservable"
        yield* scene.give("addItem", { title: scene.titleId, barcode: "n1", type: "book", status })
        yield* scene.give("reserve", { title: scene.titleId, card: "ada" })
        const { receipt } = yield* scene.give("returnItem", { item: "n1" })
        yield* same(receipt.setAside, null, "what is set aside")
        const [copy] = (yield* scene.rows("item")).filter(({ barcode }) => barcode === "n1")
        yield* same(copy?.status, status, "what it is")
      })
  ),
  deskCase(
    "behind forty who may not have it the forty-first gets the copy, by a return, by one at once with others, and off the shelf",
    { items: 1, readers: numbered(43), set: { reservationCountMax: 5 } },
    (scene) =>
      Effect.gen(function* () {
        const [first = "", ...others] = numbered(43)
        const waiting = yield* queueBehind(scene, [first, ...others])
        for (const card of others.slice(0, 40))
          yield* scene.give("placeBlock", { card, kind: "conduct", actions: ["borrow"] })
        const { receipt } = yield* scene.give("returnItem", { item: "i1" })
        yield* same(receipt.setAside?.reservationId, waiting[40], "whose it is")
        yield* same(receipt.skipped.length, 32, "how many are told one by one")
        yield* same(receipt.skippedMore, { ReaderBlocked: 8 }, "what stood in the way of the others")
        const [event] = (yield* scene.rows("event")).filter(({ tag }) => tag === "ReservationSetAside")
        const { skipped, skippedMore } = JSON.parse(event?.body ?? "{}")
        yield* same([skipped.length, skippedMore], [32, { ReaderBlocked: 8 }], "what the history says")
        const handed = yield* scene.give("cancelReservation", { reservation: waiting[40] as string })
        yield* same(handed.receipt.setAside?.reservationId, waiting[41], "who is next")
      })
  )
]
