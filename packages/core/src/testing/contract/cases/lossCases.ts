import { Effect } from "effect"
import type { TableName } from "../../../decision/tables.ts"
import { Storage } from "../../../storage/port.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const compensations = {
  books: {
    basis: { from: [{ from: "estimate" }] },
    processing: { cash: { amount: "5.00" }, inKind: { amount: "2.00" } },
    afterLoss: "drop",
    replacement: { allowed: ["sameEdition"], deadlineDays: 30, blocksMeanwhile: true },
    refund: { gives: "paid" }
  }
}
const set = {
  compensation: "books",
  debtMax: "unlimited",
  creditMax: "unlimited",
  lostAfter: { days: 28 },
  billAgedAfter: { days: 7 }
}
const stock = { items: 2, readers: ["ada", "ben"], set, compensations }
const worth = { estimate: { minor: 4000, currency: "EUR" } }
const late = townOpensAt + 60 * day

const lent = (scene: DeskScene) => Effect.asVoid(scene.give("checkOut", { item: "i1", card: "ada" }))
const lost = (scene: DeskScene) =>
  Effect.gen(function* () {
    yield* lent(scene)
    return (yield* scene.give("declareLost", { item: "i1", ...worth, at: late })).receipt
  })

const balance = (scene: DeskScene) => Effect.map(scene.rows("account"), (rows) => rows.map((row) => row.balance))
const none = (scene: DeskScene, tables: ReadonlyArray<TableName>) =>
  Effect.forEach(tables, (table) => Effect.flatMap(scene.rows(table), (rows) => same(rows, [], table)))

