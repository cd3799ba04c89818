import { readFileSync } from "node:fs"
import { Result, Schema } from "effect"
import { expect } from "vitest"
import { bringTo } from "../../src/accounts/adjustCharge.ts"
import { RedateCharge } from "../../src/accounts/redateCharge.ts"
import { WriteOff } from "../../src/accounts/writeOff.ts"
import { draft } from "../../src/decision/draft.ts"
import { drawUpReceipt } from "../../src/library/moneyDocuments/index.ts"
import { Minor } from "../../src/money/minor.ts"
import { moneyText } from "../../src/money/moneyText.ts"
import { atRate, rateOf } from "../../src/money/rate.ts"
import { Card } from "../../src/readers/model.ts"
import { playLoss } from "../../src/testing/lossPlay.ts"
import { accountRow, chargeRow, morning } from "../../src/testing/rows.ts"
import { noon, receiptOf, smallLibrary, tenant } from "../../src/testing/smallLibrary.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const differently = JSON.parse(readFileSync(new URL("./differently/accounts.json", import.meta.url), "utf8"))

/** Their words → our refusals, or fields that the command does not take. */
const codes: Readonly<Record<string, string>> = {
  REGISTER_REQUIRED: "CashDeskNeeded",
  AMOUNT_NOT_POSITIVE: "amount",
  "amount-invalid": "amount",
  // A payout names no line: it is out of what credit there is.
  NOT_A_CREDIT: "AmountOverCredit",
  NOT_A_DEBIT: "ChargeUnknown",
  AMOUNT_TOO_HIGH: "RefundOverPayment",
  DEBIT_HAS_OFFSETS: "EntryNotVoidable",
  UNRECOGNISED_ADJUSTMENT: "kind"
}

const minor = (text: string): number => Math.round(Number(text) * 100)
const text = (amount: number): string => moneyText(amount, "EUR")

type Ledger = Awaited<ReturnType<typeof ledger>>

/** The account of one reader in a library of its own, worked by its commands. */
const ledger = async (set: object = {}) => {
  const { library, desk, key } = await smallLibrary({ creditMax: "unlimited", debtMax: "unlimited", ...set })
  const by = { card: "ada" } as const
  const rest = () => ({ at: noon, key: key() })
  const card = Card.make("ada")
  return {
    desk,
    by,
    rest,
    charge: async (amount: string, kind: "fee" | "compensation" = "fee") =>
      receiptOf(await desk.chargeReader({ ...by, kind, amount: minor(amount), reason: "copies", ...rest() })),
    pay: async (amount: string, charges?: ReadonlyArray<string>) =>
      receiptOf(
        await desk.pay({ ...by, amount: minor(amount), method: "cash", ...(charges && { charges }), ...rest() })
      ),
    state: async () => {
      const found = await library.read(tenant, {
        reader: { card },
        chargesOfReader: { card },
        creditsOfReader: { card }
      })
      const charges = new Map(
        found.chargesOfReader.map(({ charge }) => [charge.chargeId as string, charge.outstanding as number])
      )
      return {
        charges,
        debts: [...charges.values()].reduce((sum, one) => sum + one, 0),
        credits: found.creditsOfReader.map(({ remaining }) => remaining as number),
        balance: found.reader?.account.balance as number
      }
    },
    receiptFor: (entry: string) => drawUpReceipt(library, { tenant, card, branch: "main", entry })
  }
}

interface Told {
  readonly ok: boolean
}

/** Codes of the refusals, and names of fields that do not hold. */
const against = (answer: Told): ReadonlyArray<string> => [
  ...("refusals" in answer ? (answer.refusals as ReadonlyArray<{ _tag: string }>).map(({ _tag }) => _tag) : []),
  ...("invalid" in answer ? (answer.invalid as ReadonlyArray<{ path: string }>).map(({ path }) => path) : [])
]

const refusedAs = (answer: Told, word: string): void => expect(against(answer), word).toContain(codes[word] ?? word)

const sum = (list: ReadonlyArray<number>): number => list.reduce((total, one) => total + one, 0)

