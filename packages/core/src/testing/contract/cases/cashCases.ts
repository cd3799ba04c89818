import { Effect } from "effect"
import type { CashDeskId } from "../../../cash/model.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, must, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const set = { debtMax: "unlimited", creditMax: "unlimited", cashDeskFor: ["cash"] }
const front = "front" as CashDeskId
const atFront = { card: "ada", method: "cash", cashDesk: front } as const
const cashCounted = (amount: number) => ({ cashDesk: front, counted: [{ method: "cash", amount }] })

const opened = (scene: DeskScene, float = 0) => scene.give("openCashDesk", { cashDesk: front, float })

const lines = (scene: DeskScene) =>
  Effect.map(scene.rows("cashEntry"), (rows) =>
    rows.map(({ session, kind, method, amount }) => `${session} ${kind} ${method} ${amount}`).sort()
  )

/** Cash desks: whatever is taken and given stands in one session, and is counted once. */
export const cashCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "a cash desk's day: float, payments, a credit handed out, money brought to the bank, a count that is right",
    { items: 0, readers: ["ada"], set },
    (scene) =>
      Effect.gen(function* () {
        yield* opened(scene, 1000)
        yield* scene.give("pay", { ...atFront, amount: 300 })
        yield* scene.give("pay", { ...atFront, method: "card", amount: 70 })
        yield* scene.give("payOut", { ...atFront, amount: 50 })
        const moved = yield* scene.give("moveCash", {
          cashDesk: front,
          amount: 1000,
          direction: "out",
          reason: "to the bank"
        })
        yield* same(moved.receipt.expected, 250, "left in cash")
        const closed = yield* scene.give("closeCashDesk", {
          cashDesk: front,
          counted: [
            { method: "cash", amount: 200 },
            { method: "cash", amount: 50 },
            { method: "card", amount: 70 }
          ]
        })
        yield* same(
          closed.receipt.methods,
          [
            { method: "card", expected: 70, counted: 70, difference: 0 },
            { method: "cash", expected: 250, counted: 250, difference: 0 }
          ],
          "the count"
        )
        yield* same(
          yield* lines(scene),
          ["1 float cash 1000", "1 moved cash -1000", "1 payment card 70", "1 payment cash 300", "1 payout cash -50"],
          "lines"
        )
        yield* same((yield* opened(scene, 20)).receipt.session, 2, "the next session")
        yield* scene.give("closeCashDesk", cashCounted(20))
      })
  ),
  deskCase(
    "a count that differs is refused without a reason; with one, the difference is a line of its own",
    { items: 0, readers: ["ada"], set },
    (scene) =>
      Effect.gen(function* () {
        yield* opened(scene)
        yield* scene.give("pay", { ...atFront, amount: 300 })
        yield* scene.give("pay", { ...atFront, method: "card", amount: 70 })
        const short = { cashDesk: front, counted: [{ method: "cash", amount: 299 }] }
        yield* same(
          yield* refusalsOf(scene.give("closeCashDesk", short)),
          ["CountDiffers", "CountDiffers"],
          "card and cash differ"
        )
        const { receipt } = yield* scene.give("closeCashDesk", { ...short, reason: "terminal broke, coin lost" })
        yield* same(
          receipt.methods.map(({ difference }) => difference),
          [-70, -1],
          "differences"
        )
        yield* must((yield* lines(scene)).includes("1 difference cash -1"), "there is no line of the difference")
      })
  ),
  deskCase(
    "no money at a desk that is closed, unknown or another branch's, nor without one where the policy wants one",
    { items: 0, readers: ["ada"], set },
    (scene) =>
      Effect.gen(function* () {
        const pay = { ...atFront, amount: 10 }
        const { cashDesk: _, ...without } = pay
        yield* same(yield* refusalsOf(scene.give("pay", pay)), ["CashDeskUnknown"], "unknown")
        yield* same(yield* refusalsOf(scene.give("pay", without)), ["CashDeskNeeded"], "none named")
        yield* scene.give("pay", { ...without, method: "card" })
        yield* opened(scene)
        yield* same(yield* refusalsOf(opened(scene)), ["CashDeskOpen"], "opened twice")
        yield* same(
          yield* refusalsOf(scene.give("moveCash", { cashDesk: front, amount: 1, direction: "out", reason: "tea" })),
          ["CashShort"],
          "more than is in it"
        )
        yield* scene.give("closeCashDesk", cashCounted(0))
        yield* same(yield* refusalsOf(scene.give("pay", pay)), ["CashDeskClosed"], "closed")
        yield* same(yield* refusalsOf(scene.give("closeCashDesk", cashCounted(0))), ["CashDeskClosed"], "closed twice")
        yield* same(yield* refusalsOf(scene.give("payOut", atFront)), ["CashDeskClosed"], "handed out")
      })
  ),
  deskCase(
    "a payment undone in its session is not expected at the count; undone after the count, it changes none",
    { items: 0, readers: ["ada"], set },
    (scene) =>
      Effect.gen(function* () {
        yield* opened(scene)
        const wrong = yield* scene.give("pay", { ...atFront, amount: 300 })
        const late = yield* scene.give("pay", { ...atFront, amount: 40 })
        yield* scene.give("voidEntry", { card: "ada", entry: wrong.receipt.entryId, reason: "typed wrongly" })
        yield* scene.give("closeCashDesk", cashCounted(40))
        yield* opened(scene)
        yield* scene.give("voidEntry", { card: "ada", entry: late.receipt.entryId, reason: "another reader's" })
        yield* same(
          yield* lines(scene),
          ["1 float cash 0", "1 payment cash -300", "1 payment cash 300", "1 payment cash 40", "2 float cash 0"],
          "lines"
        )
        yield* scene.give("closeCashDesk", cashCounted(0))
      })
  ),
  deskCase(
    "a deposit goes out of the desk's money",
    { items: 1, readers: ["ada"], set: { ...set, deposit: "5.00" } },
    (scene) =>
      Effect.gen(function* () {
        yield* opened(scene)
        const lent = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* scene.give("pay", { ...atFront, amount: 500 })
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + day })
        const charge = lent.receipt.charges[0]?.chargeId as string
        yield* scene.give("giveBackDeposit", { ...atFront, charge })
        yield* scene.give("closeCashDesk", cashCounted(0))
      })
  ),
  deskCase(
    "twenty payments at once while the desk is closed: each is in the count, or refused",
    { items: 0, readers: Array.from({ length: 20 }, (_, number) => `r${number}`), set },
    (scene) =>
      Effect.gen(function* () {
        yield* opened(scene)
        yield* scene.give("pay", { card: "r0", method: "cash", cashDesk: front, amount: 7 })
        const closing = scene.give("closeCashDesk", { ...cashCounted(7), reason: "counted while others paid" })
        const paying = Array.from({ length: 20 }, (_, number) =>
          scene.give("pay", { card: `r${number}`, method: "cash", cashDesk: front, amount: 10 })
        )
        const acts = [...paying.slice(0, 10), closing, ...paying.slice(10)]
        const told = yield* Effect.all(
          acts.map((act) => refusalsOf(act as typeof closing)),
          { concurrency: "unbounded" }
        )
        yield* same(told[10], [], "the closing")
        const codes = [...new Set(told.flat())]
        yield* must(
          codes.every((code) => code === "CashDeskClosed"),
          `refused by ${codes}`
        )
        const paid = told.filter((one) => one.length === 0).length - 1
        const rows = yield* scene.rows("cashEntry")
        yield* same(rows.filter(({ kind }) => kind === "payment").length, paid + 1, "payments in the session")
        yield* same(
          rows.reduce((sum, { amount }) => sum + amount, 0),
          7,
          "the session's sum is what was counted"
        )
      })
  ),
  deskCase("of four who open a desk at once, one does", { items: 0, readers: [], set }, (scene) =>
    Effect.gen(function* () {
      const told = yield* Effect.all(
        [1, 2, 3, 4].map(() => refusalsOf(opened(scene, 5))),
        { concurrency: "unbounded" }
      )
      yield* same(told.flat(), ["CashDeskOpen", "CashDeskOpen", "CashDeskOpen"], "the others")
      yield* scene.give("closeCashDesk", cashCounted(5))
    })
  ),
  deskCase(
    "small debts are forgiven up to what the policy says, and to nobody who has something on loan",
    { items: 1, readers: ["ada", "ben", "cid"], set: { ...set, smallBalanceForgiven: "1.00" } },
    (scene) =>
      Effect.gen(function* () {
        const charge = (card: string, amount: number) =>
          scene.give("chargeReader", { card, kind: "fee", amount, reason: "copies" })
        yield* charge("ada", 60)
        yield* charge("ada", 40)
        yield* charge("ben", 101)
        yield* charge("cid", 5)
        yield* scene.give("checkOut", { item: "i1", card: "cid" })
        const forgive = (card: string) => scene.give("forgiveSmallDebt", { card })
        yield* same((yield* forgive("ada")).receipt.amount, 100, "forgiven")
        yield* same(yield* refusalsOf(forgive("ada")), ["NothingOwed"], "again")
        yield* same(yield* refusalsOf(forgive("ben")), ["DebtNotSmall"], "more")
        yield* same(yield* refusalsOf(forgive("cid")), ["LoansOpen"], "has a loan")
      })
  )
]