/** Lost items: each loss charged once, given back once, whoever comes first. */
export const lossCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "an item returned and declared lost at once: either it is back, or it is found again at once",
    stock,
    (scene) =>
      Effect.gen(function* () {
        yield* lent(scene)
        yield* Effect.all(
          [
            refusalsOf(scene.give("declareLost", { item: "i1", ...worth, at: late })),
            refusalsOf(scene.give("returnItem", { item: "i1", at: late }))
          ],
          { concurrency: "unbounded" }
        )
        const [item] = yield* scene.rows("item")
        yield* same(item?.status, "available", "the item")
        yield* same(
          (yield* scene.rows("loan")).map(({ state }) => state),
          ["closed"],
          "the loan"
        )
      })
  ),
  deskCase("a loss that is paid by two desks at once, and found by two: given back once", stock, (scene) =>
    Effect.gen(function* () {
      yield* lost(scene)
      const pay = (amount: number) => refusalsOf(scene.give("pay", { card: "ada", amount, method: "cash", at: late }))
      yield* Effect.all([pay(2000), pay(2500)], { concurrency: "unbounded" })
      yield* same(
        (yield* scene.rows("incident")).map(({ state }) => state),
        ["settled"],
        "the loss"
      )
      yield* Effect.all(
        [1, 2, 3].map(() => refusalsOf(scene.give("returnItem", { item: "i1", at: late + day }))),
        {
          concurrency: "unbounded"
        }
      )
      yield* same(yield* balance(scene), [-4500, 0], "the accounts")
      yield* none(scene, ["loanReader", "chargeIncident", "chargeLoan"])
    })
  ),
  deskCase(
    "a loss declared by four desks at once is one, and found while it is paid: nothing is lost",
    stock,
    (scene) =>
      Effect.gen(function* () {
        yield* lent(scene)
        const told = yield* Effect.all(
          [1, 2, 3, 4].map(() => refusalsOf(scene.give("declareLost", { item: "i1", ...worth, at: late }))),
          { concurrency: "unbounded" }
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 1, "how often it was declared")
        const [paid] = yield* Effect.all(
          [
            refusalsOf(scene.give("pay", { card: "ada", amount: 4500, method: "cash", at: late })),
            refusalsOf(scene.give("returnItem", { item: "i1", at: late }))
          ],
          { concurrency: "unbounded" }
        )
        yield* same(yield* balance(scene), [paid?.length === 0 ? -4500 : 0, 0], "the accounts")
        yield* none(scene, ["loanReader", "chargeIncident", "chargeLoan"])
      })
  ),
  deskCase("aged by two nights at once, then billed by two: once each; found: all is taken back", stock, (scene) =>
    Effect.gen(function* () {
      yield* lent(scene)
      const twice = (name: "ageToLost" | "billIncident", input: object) =>
        Effect.map(
          Effect.all(
            [1, 2].map(() => refusalsOf(scene.give(name, input as never))),
            { concurrency: "unbounded" }
          ),
          (told) => told.filter((codes) => codes.length === 0).length
        )
      yield* same(yield* twice("ageToLost", { item: "i1", at: late }), 1, "how often it aged")
      const [incident] = yield* scene.rows("incident")
      const early = scene.give("billIncident", { incident: incident?.incidentId as string, at: late })
      yield* same(yield* refusalsOf(early), ["TooSoon"], "billed too soon")
      const bill = { incident: incident?.incidentId, at: late + 8 * day }
      yield* same(yield* refusalsOf(scene.give("billIncident", bill as never)), ["CostUntold"], "no price is known")
      yield* scene.give("setActualCost", { ...bill, amount: 3000 } as never)
      yield* same(yield* twice("billIncident", bill), 0, "billed although charged")
      yield* scene.give("returnItem", { item: "i1", at: late + 9 * day })
      yield* same(
        (yield* scene.rows("incident")).map(({ state }) => state),
        ["found"],
        "the loss"
      )
    })
  ),
  deskCase("a copy brought twice at once in place of a lost one: once, and its reader borrows again", stock, (scene) =>
    Effect.gen(function* () {
      const { incidentId } = yield* lost(scene)
      yield* scene.give("agreeReplacement", { incident: incidentId, edition: "sameEdition", ...worth, at: late })
      yield* same(yield* balance(scene), [200, 0], "only the work is charged")
      const lend = scene.give("checkOut", { item: "i2", card: "ada", at: late })
      yield* same(yield* refusalsOf(lend), ["ReplacementAwaited"], "borrowing meanwhile")
      const told = yield* Effect.all(
        [1, 2].map(() => refusalsOf(scene.give("replaceItem", { item: "i1", as: "otherItem", at: late }))),
        { concurrency: "unbounded" }
      )
      yield* same(told.filter((codes) => codes.length === 0).length, 1, "how often it was replaced")
      yield* same(
        (yield* scene.rows("item")).map(({ status }) => status),
        ["withdrawn", "available"],
        "the items"
      )
      yield* scene.give("pay", { card: "ada", amount: 200, method: "cash", at: late })
      yield* scene.give("checkOut", { item: "i2", card: "ada", at: late })
      yield* none(scene, ["chargeIncident", "chargeLoan"])
    })
  ),
  deskCase(
    "the loan of a lost item ends with the last payment where the policy says so; found later, it is given back",
    { ...stock, set: { ...set, lostPaidEnds: true } },
    (scene) =>
      Effect.gen(function* () {
        yield* lost(scene)
        yield* scene.give("pay", { card: "ada", amount: 4000, method: "cash", at: late })
        yield* same(
          (yield* scene.rows("loan")).map(({ state }) => state),
          ["lost"],
          "in part paid"
        )
        yield* scene.give("writeOff", { card: "ada", reason: "small", at: late })
        yield* same(
          (yield* scene.rows("loan")).map(({ state }) => state),
          ["closed"],
          "all settled"
        )
        yield* none(scene, ["loanReader", "chargeLoan"])
        yield* scene.give("returnItem", { item: "i1", at: late + day })
        yield* same(yield* balance(scene), [-4000, 0], "what was paid, not what was written off")
        yield* none(scene, ["chargeIncident"])
      })
  ),
  deskCase("two readers become one while one of them has lost something: the loss goes along", stock, (scene) =>
    Effect.gen(function* () {
      yield* lost(scene)
      yield* scene.give("mergeReaders", { card: "ben", other: "ada", at: late })
      const erase = scene.give("eraseReader", { card: "ben", at: late })
      yield* same(yield* refusalsOf(erase), ["LoansOpen", "MoneyOpen"], "erased")
      yield* scene.give("pay", { card: "ben", amount: 4500, method: "cash", at: late })
      yield* scene.give("returnItem", { item: "i1", at: late + day })
      yield* same(yield* balance(scene), [0, -4500], "the accounts")
    })
  ),
  deskCase(
    "what was claimed returned is listed, claimed longest ago first, with how it was searched for, until it is settled",
    stock,
    (scene) =>
      Effect.gen(function* () {
        const storage = yield* Storage
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        yield* scene.give("claimReturned", { item: "i2", at: late })
        yield* scene.give("claimReturned", { item: "i1", at: late + day })
        yield* scene.give("recordSearch", { item: "i1", place: "its shelf", at: late + 2 * day })
        yield* scene.give("recordSearch", { item: "i1", place: "the trolleys", at: late + 3 * day })
        const claims = (after: string | null, limit: number) =>
          Effect.map(storage.read(scene.tenant, { openClaims: { after, limit } }), ({ openClaims }) => openClaims)
        const first = yield* claims(null, 1)
        yield* same(
          first.rows.map(({ barcode, searches, searchedAt }) => [barcode, searches, searchedAt]),
          [["i2", 0, null]],
          "the first"
        )
        const rest = yield* claims(first.next, 5)
        yield* same(
          rest.rows.map(({ barcode, searches, searchedAt }) => [barcode, searches, searchedAt]),
          [["i1", 2, late + 3 * day]],
          "the second"
        )
        yield* scene.give("returnItem", { item: "i1", at: late + 4 * day })
        yield* scene.give("settleClaim", { item: "i2", as: "lost", ...worth, at: late + 4 * day })
        yield* same((yield* claims(null, 5)).rows, [], "settled")
      })
  ),
  deskCase("what of a loss was handed over is told as its item is found, unless it was taken back", stock, (scene) =>
    Effect.gen(function* () {
      yield* lost(scene)
      const given = yield* scene.give("handOverDebt", { card: "ada", to: "office", amount: 3000, at: late })
      yield* scene.give("pay", { card: "ada", amount: 500, method: "cash", at: late })
      const first = yield* scene.give("returnItem", { item: "i1", at: late + day })
      yield* same(
        [first.receipt.found?.givenBack, first.receipt.found?.cancelled, first.receipt.found?.handedOver],
        [500, 1000, 3000],
        "with the office"
      )
      yield* scene.give("checkOut", { item: "i2", card: "ben", at: late })
      yield* scene.give("declareLost", { item: "i2", ...worth, at: late })
      const taken = yield* scene.give("handOverDebt", { card: "ben", to: "office", at: late })
      yield* scene.give("voidEntry", { card: "ben", entry: taken.receipt.entryId, reason: "in error", at: late })
      const second = yield* scene.give("returnItem", { item: "i2", at: late + day })
      yield* same(second.receipt.found?.handedOver, 0, "taken back")
      yield* same(given.receipt.amount, 3000, "handed over")
    })
  )
]