/** What each entry asks for, in commands. */
const operations: Readonly<Record<string, (entry: VectorEntry, ledger: Ledger) => Promise<void>>> = {
  outstandingDebits: async ({ given, expect: wanted }, { charge, pay, state }) => {
    for (const amount of given.credits) await pay(amount)
    for (const amount of given.debits) await charge(amount)
    const { charges, debts } = await state()
    expect([text(debts), charges.size]).toEqual([wanted.total, wanted.count])
  },
  outstandingCredits: async ({ given, expect: wanted }, { charge, pay, state }) => {
    for (const amount of given.credits) await pay(amount)
    for (const amount of given.debits) await charge(amount)
    const { credits } = await state()
    expect([text(sum(credits)), credits.length]).toEqual([wanted.total, wanted.count])
  },
  reconcile: async ({ given, expect: wanted }, { charge, pay, state, desk, by, rest }) => {
    for (const amount of given.credits) await pay(amount)
    for (const amount of given.debits) await charge(amount)
    const before = await state()
    receiptOf(await desk.applyCredit({ ...by, ...rest() }))
    const after = await state()
    expect({
      balanceBefore: text(before.balance),
      debitsBefore: text(before.debts),
      creditsBefore: text(-sum(before.credits)),
      balanceAfter: text(after.balance),
      debitsAfter: text(after.debts),
      creditsAfter: text(sum(after.credits))
    }).toEqual(wanted)
  },
  addDebit: async ({ given, expect: wanted }, { charge }) => {
    const balances: Array<string> = []
    for (const amount of given.amounts) balances.push(text((await charge(amount)).balance))
    expect(balances).toEqual(wanted.balanceAfterEach)
  },
  addCredit: async ({ given, expect: wanted }) => {
    const { desk, by, rest } = await ledger({ cashDeskFor: given.cashRegistersInUse ? ["cash"] : [] })
    const paying = { ...by, amount: minor(given.amounts[0]), method: given.paymentType.toLowerCase(), ...rest() }
    refusedAs(await desk.pay(paying), wanted.error)
  },
  pay: async ({ given, expect: wanted }, { charge, pay, state, desk, by, rest }) => {
    if (given.kind === "writeoff") {
      await charge(given.amount)
      receiptOf(await desk.writeOff({ ...by, reason: "not to be had", ...rest() }))
      expect("method" in WriteOff.fields ? "a method" : null).toBe(wanted.paymentType)
      return
    }
    if (given.endLostLoanOnPayment === true && given.item?.onLoanTo === "same patron") {
      const lost = await playLoss({ price: minor(given.debits[0]), set: { lostPaidEnds: true } })
      await lost.lose()
      await lost.pay(minor(given.paidInTotal), "loss")
      expect([text((await lost.chargeOf("loss"))?.outstanding ?? 0)]).toEqual(wanted.outstandingPerDebit)
      expect(await lost.isLent()).toBe(wanted.onLoan)
      return
    }
    // What is on loan to somebody else is not looked at: money for one reader's loss ends no other's loan.
    const { chargeId } = await charge(given.debits[0], "compensation")
    const lent = await lend("ben")
    await pay(given.paidInTotal, [chargeId])
    expect((await state()).debts).toBe(0)
    expect(await lent()).toBe(wanted.onLoan)
  },
  payIn: async ({ given, expect: wanted }, { charge, pay, state, desk, by, rest }) => {
    const ids: Array<string> = []
    for (const amount of given.debits ?? []) ids.push((await charge(amount)).chargeId)
    if (wanted.error !== undefined) {
      refusedAs(await desk.pay({ ...by, amount: minor(given.amount), method: "cash", ...rest() }), wanted.error)
      return
    }
    const towards = (given.towards as ReadonlyArray<number>).map((nth) => ids[nth] as string)
    const { allotments, amount } = await pay(given.amount, towards)
    const { charges, debts } = await state()
    expect(ids.map((id) => text(charges.get(id) ?? 0))).toEqual(wanted.outstandingPerDebit)
    expect(text(debts)).toBe(wanted.totalOutstanding)
    expect([
      { type: "CREATE", amount: text(amount) },
      ...allotments.map((one) => ({ type: "APPLY", debit: ids.indexOf(one.chargeId), amount: text(-one.amount) }))
    ]).toEqual(wanted.offsets)
  },
  payOut: async ({ given, expect: wanted }, { charge, pay, state, desk, by, rest }) => {
    const ids: Array<string> = []
    for (const amount of given.debits ?? []) await charge(amount)
    for (const amount of given.credits ?? []) ids.push((await pay(amount)).entryId)
    const answer = await desk.payOut({ ...by, amount: minor(given.amount), method: "cash", ...rest() })
    if (wanted.error !== undefined) {
      refusedAs(answer, wanted.error)
      return
    }
    const { amount, payouts } = receiptOf(answer)
    const { credits } = await state()
    expect({ amount: text(amount), outstanding: text(amount - sum(payouts.map((one) => one.amount))) }).toEqual(
      wanted.debit
    )
    expect([credits.length, text(-sum(credits))]).toEqual([wanted.creditsLeft, wanted.creditOutstanding])
    expect([
      { type: "CREATE", amount: text(amount) },
      ...payouts.map((one) => ({ type: "APPLY", credit: ids.indexOf(one.creditId), amount: text(-one.amount) }))
    ]).toEqual(wanted.offsets)
  },
  apply: async ({ given, expect: wanted }, { charge, pay, state, desk, by, rest }) => {
    if (given.creditType === "FORGIVEN") {
      const lent = await lend("ada", 20)
      const { charges } = await lent.state()
      const [overdue] = [...charges.keys()]
      const before = await lent.renewals()
      receiptOf(await lent.waive(overdue as string))
      expect((await lent.renewals()) > before).toBe(wanted.renewed)
      return
    }
    if (given.endLostLoanOnPayment === true) {
      const [processing, price] = given.debits as ReadonlyArray<string>
      const rule = { processing: { cash: { amount: processing } } }
      const set = { lostPaidEnds: true, creditMax: "unlimited" }
      const lost = await playLoss({ rule, set, price: minor(price as string) })
      await lost.pay(minor(given.credit))
      await lost.lose()
      receiptOf(await lost.desk.applyCredit({ card: "ada", at: lost.at(), key: lost.key() }))
      expect(await lost.isLent()).toBe(wanted.onLoan)
      return
    }
    const { entryId } = await pay(given.credit)
    if (given.to === "credit") {
      refusedAs(await desk.applyCredit({ ...by, charges: [entryId], ...rest() }), wanted.error)
      return
    }
    const ids: Array<string> = []
    for (const amount of given.debits) ids.push((await charge(amount)).chargeId)
    const { allotments } = receiptOf(await desk.applyCredit({ ...by, ...rest() }))
    const { charges, credits } = await state()
    expect(text(sum(credits))).toBe(wanted.creditLeft)
    expect(ids.map((id) => text(charges.get(id) ?? 0))).toEqual(wanted.outstandingPerDebit)
    expect(
      allotments.map((one) => ({ type: "APPLY", debit: ids.indexOf(one.chargeId), amount: text(-one.amount) }))
    ).toEqual(wanted.offsets)
  },
  adjustFine: async ({ given, expect: wanted }) => {
    if (wanted.error !== undefined) {
      // Nobody says how a charge is adjusted: the one command that does it takes no such word.
      const asked = { charge: "c1", at: noon, kind: given.kind }
      const read = Schema.decodeUnknownResult(RedateCharge)(asked, { onExcessProperty: "error" })
      expect(Result.isFailure(read) && String(read.failure)).toContain(codes[wanted.error])
      return
    }
    const work = draft({ actor: { kind: "job", name: "accrual" }, branch: "main", channel: "job" })
    const outstanding = Minor.make(minor(given.outstanding))
    const charge = chargeRow("c1", "ada", { amount: Minor.make(minor(given.amount)), outstanding })
    const paid = Minor.make(charge.amount - outstanding)
    const { adjusted } = bringTo(work, { charge, paid }, minor(given.newAmount), {
      account: accountRow("ada", { balance: outstanding }),
      reason: "later",
      at: morning,
      branch: "main",
      entryIds: ["e2" as never, "e3" as never]
    })
    const [after] = work.decide(null).charges
    expect([text(after?.amount ?? 0), text(after?.outstanding ?? 0), text(adjusted)]).toEqual([
      wanted.amount,
      wanted.outstanding,
      wanted.offset.amount
    ])
  },
  void: async ({ expect: wanted }, { charge, desk, by, rest }) => {
    const { chargeId } = await charge("10.00")
    refusedAs(await desk.voidEntry({ ...by, entry: chargeId, reason: "in error", ...rest() }), wanted.error)
  },
  cancel: async ({ given, expect: wanted }, { charge, pay, desk, by, rest }) => {
    const ids: Array<string> = []
    for (const amount of given.debits) ids.push((await charge(amount)).chargeId)
    for (const [nth, amount] of given.paid.entries()) if (minor(amount) > 0) await pay(amount, [ids[nth] as string])
    const entry = ids[given.cancelDebit] as string
    refusedAs(await desk.voidEntry({ ...by, entry, reason: "in error", ...rest() }), wanted.error)
  },
  reduce: async ({ given, expect: wanted }, { charge, pay, desk, by, rest }) => {
    const refund = (id: string, amount: string) =>
      desk.refund({ ...by, charge: id, amount: minor(amount), reason: "found", ...rest() })
    if (given.line === "payout") {
      await pay("5.00")
      const { payouts } = receiptOf(await desk.payOut({ ...by, method: "cash", ...rest() }))
      refusedAs(await refund(payouts[0]?.entryId ?? "", given.amount), wanted.error)
      return
    }
    const { chargeId } = await charge(given.debits[0])
    await pay(given.credits[0])
    refusedAs(await refund(chargeId, given.amount), wanted.error)
  },
  markLost: async ({ given, expect: wanted }) => {
    const lost = await playLoss({
      rule: { afterLoss: given.forgiveFine ? "drop" : "keep" },
      price: minor(given.replacementPrice),
      lateDays: minor(given.accruedFine) / 100
    })
    await lost.lose()
    expect(text(await lost.balance())).toBe(wanted.balance)
  },
  settleLostFee: async ({ given, expect: wanted }) => {
    const lost = await playLoss({ price: 2000, set: { lostPaidEnds: true } })
    await lost.lose()
    receiptOf(await lost.desk.writeOff({ card: "ada", reason: given.kind, at: lost.at(), key: lost.key() }))
    // Theirs is the number that the library configures for it; ours is a status of its own.
    expect(wanted.lostStatus).toBe(given.statusAfter)
    expect(await lost.status()).toBe("lostAndPaid")
  },
  // Here no payment renews a loan, so none of a void fine does.
  renewableByPayment: async ({ expect: wanted }) => {
    const lent = await lend("ada", 20)
    const [overdue] = [...(await lent.state()).charges.keys()]
    const before = await lent.renewals()
    receiptOf(await lent.undo(overdue as string))
    receiptOf(await lent.pay())
    expect((await lent.renewals()) > before).toBe(wanted.renewable)
  },
  creditNumbers: async ({ given, expect: wanted }, { charge, pay, desk, by, rest, receiptFor }) => {
    const numbers: Array<string | null> = []
    for (let nth = 0; nth < given.payments; nth++) {
      await charge("1.00")
      const entry =
        given.kind === "writeoff"
          ? (receiptOf(await desk.writeOff({ ...by, reason: "small", ...rest() })).writtenOff[0]?.entryId ?? "")
          : (await pay("1.00")).entryId
      numbers.push((await receiptFor(entry))?.number ?? null)
    }
    expect(numbers).toEqual(wanted.numbers)
  }
}

