import { describe, expect, it } from "vitest"
import { staffRoles } from "../decision/permission.ts"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const damage = {
  kinds: { stain: [{ grade: "light", cost: { perSpot: "0.50" } }], water: [{ grade: "wet", cost: { flat: "40.00" } }] }
}
const rule = {
  basis: { from: [{ from: "recordedPrice" }] },
  processing: { cash: { amount: "5.00" }, inKind: { amount: "2.00" } },
  afterLoss: "keep",
  replacement: { allowed: ["sameEdition"], deadlineDays: 30 },
  refund: { gives: "paid" },
  damage
}

interface Given {
  readonly set?: object
  readonly rule?: object
}

/** A book of 40.00, lent to Ada at noon. */
const lent = async ({ set = {}, rule: changed = {} }: Given = {}) => {
  const small = await smallLibrary({ debtMax: "unlimited" })
  const { library, desk, key } = small
  await small.title("Book", ["b1"])
  receiptOf(await desk.changeItem({ item: "b1", price: 4000, at: noon - day, key: key() }))
  const { rows } = await library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  document.compensations = { books: { ...rule, ...changed } }
  Object.assign(document.rows[0].set, { compensation: "books", creditMax: "unlimited", ...set })
  expect((await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })).ok).toBe(true)
  const { dueAt } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const bob = { kind: "staff", id: "bob", permissions: new Set(staffRoles.manager) } as const
  const rowsOf = async <T extends "chargeLoan" | "chargeIncident" | "loanReader" | "loan">(table: T) =>
    (await library.scan(tenant, table, null, 100)).rows
  return {
    ...small,
    dueAt,
    other: library.at({ tenant, branch: "main", actor: bob, channel: "desk" }),
    rowsOf,
    pay: async (amount: number, at: number = noon) =>
      receiptOf(await desk.pay({ card: "ada", amount, method: "cash", at, key: key() })).entryId,
    undo: async (entry: string, at: number = noon) =>
      receiptOf(await desk.voidEntry({ card: "ada", entry, reason: "in error", at, key: key() })),
    lose: async (at: number = noon) => receiptOf(await desk.declareLost({ item: "b1", at, key: key() })).incidentId,
    bringBack: async (at: number = noon + day) => receiptOf(await desk.returnItem({ item: "b1", at, key: key() })),
    balance: async (card = "ada") =>
      (await library.read(tenant, { reader: { card: card as never } })).reader?.account.balance,
    chargeOf: async (kind: string) => {
      const found = (await library.scan(tenant, "charge", null, 100)).rows.filter((one) => one.kind === kind)
      return found.at(-1)?.chargeId ?? ""
    },
    sound: async () => {
      expect(await library.check(tenant)).toEqual([])
      expect(await library.replay(tenant)).toEqual([])
    }
  }
}

describe("a lost item that was paid for", () => {
  it("paid, undone and paid again is given back as if it had been paid once", async () => {
    for (const again of [[4500], [4000, 500]]) {
      const town = await lent({ set: { lostPaidEnds: true } })
      await town.lose()
      await town.undo(await town.pay(4500))
      for (const amount of again) await town.pay(amount)
      expect((await town.bringBack()).found?.givenBack).toBe(4500)
      expect(await town.rowsOf("chargeIncident")).toEqual([])
      await town.sound()
    }
  })

  it("ends its loan with a deposit that is paid with it, or after it", async () => {
    for (const sums of [[5500], [4500, 1000]]) {
      const town = await lent({ set: { deposit: "10.00", lostPaidEnds: true } })
      const { desk, key } = town
      const incident = await town.lose()
      if (sums.length === 1) await town.pay(5500)
      else {
        const charges = [await town.chargeOf("loss"), await town.chargeOf("processing")] as never
        receiptOf(await desk.pay({ card: "ada", amount: 4500, method: "cash", charges, at: noon, key: key() }))
        expect((await town.rowsOf("loan"))[0]?.state).toBe("lost")
        await town.pay(1000)
      }
      expect((await town.rowsOf("loan"))[0]?.state).toBe("closed")
      const deposit = await town.chargeOf("deposit")
      receiptOf(await desk.giveBackDeposit({ card: "ada", charge: deposit, method: "cash", at: noon, key: key() }))
      expect(incident).not.toBe("")
      await town.sound()
    }
  })

  it("out of a credit is paid when the credit is used; what was undone since does not count", async () => {
    const within = { refund: { gives: "paid", within: { days: 10, of: "payment" } } }
    const early = await lent({ set: { loanPeriod: { days: 100 } }, rule: within })
    await early.pay(4500)
    await early.lose(noon + 60 * day)
    receiptOf(await early.desk.applyCredit({ card: "ada", at: noon + 60 * day, key: early.key() }))
    expect((await early.bringBack(noon + 61 * day)).found?.givenBack).toBe(4500)
    await early.sound()
    const late = await lent({ set: { loanPeriod: { days: 100 } }, rule: within })
    await late.lose()
    await late.pay(4000)
    await late.undo(await late.pay(500, noon + 50 * day), noon + 50 * day)
    expect((await late.bringBack(noon + 51 * day)).found).toMatchObject({ givenBack: 0, because: "tooLate" })
    await late.sound()
  })

  it("is not charged more than fits one account", async () => {
    const town = await lent()
    const incident = await town.lose()
    const huge = { incident, amount: 1e12, processing: 1e12, at: noon }
    expect(await town.desk.dryRun.setActualCost(huge)).toMatchObject({ ok: false, invalid: [{}] })
  })
})

