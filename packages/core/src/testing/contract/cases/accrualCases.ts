import { Effect } from "effect"
import type { AccrualReceipt } from "../../../accounts/accrueOverdue.ts"
import { day, townOpensAt } from "../../play/smallTown.ts"
import { type ContractCase, same } from "../contractCase.ts"
import { type DeskScene, deskCase, refusalsOf } from "../deskScene.ts"

const set = { overdueAccrues: true, debtMax: "unlimited", creditMax: "unlimited", overdueCap: "5.00" }

const night = (scene: DeskScene, days: number, limit = 200) =>
  Effect.gen(function* () {
    const at = townOpensAt + days * day
    let changed = 0
    let after: string | null = null
    do {
      const { receipt }: { readonly receipt: AccrualReceipt } = yield* scene.give("accrueOverdue", { after, limit, at })
      changed += receipt.changed
      after = receipt.next
    } while (after !== null)
    return changed
  })

const owed = (scene: DeskScene) =>
  Effect.map(scene.rows("charge"), (charges) =>
    charges
      .filter(({ kind }) => kind === "overdue")
      .map(({ amount, outstanding, refunded }) => [amount, outstanding, refunded])
  )

/** Being late is charged night by night: one chain of entries a loan, moving both ways. */
export const accrualCases: ReadonlyArray<ContractCase> = [
  deskCase(
    "night by night comes to what a return at once costs; a night run twice, or thrice at once, changes nothing more",
    { items: 6, titles: 6, readers: ["ada", "ben"], loanCountMax: 9, set },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        for (const item of ["i4", "i5"]) yield* scene.give("checkOut", { item, card: "ben" })
        yield* same(yield* night(scene, 7), 0, "nothing is late yet")
        for (const days of [8, 9, 10, 10]) yield* night(scene, days, 2)
        const told = yield* Effect.all([night(scene, 11), night(scene, 11), night(scene, 11)], {
          concurrency: "unbounded"
        })
        yield* same(
          told.reduce((sum, changed) => sum + changed, 0),
          5,
          "loans changed by three runs at once"
        )
        yield* same(yield* night(scene, 11), 0, "once more")
        yield* same(yield* owed(scene), Array(5).fill([40, 40, 0]), "what each owes")
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 11 * day })
        yield* scene.give("returnItem", { item: "i4", at: townOpensAt + 13 * day })
        const { receipt } = yield* scene.give("returnItem", { item: "i2", at: townOpensAt + 13 * day })
        yield* same(receipt.charge?.amount, 60, "what the return tells")
        const charges = (yield* owed(scene)).map(([amount]) => amount).sort()
        yield* same(charges, [40, 40, 40, 60, 60], "after the returns")
        yield* same((yield* scene.rows("chargeLoan")).length, 5, "one chain a loan")
      })
  ),
  deskCase(
    "part is paid while it grows, and the return is dated back: what was paid too much is a credit",
    { items: 2, titles: 2, readers: ["ada"], set },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* night(scene, 12)
        yield* scene.give("pay", { card: "ada", amount: 40, method: "cash" })
        yield* same(yield* owed(scene), [[50, 10, 0]], "five days late, 40 paid")
        yield* night(scene, 13)
        yield* same(yield* owed(scene), [[60, 20, 0]], "six days late")
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 9 * day })
        yield* same(yield* owed(scene), [[40, 0, 20]], "two days late after all")
        const [account] = yield* scene.rows("account")
        yield* same(account?.balance, -20, "the library owes it")
        yield* same(yield* scene.rows("loanReader"), [], "settled: the link is cut")
        yield* scene.give("checkOut", { item: "i2", card: "ada" })
        yield* night(scene, 12)
        yield* scene.give("returnItem", { item: "i2", at: townOpensAt + 6 * day })
        yield* same((yield* owed(scene)).map(([amount]) => amount).sort(), [0, 40], "in time after all")
      })
  ),
  deskCase(
    "at a renewal what runs is forgiven, or charged once; forgiven at a return it is waived",
    { items: 3, titles: 3, readers: ["ada"], set: { ...set, renewFrom: "now", renewalCountMax: 5 } },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2"]) yield* scene.give("checkOut", { item, card: "ada" })
        yield* night(scene, 10)
        yield* scene.give("renew", { item: "i1", at: townOpensAt + 10 * day })
        const at = townOpensAt + 12 * day
        yield* scene.give("returnItem", { item: "i2", withoutCharge: true, at })
        yield* same(
          (yield* owed(scene)).map(([, outstanding]) => outstanding),
          [0, 0],
          "both are waived"
        )
        yield* night(scene, 20)
        yield* same((yield* owed(scene)).length, 3, "the renewed loan runs up anew")
        yield* scene.give("renewAll", { card: "ada", at: townOpensAt + 20 * day })
        yield* same(
          (yield* owed(scene)).map(([, outstanding]) => outstanding),
          [0, 0, 0],
          "renewing all forgives too"
        )
      })
  ),
  deskCase(
    "charged at the renewal: what ran up is brought up to date, and a second stretch has a charge of its own",
    {
      items: 1,
      readers: ["ada"],
      set: { ...set, renewFrom: "now", renewalCountMax: 5, overdueAtRenewal: "charged" }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* night(scene, 9)
        yield* scene.give("renew", { item: "i1", at: townOpensAt + 10 * day })
        yield* same(yield* owed(scene), [[30, 30, 0]], "three days")
        yield* night(scene, 19)
        yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 20 * day })
        const charges = (yield* owed(scene)).map(([amount]) => amount).sort()
        yield* same(charges, [30, 30], "each stretch by itself")
      })
  ),
  deskCase(
    "reminders are recorded once each, with one chain of fees; a renewal begins anew, and is refused where the policy says so",
    {
      items: 2,
      titles: 2,
      readers: ["ada"],
      set: {
        debtMax: "unlimited",
        renewFrom: "now",
        renewalCountMax: 9,
        reminders: [{ daysAfterDue: 2 }, { daysAfterDue: 4, fee: "1.00" }, { daysAfterDue: 6, fee: "2.50" }]
      }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        for (const days of [7, 8, 9]) yield* night(scene, days)
        const reminded = () => Effect.map(scene.rows("loan"), ([loan]) => loan?.reminderCount)
        yield* same(yield* reminded(), 1, "after two days")
        const told = yield* Effect.all([night(scene, 13), night(scene, 13), night(scene, 13)], {
          concurrency: "unbounded"
        })
        yield* same(
          told.reduce((sum, changed) => sum + changed, 0),
          1,
          "runs that recorded the others"
        )
        yield* same(yield* reminded(), 3, "after six days")
        const fees = (yield* scene.rows("charge")).map(({ kind, amount }) => [kind, amount])
        yield* same(fees, [["reminder", 350]], "what they cost")
        yield* same(yield* night(scene, 40), 0, "the ladder has an end")
        yield* scene.give("renew", { item: "i1", at: townOpensAt + 40 * day })
        yield* same(yield* reminded(), 0, "renewed")
        yield* night(scene, 40 + 7 + 4)
        const again = (yield* scene.rows("charge")).map(({ amount }) => amount).sort()
        yield* same(again, [100, 350], "a chain of its own")
        const { receipt } = yield* scene.give("returnItem", { item: "i1", at: townOpensAt + 52 * day })
        yield* same(receipt.charge !== null, true, "being late costs besides")
      })
  ),
  deskCase(
    "a loan that was reminded of is renewed no more where the policy says so",
    {
      items: 1,
      readers: ["ada"],
      set: { renewFrom: "now", renewableAfterReminder: false, reminders: [{ daysAfterDue: 1 }] }
    },
    (scene) =>
      Effect.gen(function* () {
        yield* scene.give("checkOut", { item: "i1", card: "ada" })
        yield* night(scene, 9)
        const renewed = refusalsOf(scene.give("renew", { item: "i1", at: townOpensAt + 9 * day }))
        yield* same(yield* renewed, ["LoanReminded"], "told")
      })
  ),
  deskCase(
    "a recalled loan keeps when it was recalled and what it was due; late, it stops its reader; cancelled, it is as before",
    {
      items: 2,
      titles: 2,
      readers: ["ada"],
      loanCountMax: 9,
      set: { debtMax: "unlimited", recallReturnWithin: { days: 1 }, recalledOverdueMax: 0 }
    },
    (scene) =>
      Effect.gen(function* () {
        const { receipt } = yield* scene.give("checkOut", { item: "i1", card: "ada" })
        const at = townOpensAt + 1000
        const recalled = yield* scene.give("recall", { item: "i1", at })
        yield* same(recalled.receipt.dueAt < receipt.dueAt, true, "due earlier")
        const [loan] = yield* scene.rows("loan")
        yield* same([loan?.recalledAt, loan?.dueBeforeRecall], [at, receipt.dueAt], "recalled")
        const late = townOpensAt + 5 * day
        const next = scene.give("checkOut", { item: "i2", card: "ada", at: late })
        yield* same(yield* refusalsOf(next), ["ReaderOverLimit"], "stopped")
        yield* scene.give("cancelRecall", { item: "i1", at: late })
        const [back] = yield* scene.rows("loan")
        yield* same([back?.recalledAt, back?.dueBeforeRecall, back?.dueAt], [null, null, receipt.dueAt], "as before")
        yield* scene.give("checkOut", { item: "i2", card: "ada", at: late })
      })
  ),
  deskCase(
    "a credit that settles everything goes as far as a payment would; its payment undone, all of it is owed again",
    {
      items: 3,
      titles: 3,
      readers: ["ada"],
      loanCountMax: 9,
      set: { debtMax: "unlimited", creditMax: "unlimited", overdueCap: "5.00", overdueCapPerVisit: "0.70" }
    },
    (scene) =>
      Effect.gen(function* () {
        const first = yield* scene.give("pay", { card: "ada", amount: 20, method: "cash" })
        const second = yield* scene.give("pay", { card: "ada", amount: 60, method: "cash" })
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("returnItem", { item, at: townOpensAt + 12 * day })
        const used = yield* scene.give("applyCredit", { card: "ada" })
        yield* same([used.receipt.amount, used.receipt.forgone, used.receipt.balance], [70, 80, -10], "used")
        yield* same(
          (yield* scene.rows("charge")).map(({ outstanding }) => outstanding),
          [0, 0, 0],
          "nothing is owed"
        )
        const undo = { card: "ada", entry: second.receipt.entryId, reason: "a mistake" }
        const undone = yield* scene.give("voidEntry", undo)
        yield* same([undone.receipt.forgone, undone.receipt.balance], [80, 130], "undone")
        const twice = scene.give("voidEntry", { ...undo, entry: first.receipt.entryId })
        yield* same((yield* twice).receipt.balance, 150, "the other, too")
      })
  ),
  deskCase(
    "a payment undone whose credit settled later charges too: whatever was forgone with it is owed again, each line once",
    {
      items: 6,
      titles: 6,
      readers: ["ada"],
      loanCountMax: 9,
      set: { debtMax: "unlimited", creditMax: "unlimited", overdueCap: "5.00", overdueCapPerVisit: "0.70" }
    },
    (scene) =>
      Effect.gen(function* () {
        const lateVisit = (items: ReadonlyArray<string>) =>
          Effect.gen(function* () {
            for (const item of items) yield* scene.give("checkOut", { item, card: "ada" })
            for (const item of items) yield* scene.give("returnItem", { item, at: townOpensAt + 12 * day })
          })
        yield* lateVisit(["i1", "i2", "i3"])
        const paid = yield* scene.give("pay", { card: "ada", amount: 150, method: "cash" })
        yield* same([paid.receipt.forgone, paid.receipt.balance], [80, -80], "paid")
        yield* lateVisit(["i4", "i5", "i6"])
        const used = yield* scene.give("applyCredit", { card: "ada" })
        yield* same([used.receipt.amount, used.receipt.forgone, used.receipt.balance], [70, 80, -10], "used")
        const undone = yield* scene.give("voidEntry", { card: "ada", entry: paid.receipt.entryId, reason: "bounced" })
        yield* same([undone.receipt.forgone, undone.receipt.balance], [160, 300], "undone")
        const owed = (yield* scene.rows("charge")).reduce((sum, { outstanding }) => sum + outstanding, 0)
        yield* same(owed, 300, "owed again")
      })
  ),
  deskCase(
    "who settles everything at once pays no more for being late than the cap of a visit; who pays a part, that part",
    {
      items: 3,
      titles: 3,
      readers: ["ada"],
      loanCountMax: 9,
      set: { debtMax: "unlimited", overdueCap: "5.00", overdueCapPerVisit: "0.70" }
    },
    (scene) =>
      Effect.gen(function* () {
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("checkOut", { item, card: "ada" })
        for (const item of ["i1", "i2", "i3"]) yield* scene.give("returnItem", { item, at: townOpensAt + 12 * day })
        const fee = yield* scene.give("chargeReader", { card: "ada", kind: "fee", amount: 30, reason: "copies" })
        yield* same(fee.receipt.balance, 180, "owed")
        const part = yield* scene.give("pay", { card: "ada", amount: 50, method: "cash" })
        yield* same([part.receipt.forgone, part.receipt.balance], [0, 130], "a part")
        const rest = yield* scene.give("pay", { card: "ada", amount: 70, method: "cash" })
        yield* same([rest.receipt.forgone, rest.receipt.balance], [60, 0], "the rest")
        yield* same(yield* scene.rows("loanReader"), [], "settled")
        const undo = { card: "ada", entry: rest.receipt.entryId, reason: "a mistake" }
        const undone = yield* scene.give("voidEntry", undo)
        yield* same([undone.receipt.amount, undone.receipt.forgone, undone.receipt.balance], [70, 60, 130], "undone")
        const owed = (yield* scene.rows("charge")).map(({ outstanding }) => outstanding)
        yield* same(
          owed.reduce((sum, one) => sum + one, 0),
          130,
          "owed again"
        )
        const again = yield* scene.give("pay", { card: "ada", amount: 70, method: "cash" })
        yield* same([again.receipt.forgone, again.receipt.balance], [60, 0], "paid again")
      })
  )
]