/** A book lent to a reader, and overdue by a charge of its own where `late`; says whether it is still on loan. */
const lend = async (card: string, late = 0) => {
  const { library, desk, key, title } = await smallLibrary({
    debtMax: "unlimited",
    creditMax: "unlimited",
    overdueAtRenewal: "charged"
  })
  const rest = (days = 0) => ({ at: noon + days * 86_400_000, key: key() })
  await title("Emma", ["e1", "e2"])
  receiptOf(await desk.checkOut({ item: "e1", card, ...rest() }))
  if (late > 0) receiptOf(await desk.renew({ item: "e1", ...rest(late) }))
  const loans = async () => (await library.scan(tenant, "loan", null, 10)).rows
  return Object.assign(async () => (await loans()).some(({ closedAt }) => closedAt === null), {
    renewals: async () => (await loans())[0]?.renewalCount ?? 0,
    waive: (charge: string) => desk.waive({ card, charge, reason: "forgiven", ...rest(late) }),
    undo: (entry: string) => desk.voidEntry({ card, entry, reason: "in error", ...rest(late) }),
    pay: () => desk.pay({ card, amount: 1, method: "cash", ...rest(late) }),
    state: async () => {
      const { chargesOfReader } = await library.read(tenant, { chargesOfReader: { card: Card.make(card) } })
      return { charges: new Map(chargesOfReader.map(({ charge }) => [charge.chargeId as string, charge.outstanding])) }
    }
  })
}