it("a loss whose charge came to nothing is charged once after its reader was merged into another", async () => {
  const town = await lent()
  const { desk, key } = town
  const incident = await town.lose()
  receiptOf(await desk.agreeReplacement({ incident, edition: "sameEdition", at: noon, key: key() }))
  receiptOf(await desk.mergeReaders({ card: "ben", other: "ada", at: noon, key: key() }))
  receiptOf(await desk.chargeIncident({ incident, at: noon + 1, key: key() }))
  expect(await town.balance("ben")).toBe(4500)
  await town.sound()
  receiptOf(await desk.pay({ card: "ben", amount: 4500, method: "cash", at: noon + 1, key: key() }))
  expect((await town.bringBack()).found?.givenBack).toBe(4500)
  await town.sound()
})

it("a loan names nobody any more once damage is paid, whatever of it is paid last", async () => {
  const town = await lent()
  const at = town.dueAt + 5 * day
  const damages = [{ kind: "stain", grade: "light", count: 2 }]
  receiptOf(await town.desk.inspect({ item: "b1", damages, takeBack: {}, charge: true, at, key: town.key() }))
  const charges = [await town.chargeOf("overdue")] as never
  const late = { card: "ada", amount: 50, method: "cash", charges, at, key: town.key() }
  receiptOf(await town.desk.pay(late))
  await town.pay(100, at)
  for (const table of ["loanReader", "chargeLoan", "chargeIncident"] as const)
    expect(await town.rowsOf(table)).toEqual([])
  await town.sound()
})

it("a deposit of which nothing is paid any more names no loan once it is waived", async () => {
  const town = await lent({ set: { deposit: "10.00" } })
  const paid = await town.pay(1000)
  await town.bringBack()
  await town.undo(paid, noon + day)
  const waiver = { card: "ada", charge: await town.chargeOf("deposit"), reason: "left town", at: noon + day }
  receiptOf(await town.desk.waive({ ...waiver, key: town.key() }))
  expect(await town.rowsOf("chargeLoan")).toEqual([])
  await town.sound()
})

it("a deposit that was forgone before the loss of its item was paid names no loan after that", async () => {
  for (const how of ["waive", "handOverDebt"] as const) {
    const town = await lent({ set: { deposit: "10.00", lostPaidEnds: true } })
    const { desk, key } = town
    const given = { card: "ada", at: noon, key: key() }
    if (how === "waive")
      receiptOf(await desk.waive({ ...given, charge: await town.chargeOf("deposit"), reason: "ill" }))
    else receiptOf(await desk.handOverDebt({ ...given, to: "agency" }))
    await town.lose()
    await town.pay(4500)
    expect(await town.rowsOf("chargeLoan")).toEqual([])
    await town.sound()
  }
})

it("a deposit that an appeal gives back whole names no loan any more", async () => {
  const town = await lent({ set: { deposit: "10.00" } })
  const { desk, other, key } = town
  await town.pay(1000)
  await town.bringBack()
  const at = noon + day
  const appeal = { card: "ada", charge: await town.chargeOf("deposit"), reason: "not told", at, key: key() }
  const { appealId } = receiptOf(await desk.appeal(appeal))
  const reversed = { appeal: appealId, as: "reversed", reason: "so it was", at, key: key() } as const
  expect(receiptOf(await other.decideAppeal(reversed)).balance).toBe(-1000)
  expect(await town.rowsOf("chargeLoan")).toEqual([])
  await town.sound()
})

