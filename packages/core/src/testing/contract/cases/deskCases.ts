import { Effect, Layer } from "effect"
import { Documents } from "../../../desk/documents.ts"
import { Storage } from "../../../storage/port.ts"
import { faulty } from "../../faulty.ts"
import { countedIds } from "../../play/countedIds.ts"
import { day, hour, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, mustFail, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const atOnce = { concurrency: "unbounded" } as const
const numbered = (prefix: string, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
const dayFrom = (days: number): number => townOpensAt + days * day

/** The commands of the desk on this storage, when they meet: F1 to F14 of the faults that a library must stand. */
export const deskCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "F1: two desks lend the same item at once: one does, the other is told so",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        const told = yield* Effect.all(
          ["ada", "ben"].map((card) => refusalsOf(scene.give("checkOut", { item: "i1", card }))),
          atOnce
        )
        yield* same(told.toSorted(), [[], ["ItemOnLoan"]], "what the desks were told")
        yield* must((yield* scene.rows("loan")).length === 1, "not exactly one loan exists")
      })
  ),
  deskCase(
    "F2: twenty loans at once for a reader with room for fifteen: fifteen loans",
    { items: 20, titles: 20, readers: ["ada"], loanCountMax: 15 },
    (scene) =>
      Effect.gen(function* () {
        const told = yield* Effect.all(
          numbered("i", 20).map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada" }))),
          atOnce
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 15, "how many were lent")
        yield* same(new Set(told.flat()), new Set(["LoanLimitReached"]), "what the others were told")
        yield* must((yield* scene.rows("loan")).length === 15, "not exactly fifteen loans exist")
      })
  ),
  deskCase(
    "F2: six reservations at once of a reader who may have two: two",
    { items: 6, titles: 6, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        const told = yield* Effect.all(
          scene.titleIds.map((title) => refusalsOf(scene.give("reserve", { title, card: "ada" }))),
          atOnce
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 2, "how many were placed")
        yield* same(new Set(told.flat()), new Set(["ReservationLimitReached"]), "what the others were told")
        yield* must((yield* scene.rows("reservation")).length === 2, "not exactly two reservations exist")
      })
  ),
  deskCase(
    "F3: a charge that passes the debt limit while ten loans come: none is lent after it",
    { items: 12, titles: 12, readers: ["ada"], loanCountMax: 20 },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const at = dayFrom(30)
        const back = scene.give("returnItem", { item: "i1", at })
        const loans = numbered("i", 12)
          .slice(1)
          .map((item) => refusalsOf(scene.give("checkOut", { item, card: "ada", at })))
        const [told] = yield* Effect.all([Effect.all(loans, atOnce), back], atOnce)
        const lent = told.filter((codes) => codes.length === 0).length
        yield* must(
          told.every((codes) => codes.length === 0 || codes.join() === "DebtOverLimit"),
          `told ${told.join(" ")}`
        )
        yield* same((yield* scene.rows("loan")).length, 1 + lent, "the loans")
        yield* same(
          yield* refusalsOf(scene.give("checkOut", { item: "i1", card: "ada", at })),
          ["DebtOverLimit"],
          "the next loan"
        )
      })
  ),
  deskCase(
    "F4: the same form sent five times at once: one loan, one renewal, one charge, the same receipts",
    { items: 1, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        for (const [name, input] of [
          ["checkOut", { item: "i1", card: "ada" }],
          ["renew", { item: "i1", at: dayFrom(3) }],
          ["returnItem", { item: "i1", at: dayFrom(30) }],
          ["pay", { card: "ada", amount: 20, method: "cash", at: dayFrom(31) }]
        ] as const) {
          const carried = yield* Effect.all(
            Array.from({ length: 5 }, () => scene.give(name, input as never, `form ${name}`)),
            atOnce
          )
          yield* same(carried.filter(({ repeated }) => !repeated).length, 1, `how often ${name} was the first`)
          yield* same(
            new Set(carried.map(({ receipt }) => JSON.stringify(receipt))).size,
            1,
            `how many receipts of ${name}`
          )
        }
        const tags = (yield* scene.rows("event")).map(({ tag }) => tag)
        for (const tag of ["ItemCheckedOut", "LoanRenewed", "ItemReturned", "ChargeRaised", "PaymentReceived"]) {
          yield* same(tags.filter((one) => one === tag).length, 1, `events ${tag}`)
        }
      })
  ),
  deskCase(
    "F5, F6: the answer is lost after the commit; another process that asks again gets the first receipt",
    { items: 1, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        const lend = scene.give("checkOut", { item: "i1", card: "ada" }, "lost")
        const storage = faulty(yield* Storage, { call: 1, when: "after", among: ["run"] })
        yield* mustFail(
          Effect.provideService(lend, Storage, storage),
          "OutcomeUnknown",
          "the command whose answer is lost"
        )
        const another = Layer.merge(Layer.fresh(Documents.layer), countedIds("other"))
        const repeat = yield* Effect.provide(lend, another)
        const [loan] = yield* scene.rows("loan")
        yield* same([repeat.repeated, repeat.receipt.loanId], [true, loan?.loanId], "the repeat")
      })
  ),
  deskCase(
    "F7: a key that was used for another command is refused, and nothing changes",
    { items: 2, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" }, "used")
        const told = yield* refusalsOf(scene.give("checkOut", { item: "i2", card: "ada" }, "used"))
        yield* same(told, ["KeyUsedForOther"], "what the second was told")
        yield* must((yield* scene.rows("loan")).length === 1, "not exactly one loan exists")
      })
  ),
  deskCase("F8: two renewals at once when one is left: one renewal", { items: 1, readers: ["ada"] }, (scene) =>
    Effect.gen(function* () {
      yield* scene.give("checkOut", { item: "i1", card: "ada" })
      yield* scene.give("renew", { item: "i1", at: dayFrom(3) })
      const told = yield* Effect.all(
        [1, 2].map((number) => refusalsOf(scene.give("renew", { item: "i1", at: dayFrom(6) + number * hour }))),
        atOnce
      )
      yield* must(told.filter((codes) => codes.length === 0).length === 1, "not exactly one was renewed")
      yield* must(told.flat().includes("RenewalLimitReached"), "the other was not told of the limit")
      yield* same(
        (yield* scene.rows("loan")).map(({ renewalCount }) => renewalCount),
        [2],
        "renewals"
      )
    })
  ),
  deskCase(
    "F9: a renewal and a reservation at once: in one order or the other, never both",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const at = dayFrom(3)
        const [renewed] = yield* Effect.all(
          [
            refusalsOf(scene.give("renew", { item: "i1", at })),
            scene.give("reserve", { title: scene.titleId, card: "ben", at })
          ],
          atOnce
        )
        yield* must(
          renewed.length === 0 || renewed.join() === "OthersWaiting",
          `the renewal was told ${renewed.join()}`
        )
        const after = yield* refusalsOf(scene.give("renew", { item: "i1", at: at + day }))
        yield* same(after, ["OthersWaiting"], "what the next renewal is told")
      })
  ),
  deskCase(
    "F10: a return and a renewal at once, then two returns at once: each order is one that could be",
    { items: 1, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const at = dayFrom(3)
        const [renewed] = yield* Effect.all(
          [refusalsOf(scene.give("renew", { item: "i1", at })), scene.give("returnItem", { item: "i1", at })],
          atOnce
        )
        yield* must(
          renewed.length === 0 || renewed.join() === "ItemNotOnLoan",
          `the renewal was told ${renewed.join()}`
        )
        yield* scene.give("checkOut", { item: "i1", card: "ada", at })
        const returns = yield* Effect.all(
          [1, 2].map(() => scene.give("returnItem", { item: "i1", at: at + hour })),
          atOnce
        )
        const ended = returns.filter(({ receipt }) => receipt.loanId !== null).length
        yield* must(ended === 1, `${ended} desks ended the loan`)
      })
  ),
  deskCase(
    "F11: two copies come back at once for one queue: two different reservations get them",
    { items: 2, readers: ["ada", "ben", "cid"] },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        for (const card of ["ben", "cid"]) yield* scene.give("reserve", { title: scene.titleId, card })
        const back = yield* Effect.all(
          ["i1", "i2"].map((item) => scene.give("returnItem", { item, at: dayFrom(1) })),
          atOnce
        )
        const got = new Set(back.map(({ receipt }) => receipt.setAside?.reservationId))
        yield* must(got.size === 2 && !got.has(undefined), "the copies were not set aside for two reservations")
      })
  ),
  deskCase(
    "F12: a reservation is cancelled while its copy is being set aside: the copy waits for nobody",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const { receipt } = yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
        yield* Effect.all(
          [
            scene.give("returnItem", { item: "i1", at: dayFrom(1) }),
            scene.give("cancelReservation", { reservation: receipt.reservationId, at: dayFrom(1) })
          ],
          atOnce
        )
        yield* same(
          (yield* scene.rows("item")).map(({ status }) => status),
          ["available"],
          "the item"
        )
        yield* same(
          (yield* scene.rows("reservation")).map(({ state }) => state),
          ["cancelled"],
          "the reservation"
        )
      })
  ),
  deskCase(
    "F14: the shelf time ends at the moment of the pickup: one of the two, and the copy is where that says",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const { receipt } = yield* scene.give("reserve", { title: scene.titleId, card: "ben" })
        yield* scene.give("returnItem", { item: "i1", at: dayFrom(1) })
        const at = dayFrom(10)
        const [pickedUp, expired] = yield* Effect.all(
          [
            refusalsOf(scene.give("pickUp", { item: "i1", card: "ben", at })),
            refusalsOf(scene.give("expireReservation", { reservation: receipt.reservationId, at }))
          ],
          atOnce
        )
        yield* must((pickedUp.length === 0) !== (expired.length === 0), "not exactly one of the two was carried out")
        const [item] = yield* scene.rows("item")
        yield* same(item?.status, pickedUp.length === 0 ? "onLoan" : "available", "the item")
      })
  )
]
