import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const kept = { transfers: { kept: true } }
const at = (days: number): number => townOpensAt + days * day

type ActServices = Effect.Services<ReturnType<DeskScene["give"]>>

/** Copy i1: its status, where it is, and the states of its transits in order. */
const i1Of = (scene: DeskScene) =>
  Effect.gen(function* () {
    const [item] = (yield* scene.rows("item")).filter(({ barcode }) => barcode === "i1")
    const transits = (yield* scene.rows("transit")).toSorted((one, other) => one.plannedAt - other.plannedAt)
    return [item?.status, item?.presentBranch, ...transits.map(({ state }) => state)]
  })

/** How copies travel: sent, arrived, gone astray, lost, cancelled, planned; and for whom. */
export const transitCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a copy returned away from home is on its way until it is scanned in there; lent on the way, it has turned up",
    { items: 1, readers: ["ada"], document: kept },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const back = yield* scene.at("hill")("returnItem", { item: "i1", at: at(1) })
        yield* same(back.receipt.sendTo, "main", "where it belongs")
        yield* same(back.receipt.transit?.reason, "home", "why")
        yield* same(yield* i1Of(scene), ["inTransit", "hill", "open"], "on its way")
        const send = refusalsOf(scene.give("send", { item: "i1", to: "main", at: at(1) }))
        yield* same(yield* send, ["ItemInTransit", "AlreadyThere"], "a second transit")
        const here = yield* scene.give("arrive", { item: "i1", at: at(2) })
        yield* same(here.receipt.arrived?.transitId, back.receipt.transit?.transitId, "the transit")
        yield* same(yield* i1Of(scene), ["available", "main", "arrived"], "there")
        yield* same(yield* refusalsOf(scene.give("arrive", { item: "i1", at: at(2) })), ["ItemNotInTransit"], "again")
        yield* scene.give("send", { item: "i1", to: "hill", at: at(3) })
        yield* scene.give("checkOut", { item: "i1", card: "ada", at: at(4) })
        yield* same(yield* i1Of(scene), ["onLoan", "main", "arrived", "arrived"], "lent on its way")
      })
  ),
  deskCase(
    "a copy for somebody at another branch travels there, and its time on the pickup shelf begins when it comes",
    { items: 1, readers: ["ada", "ben", "cid"], document: kept },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const reserve = (card: string) => scene.give("reserve", { title: scene.titleId, card, pickupBranch: "hill" })
        const { reservationId } = (yield* reserve("ben")).receipt
        const next = (yield* reserve("cid")).receipt.reservationId
        const back = yield* scene.give("returnItem", { item: "i1", at: at(1) })
        yield* same(
          back.receipt.setAside,
          { reservationId, pickupBranch: "hill", shelfUntil: null } as never,
          "for whom"
        )
        yield* same(back.receipt.transit?.toBranch, "hill", "whither")
        const state = () =>
          Effect.map(scene.rows("reservation"), (rows) => rows.find((one) => one.reservationId === reservationId))
        yield* same((yield* state())?.state, "inTransit", "the reservation")
        const expire = refusalsOf(scene.give("expireReservation", { reservation: reservationId, at: at(200) }))
        yield* same(yield* expire, ["ReservationBeingFilled"], "what is on its way does not expire")
        const astray = yield* scene.give("returnItem", { item: "i1", at: at(2) })
        yield* same(astray.receipt.transit?.toBranch, "hill", "what never left is sent again")
        const here = yield* scene.at("hill")("arrive", { item: "i1", at: at(9) })
        yield* same((here.receipt.setAside?.shelfUntil ?? 0) > at(11), true, "days on the shelf from when it came")
        yield* same((yield* state())?.state, "setAside", "it waits there")
        const handed = yield* scene.give("cancelReservation", { reservation: reservationId, at: at(10) })
        yield* same(handed.receipt.setAside?.reservationId, next, "who is next")
        yield* same(handed.receipt.transit, null, "it is there already")
        yield* scene.at("hill")("pickUp", { item: "i1", card: "cid", at: at(10) })
      })
  ),
  deskCase(
    "cancelled on the way, the copy goes on for whoever is next, or turns home when it comes; lost on the way, its reader waits again",
    { items: 1, readers: ["ada", "ben", "cid"], document: kept },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const reserve = (card: string) => scene.give("reserve", { title: scene.titleId, card, pickupBranch: "hill" })
        const first = (yield* reserve("ben")).receipt.reservationId
        yield* scene.give("returnItem", { item: "i1", at: at(1) })
        const alone = yield* scene.give("cancelReservation", { reservation: first, at: at(1) })
        yield* same([alone.receipt.setAside, alone.receipt.transit], [null, null], "nobody else waits")
        const onItsWay = (yield* reserve("cid")).receipt.reservationId
        const there = yield* scene.at("hill")("arrive", { item: "i1", at: at(2) })
        yield* same(there.receipt.setAside?.reservationId, onItsWay, "who waits there by then")
        yield* scene.give("cancelReservation", { reservation: onItsWay, at: at(3) })
        yield* same(yield* i1Of(scene), ["inTransit", "hill", "arrived", "open"], "on its way home")
        const again = (yield* scene.give("reserve", { title: scene.titleId, card: "ben", at: at(3) })).receipt
        const home = yield* scene.give("arrive", { item: "i1", at: at(4) })
        yield* same(home.receipt.setAside?.reservationId, again.reservationId, "at home it is set aside")
        yield* scene.give("cancelReservation", { reservation: again.reservationId, at: at(4) })
        const last = (yield* scene.give("reserve", {
          title: scene.titleId,
          card: "ben",
          pickupBranch: "hill",
          at: at(4)
        })).receipt.reservationId
        yield* scene.give("returnItem", { item: "i1", at: at(5) })
        const missing = yield* scene.give("reportMissing", { item: "i1", noticedAt: "transit", at: at(20) })
        yield* same(missing.receipt.putBackReservationId, last, "whose it was")
        const states = yield* i1Of(scene)
        yield* same([states[0], states.at(-1)], ["missing", "lost"], "the copy and its transit")
        const found = yield* scene.at("hill")("returnItem", { item: "i1", at: at(30) })
        yield* same(found.receipt.setAside?.reservationId, last, "found, it is set aside at once")
      })
  ),
  deskCase(
    "what was planned waits in order until the copy is in hand, behind whoever reserved it; of one copy one transit is open",
    { items: 1, readers: ["ada", "ben"], document: kept },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const plan = (to: string, days = 0) =>
          scene.give("send", { item: "i1", to, plan: true, reason: "rotation", at: at(days) })
        yield* plan("hill")
        yield* same(yield* refusalsOf(plan("hill")), ["AlreadyPlanned"], "twice to one branch")
        yield* same(yield* refusalsOf(plan("moon")), ["BranchUnknown"], "to no branch")
        const wait = (yield* scene.give("reserve", { title: scene.titleId, card: "ben" })).receipt.reservationId
        const back = yield* scene.give("returnItem", { item: "i1", at: at(1) })
        yield* same([back.receipt.setAside?.reservationId, back.receipt.transit], [wait, null], "who waits goes first")
        const handed = yield* scene.give("cancelReservation", { reservation: wait, at: at(2) })
        yield* same(handed.receipt.sendTo, null, "nobody has it in hand")
        const scanned = yield* scene.give("returnItem", { item: "i1", at: at(3) })
        yield* same([scanned.receipt.transit?.reason, scanned.receipt.route], ["rotation", "planned"], "now it goes")
        yield* same(yield* i1Of(scene), ["inTransit", "main", "open"], "the planned one is open")
        const { transitId = "" } = scanned.receipt.transit ?? {}
        const cancel = (transit: string) =>
          scene.give("cancelTransit", { item: "i1", transit: transit as never, reason: "no van today", at: at(3) })
        yield* cancel(transitId)
        yield* same(yield* i1Of(scene), ["available", "main", "cancelled"], "still here")
        yield* same(yield* refusalsOf(cancel(transitId)), ["TransitUnknown"], "again")
      })
  ),
  deskCase(
    "a broken copy goes to the branch that repairs, and home when it is mended; a forbidden way is not taken",
    {
      items: 1,
      readers: ["ada"],
      set: { repairBranch: "hill" },
      document: { transfers: { kept: true, forbidden: [{ from: "main", to: "hill", itemType: "film" }] } }
    },
    (scene) =>
      Effect.gen(function* () {
        const away = yield* scene.give("sendToRepair", { item: "i1", at: at(1) })
        yield* same(away.receipt.transit?.reason, "repair", "why it travels")
        yield* scene.at("hill")("arrive", { item: "i1", at: at(2) })
        yield* same(yield* i1Of(scene), ["inRepair", "hill", "arrived"], "in repair there")
        const mended = yield* scene.at("hill")("repaired", { item: "i1", at: at(3) })
        yield* same(mended.receipt.transit?.toBranch, "main", "home again")
        yield* scene.give("arrive", { item: "i1", at: at(4) })
        yield* scene.give("changeItem", { item: "i1", type: "film", at: at(4) })
        const send = scene.give("send", { item: "i1", to: "hill", at: at(5) })
        const may = yield* refusalsOf(
          scene.by("bob", ["transits.override.forbidden"])("send", { item: "i1", to: "hill", at: at(5) })
        )
        yield* same(may, ["TransferForbidden"], "a film")
        yield* same((yield* send.pipe(Effect.flip))._tag, "Refused", "for anybody who does not ask to override it")
        const override = { reason: "for an exhibition" }
        yield* scene.give("send", { item: "i1", to: "hill", at: at(5), override })
        const [sent] = (yield* scene.rows("event")).filter(
          ({ tag, body }) => tag === "TransitSent" && body.includes("exhibition")
        )
        yield* same(sent === undefined, false, "the reason in the history")
      })
  ),
  deskCase(
    "where a policy keeps no transits, staff are told where a copy belongs, and nothing travels",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const back = yield* scene.at("hill")("returnItem", { item: "i1", at: at(1) })
        yield* same([back.receipt.sendTo, back.receipt.transit], ["main", null], "where it belongs")
        const send = refusalsOf(scene.give("send", { item: "i1", to: "hill", at: at(1) }))
        yield* same(yield* send, ["TransitsNotKept"], "sending")
        yield* same(yield* scene.rows("transit"), [], "transits")
      })
  ),
  deskCase(
    "two desks take in one copy at once, and one sends it: one transit ends, and one at most is open",
    { items: 1, readers: ["ada"], document: kept },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* scene.at("hill")("returnItem", { item: "i1", at: at(1) })
        const acts: ReadonlyArray<Effect.Effect<unknown, unknown, ActServices>> = [
          scene.give("arrive", { item: "i1", at: at(2) }),
          scene.at("hill")("arrive", { item: "i1", at: at(2) }),
          scene.give("send", { item: "i1", to: "hill", at: at(2) }),
          scene.give("returnItem", { item: "i1", at: at(2) })
        ]
        yield* Effect.forEach(acts, Effect.exit, { concurrency: "unbounded", discard: true })
        const open = (yield* scene.rows("transit")).filter(({ state }) => state === "open")
        yield* same(open.length <= 1, true, "open transits")
      })
  )
]