describe("what somebody took off a charge that runs", () => {
  const running = async (how: "appeal" | "void" | "refund") => {
    const town = await lent({ set: { overdueAccrues: true, overdueCap: "unlimited" } })
    const { library, desk, other, key, dueAt } = town
    const at = dueAt + 5 * day
    await nightlyAccrual(library, { tenant, at })
    const charge = await town.chargeOf("overdue")
    if (how === "appeal") {
      const { appealId } = receiptOf(await desk.appeal({ card: "ada", charge, reason: "ill", at, key: key() }))
      const reversed = { appeal: appealId, as: "reversed", reason: "ill", at } as const
      receiptOf(await other.decideAppeal({ ...reversed, key: key() }))
    } else if (how === "void") await town.undo(charge, at)
    else {
      await town.pay(50, at)
      receiptOf(await desk.refund({ card: "ada", charge, reason: "ill", at, key: key() }))
    }
    return { ...town, at, charge }
  }

  it.each(["appeal", "void", "refund"] as const)(
    "by %s, is not charged again by the night, the return, or the loss",
    async (how) => {
      const town = await running(how)
      const before = (await town.balance()) ?? 0
      expect(before).toBe(how === "refund" ? -50 : 0)
      await nightlyAccrual(town.library, { tenant, at: town.at + day })
      expect(await town.balance()).toBe(before + 10)
      await town.bringBack(town.at + 2 * day)
      expect(await town.balance()).toBe(before + 20)
      await town.sound()
      const lost = await running(how)
      await lost.lose(lost.at + day)
      const owed = (await lost.balance()) ?? 0
      expect(owed).toBe(before + 10 + 4500)
      await lost.sound()
    }
  )

  it("goes with no merger of readers: what was taken off could not be told there", async () => {
    const { desk, at } = await running("appeal")
    expect(codesOf(await desk.dryRun.mergeReaders({ card: "ben", other: "ada", at }))).toContain("ChargeRunning")
  })
})

it("a charge that was undone and is owed again can be undone again", async () => {
  const { desk, key, balance, sound } = await lent()
  const rest = () => ({ card: "ada", at: noon, key: key() })
  receiptOf(await desk.chargeReader({ ...rest(), kind: "fee", amount: 100, reason: "copies" }))
  const fee = receiptOf(await desk.handOverDebt({ ...rest(), amount: 40, to: "agency" }))
  const [charge = ""] = fee.allotments.map(({ chargeId }) => chargeId)
  const undo = async (entry: string) => receiptOf(await desk.voidEntry({ ...rest(), entry, reason: "in error" }))
  await undo(charge)
  await undo(fee.entryId)
  expect(await balance()).toBe(40)
  await undo(charge)
  expect(await balance()).toBe(0)
  const none = await desk.dryRun.voidEntry({ card: "ada", entry: charge, reason: "again", at: noon })
  expect(codesOf(none)).toEqual(["EntryNotVoidable"])
  await sound()
})

it("what is called merged by hand can be undone, and no debt is handed over to it", async () => {
  const { desk, key, undo, balance, sound } = await lent()
  const rest = () => ({ card: "ada", at: noon, key: key() })
  const { chargeId: charge } = receiptOf(
    await desk.chargeReader({ ...rest(), kind: "fee", amount: 100, reason: "copies" })
  )
  const waived = receiptOf(await desk.waive({ ...rest(), charge, amount: 30, reason: "merged" }))
  await undo(waived.entryId)
  const paid = receiptOf(await desk.pay({ ...rest(), amount: 20, method: "merged" }))
  await undo(paid.entryId)
  expect(await balance()).toBe(100)
  expect(await desk.handOverDebt({ ...rest(), to: "merged" })).toMatchObject({ ok: false, invalid: [{ path: "to" }] })
  await sound()
})

it.each([
  ["none", 0],
  ["paid", 4000]
] as const)(
  "what comes back damaged after its loss, of which %s is given back, costs its value once",
  async (gives, again) => {
    const town = await lent({ rule: { refund: { gives }, processing: undefined } })
    await town.lose()
    await town.pay(4000)
    const damages = [{ kind: "water", grade: "wet" }]
    const at = noon + day
    const told = receiptOf(
      await town.desk.inspect({ item: "b1", damages, takeBack: {}, charge: true, at, key: town.key() })
    )
    expect(told.amount).toBe(again)
    expect(await town.balance()).toBe(0)
    await town.sound()
  }
)
