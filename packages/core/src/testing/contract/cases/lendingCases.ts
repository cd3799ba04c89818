import { Effect } from "effect"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { deskCase, refusalsOf } from "../deskScene.ts"

const override = { reason: "found in the hall" }
const rented = { rentalCharge: { amount: "0.10", per: "day" }, deposit: "5.00", debtMax: "unlimited" }

/** What lending does besides making a loan: it costs something, and takes an item from where it was. */
export const lendingCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "an item on loan that somebody else brings to the desk is returned and lent in one step, late as it is",
    { items: 1, readers: ["ada", "ben"] },
    (scene) =>
      Effect.gen(function* () {
        const first = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const at = townOpensAt + 9 * day
        yield* same(yield* refusalsOf(scene.give("checkOut", { item: "i1", card: "ben", at })), ["ItemOnLoan"], "told")
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ben", at, override })
        yield* same(receipt.ended?.loanId, first.receipt.loanId, "the loan that ended")
        yield* same(receipt.ended?.charge?.amount, 20, "what being late cost")
        const loans = yield* scene.rows("loan")
        yield* same(loans.map(({ state }) => state).sort(), ["closed", "onLoan"], "loans")
        const counts = yield* scene.rows("loanCount")
        yield* same(counts.map(({ count }) => count).sort(), [0, 1], "loans counted")
      })
  ),
  deskCase(
    "a copy on the pickup shelf that is given to somebody else: who waited keeps the place in the queue",
    { items: 1, readers: ["ada", "ben", "cid"] },
    (scene) =>
      Effect.gen(function* () {
        const title = scene.titleId
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const ben = yield* scene.give("reserve", { title, card: "ben" })
        yield* scene.give("reserve", { title, card: "cid" })
        yield* scene.give("returnItem", { item: "i1" })
        yield* scene.give("checkOut", { item: "i1", card: "ada", override })
        const again = yield* scene.give("returnItem", { item: "i1" })
        yield* same(again.receipt.setAside?.reservationId, ben.receipt.reservationId, "who is next")
      })
  ),
  deskCase(
    "a loan that costs: a rental charge and a deposit, and the deposit goes back once, after the return",
    { items: 1, readers: ["ada"], set: rented },
    (scene) =>
      Effect.gen(function* () {
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* same(
          receipt.charges.map(({ kind, amount }) => [kind, amount]),
          [
            ["rental", 70],
            ["deposit", 500]
          ],
          "what it costs"
        )
        const charge = receipt.charges[1]?.chargeId as string
        yield* scene.give("pay", { card: "ada", amount: 570, method: "cash" })
        const back = { card: "ada", charge, method: "cash" }
        yield* same(yield* refusalsOf(scene.give("giveBackDeposit", back)), ["DepositInUse"], "while it is out")
        const returned = yield* scene.give("returnItem", { item: "i1" })
        yield* same(returned.receipt.depositBack, { chargeId: charge, amount: 500 }, "told at the return")
        const told = yield* Effect.all(
          [1, 2, 3].map(() => refusalsOf(scene.give("giveBackDeposit", back))),
          { concurrency: "unbounded" }
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 1, "how often it was given back")
        yield* same(yield* scene.rows("chargeLoan"), [], "links of charges")
        yield* same(yield* scene.rows("loanReader"), [], "links of loans")
        yield* same((yield* scene.rows("account"))[0]?.balance, 0, "what is owed")
      })
  ),
  deskCase(
    "what was paid of a deposit goes back, what was not paid is no longer owed",
    { items: 1, readers: ["ada"], set: rented },
    (scene) =>
      Effect.gen(function* () {
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const charge = receipt.charges[1]?.chargeId as string
        yield* scene.give("pay", { card: "ada", amount: 200, method: "cash", charges: [charge] })
        const returned = yield* scene.give("returnItem", { item: "i1" })
        yield* same(returned.receipt.depositBack?.amount, 200, "to be given back")
        yield* same((yield* scene.rows("account"))[0]?.balance, 70, "the rental charge is owed")
        const given = yield* scene.give("giveBackDeposit", { card: "ada", charge, method: "cash" })
        yield* same(given.receipt.amount, 200, "given back")
        yield* same((yield* scene.rows("loanReader")).length, 1, "the loan keeps its reader while something is owed")
        yield* scene.give("pay", { card: "ada", amount: 70, method: "cash" })
        yield* same(yield* scene.rows("loanReader"), [], "links of loans")
      })
  ),
  deskCase(
    "two charges of one loan are paid one after the other: its reader is known until the second is",
    { items: 1, readers: ["ada"], set: { rentalCharge: { amount: "1.00", per: "loan" }, debtMax: "unlimited" } },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 9 * day })
        yield* scene.give("pay", { card: "ada", amount: 100, method: "cash" })
        yield* same((yield* scene.rows("loanReader")).length, 1, "after the first")
        const charge = receipt.charge?.chargeId as string
        yield* scene.give("waive", { card: "ada", charge, reason: "ill" })
        yield* same(yield* scene.rows("loanReader"), [], "after the second")
        yield* same(yield* scene.rows("chargeLoan"), [], "links of charges")
      })
  ),
  deskCase(
    "a loan that is recorded late does not begin the day's count anew",
    { items: 6, titles: 6, readers: ["ada"], set: { loansPerDayMax: 2 } },
    (scene) =>
      Effect.gen(function* () {
        const lend = (item: string, days: number) =>
          refusalsOf(scene.give("checkOut", { item, card: "ada", at: townOpensAt + days * day }))
        yield* same([yield* lend("i1", 3), yield* lend("i2", 3)], [[], []], "the day's two")
        yield* same(
          yield* lend("i3", 0),
          ["DayLimitReached"],
          "one of an earlier day, whose count nobody knows any more"
        )
        yield* same(yield* lend("i4", 3), ["DayLimitReached"], "a third of the day")
        yield* same(yield* lend("i5", 4), [], "one of the next day")
      })
  ),
  deskCase(
    "twenty at once for a reader who may borrow three a day: three loans, and more on the next day",
    { items: 24, titles: 24, readers: ["ada"], loanCountMax: 30, set: { loansPerDayMax: 3 } },
    (scene) =>
      Effect.gen(function* () {
        const lend = (n: number, at?: number) =>
          refusalsOf(scene.give("checkOut", { item: `i${n + 1}`, card: "ada", ...(at === undefined ? {} : { at }) }))
        const told = yield* Effect.all(
          Array.from(Array(20).keys(), (n) => lend(n)),
          { concurrency: "unbounded" }
        )
        yield* same(told.filter((codes) => codes.length === 0).length, 3, "how many were lent")
        yield* same(new Set(told.flat()), new Set(["DayLimitReached"]), "what the others were told")
        const lent = (yield* scene.rows("item")).find(({ status }) => status === "onLoan")
        yield* scene.give("returnItem", { item: lent?.barcode ?? "" })
        yield* same(yield* lend(20), ["DayLimitReached"], "what is returned counts all the same")
        yield* same(yield* lend(21, townOpensAt + day), [], "the next day")
      })
  ),
  deskCase(
    "a due date changed by hand, in the history with its reason; what is used in the building counted",
    { items: 2, readers: ["ada"] },
    (scene) =>
      Effect.gen(function* () {
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const dueAt = townOpensAt + 2 * day
        const changed = yield* scene.give("changeDueDate", { item: "i1", dueAt, reason: "exhibition" })
        yield* same(changed.receipt, { loanId: receipt.loanId, dueAt, wasDueAt: receipt.dueAt }, "changed")
        yield* scene.give("recordUse", { item: "i2" })
        const used = yield* scene.give("recordUse", { item: "i2" })
        yield* same(used.receipt.inHouseUses, 2, "uses")
        yield* same(yield* refusalsOf(scene.give("recordUse", { item: "i1" })), ["ItemOnLoan"], "of what is lent")
        const added = yield* scene.give("quickAdd", { barcode: "q1", title: "Left by a reader", type: "book" })
        yield* scene.give("checkOut", { item: "q1", card: "ada" })
        yield* same(
          yield* refusalsOf(scene.give("changeItem", { item: "q1", status: "missing" })),
          ["ItemStatusForbids"],
          "another status for what is lent"
        )
        const item = yield* scene.give("changeItem", {
          item: "i2",
          status: "withdrawn",
          parts: 2,
          returnAlert: "count"
        })
        yield* same(item.receipt.changed, ["parts", "returnAlert", "status"], "what changed")
        yield* same((yield* scene.rows("title")).length, 2, `titles, ${added.receipt.titleId} among them`)
      })
  )
]
