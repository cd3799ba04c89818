import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

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
  )
]
