import { describe, expect, it } from "vitest"
import { Card } from "../../readers/model.ts"
import { noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { documentHtml, drawUpBill, drawUpReceipt, type MoneyDocument } from "./index.ts"

const whose = { tenant, card: Card.make("ada"), branch: "main", zone: "Asia/Shanghai" }

const paid = async () => {
  const town = await smallLibrary({ creditMax: "unlimited", debtMax: "unlimited" })
  const { desk, key } = town
  const fee = { card: "ada", kind: "fee", at: noon } as const
  receiptOf(await desk.chargeReader({ ...fee, amount: 120, reason: "12 copies", key: key() }))
  receiptOf(await desk.chargeReader({ ...fee, kind: "compensation", amount: 1000, reason: "map torn", key: key() }))
  const bill = await drawUpBill(town.library, { ...whose, at: noon })
  const receipt = receiptOf(await desk.pay({ card: "ada", amount: 500, method: "cash", at: noon, key: key() }))
  return { ...town, bill, entry: receipt.entryId }
}

describe("documents of money", () => {
  it("a bill lists what is owed, a receipt what was paid of it and what is left", async () => {
    const { library, bill, entry } = await paid()
    expect(bill).toMatchObject({ kind: "bill", number: null, library: "Town", total: 1120, balance: 1120 })
    expect(bill?.lines.map(({ kind, text, amount }) => [kind, text, amount])).toEqual([
      ["fee", "12 copies", 120],
      ["compensation", "map torn", 1000]
    ])
    const receipt = await drawUpReceipt(library, { ...whose, entry })
    expect(receipt).toMatchObject({
      kind: "receipt",
      number: entry,
      total: 500,
      method: "cash",
      credit: 0,
      balance: 620
    })
    expect(receipt?.lines.map(({ amount }) => amount)).toEqual([120, 380])
  })

  it("a payment of too much says what became credit; a payout has a receipt too; what was undone has none", async () => {
    const { library, desk, key } = await paid()
    const { entryId } = receiptOf(await desk.pay({ card: "ada", amount: 700, method: "card", at: noon, key: key() }))
    expect(await drawUpReceipt(library, { ...whose, entry: entryId })).toMatchObject({ total: 700, credit: 80 })
    const { payouts } = receiptOf(await desk.payOut({ card: "ada", amount: 30, method: "cash", at: noon, key: key() }))
    const payout = await drawUpReceipt(library, { ...whose, entry: payouts[0]?.entryId ?? "" })
    expect(payout).toMatchObject({ kind: "payout", total: 30, lines: [], method: "cash" })
    const { entryId: wrong } = receiptOf(
      await desk.pay({ card: "ada", amount: 5, method: "cash", at: noon, key: key() })
    )
    receiptOf(await desk.voidEntry({ card: "ada", entry: wrong, reason: "typed twice", at: noon, key: key() }))
    expect(await drawUpReceipt(library, { ...whose, entry: wrong })).toBeNull()
    expect(await drawUpReceipt(library, { ...whose, entry: "nothing" })).toBeNull()
    expect(await drawUpBill(library, { ...whose, card: Card.make("nobody"), at: noon })).toBeNull()
  })
})

it("a bill asks for what settles it where a cap holds, and says what is not asked for then", async () => {
  const set = { debtMax: "unlimited", overdueCap: "5.00", overdueCapPerVisit: "0.70" }
  const { library, desk, key, title } = await smallLibrary(set)
  await title("Books", ["b1", "b2"])
  let dueAt = noon
  for (const item of ["b1", "b2"])
    dueAt = receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() })).dueAt
  const at = dueAt + 5 * 86_400_000
  for (const item of ["b1", "b2"]) receiptOf(await desk.returnItem({ item, at, key: key() }))
  const bill = await drawUpBill(library, { ...whose, at })
  const owed = bill?.lines.reduce((sum, { amount }) => sum + amount, 0) ?? 0
  expect(bill).toMatchObject({ total: 70, forgone: owed - 70, balance: owed })
  expect(owed).toBeGreaterThan(70)
  const paid = receiptOf(await desk.pay({ card: "ada", amount: 70, method: "cash", at, key: key() }))
  expect([paid.forgone, paid.balance]).toEqual([bill?.forgone, 0])
  expect(documentHtml(bill as MoneyDocument, "en")).toContain("Not asked for if all is paid at once")
})

it.each([
  ["JPY", "1205 JPY"],
  ["EUR", "12.05 EUR"],
  ["KWD", "1.205 KWD"]
])("are written in %s with the decimals that it has", async (currency, text) => {
  const whole = { debtMax: "unlimited", overdueRate: "none", overdueCap: "unlimited" }
  const { library, desk, key } = await smallLibrary(whole, currency)
  const charge = { card: "ada", kind: "fee", amount: 1205, reason: "copies", at: noon } as const
  receiptOf(await desk.chargeReader({ ...charge, key: key() }))
  const bill = await drawUpBill(library, { ...whose, at: noon })
  expect(bill).toMatchObject({ currency, total: 1205 })
  expect(bill === null ? "" : documentHtml(bill, "en")).toContain(text)
})

const document: MoneyDocument = {
  kind: "receipt",
  number: "e1",
  library: "Town & Country",
  branch: "main",
  reader: { name: `<script>alert("1")</script>\u202eada'`, card: '"><img src=x onerror=alert(1)>' },
  at: noon,
  zone: "Asia/Shanghai",
  currency: "KWD",
  lines: [{ chargeId: "c1", kind: "fee", text: "</td><b>free</b>", raisedAt: noon, amount: 1205 }],
  forgone: 0,
  total: 1500,
  method: "<i>cash</i>",
  credit: 295,
  balance: -295
}

describe("a document as HTML", () => {
  it("holds no tag, script or turned text that a name or reason brought along", () => {
    const page = documentHtml(document, "en")
    expect(page).not.toMatch(/<(script|img|b|i)\b|\u202e/)
    expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;ada&#39;")
    expect(page).toContain("Town &amp; Country")
    expect(page).not.toMatch(/https?:|url\(|@import/)
  })

  it("says the same in English and Chinese, with the decimals of its currency", () => {
    const [english, chinese] = [documentHtml(document, "en"), documentHtml(document, "zh")]
    for (const text of ['lang="en-GB"', "Receipt", "1.205 KWD", "1.500 KWD", "Of this, kept as credit", "2 Mar 2026"])
      expect(english).toContain(text)
    for (const text of ['lang="zh-CN"', "收据", "1.205 KWD", "其中转入余额", "2026年3月2日 12:00"])
      expect(chinese).toContain(text)
    const yen = documentHtml({ ...document, currency: "JPY", kind: "bill", number: null, method: null }, "zh")
    expect(yen).toContain("1205 JPY")
    expect(yen).toContain("缴费通知")
  })
})