describeVectors(["account"], differently, async (entry) => {
  const carryOut = operations[entry.given.operation]
  if (carryOut === undefined) throw new Error(`no such operation: ${entry.given.operation}`)
  await carryOut(entry, await ledger())
})

/** Decimals of any length become minor units once, before they enter the ledger. */
const rounded = (amount: string): number => atRate(rateOf(amount, 2), 1, "halfUp")

describeVectors(["fee-action"], differently, async ({ given, expect: wanted }) => {
  const { charge, state, desk, by, rest } = await ledger()
  if (wanted.error !== undefined) {
    await charge(given.remaining)
    refusedAs(await desk.pay({ ...by, amount: given.amount as never, method: "cash", ...rest() }), wanted.error)
    return
  }
  const ids: Array<string> = []
  for (const remaining of given.remainingEach ?? [given.remaining])
    ids.push((await charge(text(rounded(remaining)))).chargeId)
  // A share for each fee is a payment for each.
  const share = rounded(given.amount) / ids.length
  const applied: Array<string> = []
  for (const id of ids) {
    const told =
      given.action === "transfer"
        ? await desk.handOverDebt({ ...by, to: "bursar", charges: [id], amount: share, ...rest() })
        : await desk.pay({ ...by, amount: share, method: "cash", charges: [id], ...rest() })
    applied.push(text((receiptOf(told as never) as { readonly amount: number }).amount))
  }
  const { charges } = await state()
  const remaining = ids.map((id) => text(charges.get(id) ?? 0))
  const statuses = ids.map((id) => (charges.has(id) ? "open" : "closed"))
  if (wanted.appliedEach !== undefined)
    expect([applied, remaining, statuses]).toEqual([wanted.appliedEach, wanted.remainingEach, wanted.statusEach])
  if (wanted.remaining !== undefined) expect([remaining[0], statuses[0]]).toEqual([wanted.remaining, wanted.status])
  if (wanted.applied !== undefined) expect(applied[0]).toBe(wanted.applied)
  if (wanted.result !== undefined)
    expect(`${given.action}-${charges.size === 0 ? "full" : "partial"}`).toBe(wanted.result)
})

