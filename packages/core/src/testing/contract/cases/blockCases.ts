import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const atOnce = { concurrency: "unbounded" } as const
const numbered = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, index) => `i${index + 1}`)

/** What blocks a reader holds too when twenty commands come at once. */
export const blockCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "twenty copies of one title at once for a reader who may have three of it: three loans",
    { items: 20, readers: ["ada"], loanCountMax: 20, set: { titleLoansMax: 3 } },
    (scene) =>
      Effect.gen(function* () {
        const told = yield* Effect.all(
          numbered(20).map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada" }))),
          atOnce
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 3, "how many were lent")
        yield* same(new Set(told.flat()), new Set(["TitleLimitReached"]), "what the others were told")
      })
  ),
  deskCase(
    "overdue loans block by their number and by their days, at every desk that asks at once",
    {
      items: 12,
      titles: 12,
      readers: ["ada", "ben"],
      loanCountMax: 20,
      set: { overdueLoansMax: 1, overdueDaysMax: 3 }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        const late = townOpensAt + 13 * day
        const told = yield* Effect.all(
          [
            ...numbered(8)
              .slice(2)
              .map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada", at: late }))),
            refusalsOf(scene.give("reserve", { title: scene.titleIds[9] as string, card: "ada", at: late })),
            refusalsOf(scene.give("renew", { item: "i1", at: late })),
            refusalsOf(scene.give("checkOut", { item: "i12", card: "ben", at: late }))
          ],
          atOnce
        )
        const twice = ["ReaderOverLimit", "ReaderOverLimit"]
        yield* same(told.slice(0, -1), Array(8).fill(twice), "what ada was told")
        yield* same(told.at(-1), [], "what ben was told")
      })
  ),
  deskCase(
    "a copy goes past whoever is blocked from borrowing, by hand, to the next who is not; the blocked keep their place",
    { items: 1, readers: ["ada", "ben", "cid"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const ben = yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
        const cid = yield* scene.give("reserve", { title: scene.titleId, card: "cid" })
        yield* scene.give("placeBlock", {
          card: "ben",
          kind: "conduct",
          actions: ["borrow"],
          endsAt: townOpensAt + day
        })
        const first = yield* scene.give("returnItem", { item: "i1" })
        yield* same(first.receipt.setAside?.reservationId, cid.receipt.reservationId, "who gets it")
        const skipped = [{ reservationId: ben.receipt.reservationId, because: "ReaderBlocked" }]
        yield* same(first.receipt.skipped, skipped, "who was passed over")
        const at = townOpensAt + 2 * day
        const ended = yield* scene.give("cancelReservation", { reservation: cid.receipt.reservationId, at })
        yield* same(ended.receipt.setAside?.reservationId, ben.receipt.reservationId, "once the block has ended")
      })
  ),
  deskCase(
    "a block set by hand while ten loans come: once it is placed none is lent, and lifted it holds nobody up",
    { items: 12, titles: 12, readers: ["ada"], loanCountMax: 20 },
    (scene) =>
      Effect.gen(function* () {
        const lending = numbered(10).map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada" })))
        const placing = scene.give("placeBlock", { card: "ada", kind: "conduct", actions: ["borrow"] })
        const [placed, told] = yield* Effect.all([placing, Effect.all(lending, atOnce)], atOnce)
        yield* must(
          told.flat().every((code) => code === "ReaderBlocked"),
          "a loan was refused for something else"
        )
        yield* same(
          yield* refusalsOf(scene.give("checkOut", { item: "i11", card: "ada" })),
          ["ReaderBlocked"],
          "after it"
        )
        const { blockId: block } = placed.receipt
        yield* scene.give("liftBlock", { card: "ada", block })
        yield* same(
          yield* refusalsOf(scene.give("liftBlock", { card: "ada", block })),
          ["BlockUnknown"],
          "lifted twice"
        )
        yield* same(yield* refusalsOf(scene.give("checkOut", { item: "i12", card: "ada" })), [], "once lifted")
      })
  )
]
