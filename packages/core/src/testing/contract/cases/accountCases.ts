import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const free = { debtMax: "unlimited", creditMax: "unlimited" }
const cash = { card: "ada", method: "cash" } as const

const charged = (scene: DeskScene, amount: number) =>
  Effect.map(
    scene.give("chargeReader", { card: "ada", kind: "fee", amount, reason: "copies" }),
    ({ receipt }) => receipt.chargeId
  )

const money = (scene: DeskScene) =>
  Effect.gen(function* () {
    const charges = yield* scene.rows("charge")
    const credits = yield* scene.rows("credit")
    const [account] = yield* scene.rows("account")
    return {
      owed: charges.map(({ outstanding }) => outstanding),
      left: credits.map(({ remaining }) => remaining),
      balance: account?.balance
    }
  })

/** Money on accounts: every line only added, every sum the same whichever way it is reckoned. */
export const accountCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "what is paid too much is a credit: it pays a later charge, in part, twice, and the rest is handed out",
    { items: 0, readers: ["ada"], set: free },
    (scene) =>
      Effect.gen(function* () {
        yield* charged(scene, 100)
        const paid = yield* scene.give("pay", { ...cash, amount: 150 })
        yield* same([paid.receipt.credit, paid.receipt.balance], [50, -50], "told")
        yield* same(yield* money(scene), { owed: [0], left: [50], balance: -50 }, "after the payment")
        const second = yield* charged(scene, 30)
        const applied = yield* scene.give("applyCredit", { card: "ada" })
        yield* same(applied.receipt.amount, 30, "taken by the second charge")
        yield* same(yield* refusalsOf(scene.give("applyCredit", { card: "ada" })), ["NothingOwed"], "nothing owed")
        yield* same(
          yield* refusalsOf(scene.give("payOut", { ...cash, amount: 21 })),
          ["AmountOverCredit"],
          "more than is left"
        )
        yield* scene.give("payOut", cash)
        yield* same(yield* refusalsOf(scene.give("payOut", cash)), ["AmountOverCredit"], "nothing is left")
        yield* same((yield* scene.rows("charge")).find(({ chargeId }) => chargeId === second)?.outstanding, 0, "paid")
        yield* same((yield* money(scene)).balance, 0, "even")
      })
  ),
  deskCase(
    "more than is owed is refused where the policy lets nobody have credit, and above what it lets",
    { items: 0, readers: ["ada"], set: { debtMax: "unlimited", creditMax: "0.20" } },
    (scene) =>
      Effect.gen(function* () {
        yield* charged(scene, 100)
        yield* same(yield* refusalsOf(scene.give("pay", { ...cash, amount: 121 })), ["AmountOverDebt"], "121 of 100")
        yield* scene.give("pay", { ...cash, amount: 120 })
        yield* same(yield* refusalsOf(scene.give("pay", { ...cash, amount: 1 })), ["AmountOverDebt"], "1 more")
      })
  ),
  deskCase(
    "a refund: never more than was paid, in parts, ten at once give one the whole",
    { items: 0, readers: ["ada"], set: free },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 100)
        const refund = { card: "ada", charge, reason: "found" }
        yield* same(yield* refusalsOf(scene.give("refund", refund)), ["RefundOverPayment"], "nothing was paid")
        yield* scene.give("pay", { ...cash, amount: 60 })
        yield* same(
          yield* refusalsOf(scene.give("refund", { ...refund, amount: 61 })),
          ["RefundOverPayment"],
          "more than was paid"
        )
        yield* scene.give("refund", { ...refund, amount: 20 })
        const told = yield* Effect.all(
          Array.from({ length: 10 }, () => refusalsOf(scene.give("refund", refund))),
          { concurrency: "unbounded" }
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 1, "how often the rest was refunded")
        yield* same(yield* money(scene), { owed: [40], left: [20, 40], balance: -20 }, "afterwards")
        yield* scene.give("applyCredit", { card: "ada" })
        yield* same((yield* money(scene)).owed, [0], "the credit pays what is still owed")
        yield* same(
          yield* refusalsOf(scene.give("refund", refund)).pipe(Effect.map((codes) => codes.length)),
          0,
          "what the credit paid can be refunded in turn"
        )
      })
  ),
  deskCase(
    "a payment undone: what it paid is owed again, once; not when it was handed out or refunded since",
    { items: 0, readers: ["ada"], set: free },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 100)
        const { receipt } = yield* scene.give("pay", { ...cash, amount: 130 })
        const undo = { card: "ada", entry: receipt.entryId, reason: "bounced" }
        yield* scene.give("payOut", { ...cash, amount: 5 })
        yield* same(yield* refusalsOf(scene.give("voidEntry", undo)), ["EntryNotVoidable"], "spent")
        const other = yield* scene.give("pay", { ...cash, amount: 40 })
        const wrong = { card: "ada", entry: other.receipt.entryId, reason: "counted twice" }
        const told = yield* Effect.all(
          [1, 2, 3, 4].map(() => refusalsOf(scene.give("voidEntry", wrong))),
          { concurrency: "unbounded" }
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 1, "how often it was undone")
        yield* same((yield* money(scene)).balance, -25, "afterwards")
        yield* scene.give("refund", { card: "ada", charge, amount: 10, reason: "goodwill" })
        yield* same(yield* refusalsOf(scene.give("voidEntry", undo)), ["EntryNotVoidable"], "refunded since")
        yield* same(
          yield* refusalsOf(scene.give("voidEntry", { ...undo, entry: "nothing" })),
          ["EntryUnknown"],
          "no such entry"
        )
      })
  ),
  deskCase(
    "a charge undone: what is owed of it is owed no more, what was paid of it is a credit",
    { items: 0, readers: ["ada"], set: free },
    (scene) =>
      Effect.gen(function* () {
        const charge = yield* charged(scene, 100)
        yield* scene.give("pay", { ...cash, amount: 30 })
        yield* scene.give("waive", { card: "ada", charge, amount: 20, reason: "ill" })
        const undone = yield* scene.give("voidEntry", { card: "ada", entry: charge, reason: "another reader's" })
        yield* same([undone.receipt.amount, undone.receipt.credit], [80, 30], "what was undone")
        yield* same(yield* money(scene), { owed: [0], left: [30], balance: -30 }, "afterwards")
      })
  ),
  deskCase(
    "a waiver undone is owed again; a debt written off is gone, one handed over can be taken back",
    { items: 1, readers: ["ada"], set: free },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 9 * day })
        const charge = receipt.charge?.chargeId as string
        const waived = yield* scene.give("waive", { card: "ada", charge, reason: "ill" })
        yield* same(yield* scene.rows("chargeLoan"), [], "settled: the link to the loan is cut")
        yield* scene.give("voidEntry", { card: "ada", entry: waived.receipt.entryId, reason: "was not ill" })
        yield* same((yield* money(scene)).balance, 20, "owed again")
        const handed = yield* scene.give("handOverDebt", { card: "ada", to: "town-hall" })
        yield* same([handed.receipt.amount, handed.receipt.balance], [20, 0], "handed over")
        yield* same(
          yield* refusalsOf(scene.give("handOverDebt", { card: "ada", to: "town-hall" })),
          ["NothingOwed"],
          "twice"
        )
        yield* scene.give("voidEntry", { card: "ada", entry: handed.receipt.entryId, reason: "taken back" })
        const off = yield* scene.give("writeOff", { card: "ada", reason: "moved away" })
        yield* same([off.receipt.amount, off.receipt.balance], [20, 0], "written off")
        const kinds = (yield* scene.rows("entry")).map(({ kind }) => kind).sort()
        yield* same(kinds, ["charge", "transfer", "void", "void", "waiver", "writeOff"], "every line is there")
      })
  ),
  deskCase(
    "a deposit is given back once: not refunded after it was handed out, nor handed out after it was refunded",
    { items: 2, readers: ["ada"], set: { ...free, deposit: "5.00" } },
    (scene) =>
      Effect.gen(function* () {
        const secured = (item: string) =>
          Effect.gen(function* () {
            const { receipt } = yield* scene.give("checkOut", { item, card: "ada" })
            const charge = receipt.charges[0]?.chargeId as string
            yield* scene.give("pay", { ...cash, amount: 500, charges: [charge] })
            yield* scene.give("returnItem", { item, at: townOpensAt + day })
            return charge
          })
        const handedOut = yield* secured("i1")
        yield* scene.give("giveBackDeposit", { ...cash, charge: handedOut })
        const refund = { card: "ada", reason: "wants it again" }
        yield* same(
          yield* refusalsOf(scene.give("refund", { ...refund, charge: handedOut })),
          ["RefundOverPayment"],
          "refunded after it was handed out"
        )
        const refunded = yield* secured("i2")
        yield* scene.give("refund", { ...refund, charge: refunded, amount: 200 })
        const rest = yield* scene.give("giveBackDeposit", { ...cash, charge: refunded })
        yield* same(rest.receipt.amount, 300, "what was not refunded")
        yield* same((yield* money(scene)).left, [200], "credit")
      })
  ),
  deskCase(
    "a charge undone after its loan is over leaves no trace of who had the item",
    { items: 2, readers: ["ada"], set: { ...free, deposit: "5.00" } },
    (scene) =>
      Effect.gen(function* () {
        const late = { at: townOpensAt + 9 * day }
        const lent = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const deposit = lent.receipt.charges[0]?.chargeId as string
        yield* scene.give("pay", { ...cash, amount: 500, charges: [deposit] })
        const { receipt } = yield* scene.give("returnItem", { item: "i1", ...late })
        const undo = { card: "ada", reason: "the book drop was not emptied", ...late }
        yield* scene.give("voidEntry", { ...undo, entry: receipt.charge?.chargeId as string })
        yield* same((yield* scene.rows("loanReader")).length, 0, "links of loans to readers")
        yield* scene.give("voidEntry", { ...undo, entry: deposit })
        yield* same(yield* scene.rows("chargeLoan"), [], "links of charges to loans")
        yield* scene.give("payOut", { ...cash, ...late })
        yield* same((yield* money(scene)).balance, 0, "even")
      })
  ),
  deskCase(
    "two records made one: credits go along, and the sum of both accounts stays",
    { items: 0, readers: ["ada", "ben"], set: free },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("pay", { ...cash, amount: 70 })
        yield* scene.give("chargeReader", { card: "ben", kind: "fee", amount: 30, reason: "copies" })
        yield* scene.give("mergeReaders", { card: "ben", other: "ada" })
        const balances = (yield* scene.rows("account")).map(({ balance }) => balance).sort()
        yield* same(balances, [-40, 0], "balances")
        yield* scene.give("applyCredit", { card: "ben" })
        yield* same(
          (yield* scene.rows("charge")).map(({ outstanding }) => outstanding),
          [0],
          "paid by the credit"
        )
      })
  )
]