/** Money first, as far as any was paid; the rest is taken back from whom the debt was handed to. */
describeVectors(["fee-refund"], differently, async ({ given, expect: wanted }) => {
  const { charge, pay, state, desk, by, rest } = await ledger()
  const { chargeId } = await charge(given.charged)
  if (minor(given.paid) > 0) await pay(given.paid, [chargeId])
  const handOver = async (amount: number): Promise<string> =>
    receiptOf(await desk.handOverDebt({ ...by, to: "bursar", charges: [chargeId], amount, ...rest() })).entryId
  const handedOver = minor(given.transferred)
  const transfer = await handOver(handedOver)
  receiptOf(await desk.waive({ ...by, charge: chargeId, amount: minor(given.waived), reason: "goodwill", ...rest() }))
  const asked = minor(given.refund)
  const whole = await desk.refund({ ...by, charge: chargeId, amount: asked, reason: "found", ...rest() })
  expect(against(whole)).toEqual(["RefundOverPayment"])
  const toPatron = Math.min(asked, minor(given.paid))
  if (toPatron > 0) receiptOf(await desk.refund({ ...by, charge: chargeId, reason: "found", ...rest() }))
  const back = receiptOf(await desk.voidEntry({ ...by, entry: transfer, reason: "found", ...rest() })).amount
  const keptThere = handedOver - (asked - toPatron)
  if (keptThere > 0) await handOver(keptThere)
  const toTransfer = back - keptThere
  // What is taken back is not asked of the reader.
  if (toTransfer > 0)
    receiptOf(await desk.waive({ ...by, charge: chargeId, amount: toTransfer, reason: "found", ...rest() }))
  const open = minor(given.charged) - minor(given.paid) - handedOver - minor(given.waived)
  expect((await state()).debts).toBe(open)
  if (wanted.toPatron !== undefined) expect(text(toPatron)).toBe(wanted.toPatron)
  expect(text(toTransfer)).toBe(wanted.toTransferAccount)
  const isFull = toPatron + toTransfer === minor(given.paid) + handedOver
  expect(`refund-${isFull ? "full" : "partial"}`).toBe(wanted.result)
})
