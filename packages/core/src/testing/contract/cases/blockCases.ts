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
    "twelve volumes of one work at once for a reader who may have two of it: two loans, and others as many as one likes",
    { items: 14, titles: 14, readers: ["ada"], loanCountMax: 20, set: { volumeSetLoansMax: 2 } },
    (scene) =>
      Effect.gen(function* () {
        const volumes = numbered(12)
        for (const item of volumes) yield* scene.give("changeItem", { item, volumeSet: "encyclopaedia" })
        const told = yield* Effect.all(
          numbered(14).map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada" }))),
          atOnce
        )
        const lent = told.filter((codes) => codes.length === 0)
        yield* same(lent.length, 4, "how many were lent")
        yield* same(told.slice(12), [[], []], "what is of no work in several volumes")
        yield* same(new Set(told.flat()), new Set(["VolumeSetLimitReached"]), "what the others were told")
      })
  ),
  deskCase(
    "unpaid compensation blocks what the policy names, until it is paid; a fee does not",
    {
      items: 4,
      titles: 4,
      readers: ["ada", "ben"],
      set: { debtMax: "unlimited", compensationDebtMax: "0.00", renewalCountMax: 9 }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* scene.give("chargeReader", { card: "ada", kind: "fee", amount: 100, reason: "copies" })
        yield* scene.give("checkOut", { item: "i2", card: "ada" })
        const lost = { card: "ada", kind: "compensation", amount: 250, reason: "map torn" } as const
        const { receipt } = yield* scene.give("chargeReader", lost)
        yield* same(receipt.balance, 350, "what is owed")
        const asked = [
          refusalsOf(scene.give("checkOut", { item: "i3", card: "ada" })),
          refusalsOf(scene.give("renew", { item: "i1" })),
          refusalsOf(scene.give("reserve", { title: scene.titleIds[3] as string, card: "ada" }))
        ]
        const told = yield* Effect.all(asked)
        yield* same(
          told.map(([first]) => first),
          Array(3).fill("ReaderOverLimit"),
          "what ada was told"
        )
        const all = yield* scene.give("renewAll", { card: "ada" })
        yield* same(all.receipt.summary.reasons.ReaderOverLimit, 2, "what renewing all was told")
        yield* scene.give("pay", { card: "ada", amount: 250, method: "cash", charges: [receipt.chargeId] })
        yield* same(yield* refusalsOf(scene.give("checkOut", { item: "i3", card: "ada" })), [], "once it is paid")
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
