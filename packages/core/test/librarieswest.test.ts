import { existsSync, readdirSync, readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { type SumBy, sumsOf } from "../src/library/moneyReports/index.ts"
import type { Library } from "../src/library/openLibrary.ts"
import { noon, receiptOf, smallLibrary, tenant } from "../src/testing/smallLibrary.ts"

const shared = process.env.OPENSHELF_SHARED ?? new URL("../../../../shared", import.meta.url).pathname
const folder = `${shared}/data/circulation/librarieswest`
const without = existsSync(folder) ? "" : ", skipped: the data (shared/data/circulation/librarieswest) is not here"

type Row = Readonly<Record<string, string>>

/** Rows of a file by the first part of its name; those whose figures were withheld are left out. */
const rowsOf = (name: string): ReadonlyArray<Row> => {
  const file = readdirSync(folder).find((one) => one.startsWith(name)) ?? ""
  const [head = "", ...lines] = gunzipSync(readFileSync(`${folder}/${file}`))
    .toString("utf8")
    .trim()
    .split("\n")
  const columns = head.trim().split(",")
  return lines
    .map((line) =>
      Object.fromEntries(
        line
          .trim()
          .split(",")
          .map((cell, at) => [columns[at] as string, cell])
      )
    )
    .filter((row) => !Object.values(row).includes("*"))
}

const pence = (pounds = ""): number => Math.round(Number(pounds) * 100)
const inMonth = (month = "", hour = 0): number => Date.parse(`${month}-15T00:00:00Z`) + hour * 3_600_000

const compensated = new Set(["LOST", "DAMAGE"])
const readerCount = 2000
const batch = 1000

/** A library whose many readers owe and pay what the rows say. */
const filled = async (rows: ReadonlyArray<Row>, month: string, amount: string) => {
  const town = await smallLibrary({ debtMax: "unlimited" })
  const { library } = town
  const { rows: documents } = await library.scan(tenant, "document", null, 10)
  const content = JSON.parse(documents.find(({ kind }) => kind === "policy")?.content ?? "null")
  await library.publishPolicy({ tenant, content, at: noon, validFrom: inMonth("2016-01"), by: "import" })
  const desk = library.at({ tenant, branch: "main", actor: { kind: "job", name: "import" }, channel: "job" })
  const readers = Array.from({ length: readerCount }, (_, number) => `r${number}`)
  const registering = readers.map((card) => ({
    card,
    name: card,
    category: "adult",
    at: noon,
    key: card
  }))
  for (const answer of await desk.many("registerReader", registering)) receiptOf(answer)
  const owing = rows.filter((row) => pence(row[amount]) > 0)
  const charges: Array<string> = []
  for (let first = 0; first < owing.length; first += batch) {
    const inputs = owing.slice(first, first + batch).map((row, nth) => ({
      card: readers[(first + nth) % readerCount] as string,
      kind: compensated.has(row.bill_reason ?? "") ? ("compensation" as const) : ("fee" as const),
      amount: pence(row[amount]),
      reason: row.bill_reason ?? "",
      at: inMonth(row[month]),
      key: `charge ${first + nth}`
    }))
    for (const answer of await desk.many("chargeReader", inputs)) charges.push(receiptOf(answer).chargeId)
  }
  return { library, desk, owing, charges, cardOf: (nth: number) => readers[nth % readerCount] as string }
}

/** What the rows sum up to, by some of their columns. */
const totals = (rows: ReadonlyArray<Row>, columns: (row: Row) => ReadonlyArray<string | undefined>, amount: string) => {
  const sums: Record<string, number> = {}
  for (const row of rows) {
    const pennies = pence(row[amount])
    const name = columns(row).join(" ")
    if (pennies > 0) sums[name] = (sums[name] ?? 0) + pennies
  }
  return sums
}

const told = async (library: Library, by: ReadonlyArray<SumBy>, kinds: ReadonlyArray<string>) => {
  const { sums } = await sumsOf(library, { tenant, by, where: ({ kind }) => kinds.includes(kind) })
  return Object.fromEntries(sums.map((sum) => [by.map((part) => sum.by[part]).join(" "), Math.abs(sum.amount)]))
}

describe.skipIf(without !== "")(`a consortium's bills and payments in the ledger${without}`, () => {
  it("sums up the bills of 21 months to the files' totals by month and reason", async () => {
    const rows = rowsOf("bills_2018")
    const { library } = await filled(rows, "month_billed", "total_billed")
    const months = ({ month_billed: month, bill_reason: reason }: Row) => [month, reason]
    expect(await told(library, ["month", "reason"], ["charge"])).toEqual(totals(rows, months, "total_billed"))
    expect(await library.check(tenant)).toEqual([])
  }, 120_000)

  it("sums up three years of payments to the files' totals by month, reason and kind", async () => {
    const rows = rowsOf("payments_2016")
    const { library, desk, owing, charges, cardOf } = await filled(rows, "month_paid", "system_paid")
    for (let first = 0; first < owing.length; first += batch) {
      const part = owing.slice(first, first + batch).map((row, nth) => ({ row, nth: first + nth }))
      const of = ({ row, nth }: (typeof part)[number]) => ({
        card: cardOf(nth),
        at: inMonth(row.month_paid, 1),
        key: `settle ${nth}`
      })
      const kindOf = ({ row }: (typeof part)[number]) => row.payment_type
      const waived = part.filter((one) => kindOf(one) === "FORGIVEN")
      const cancelled = part.filter((one) => kindOf(one) === "CANCEL")
      const paid = part.filter((one) => !waived.includes(one) && !cancelled.includes(one))
      const chargeOf = ({ nth }: (typeof part)[number]) => charges[nth] as string
      for (const answer of await desk.many(
        "waive",
        waived.map((one) => ({ ...of(one), charge: chargeOf(one), reason: "FORGIVEN" }))
      ))
        receiptOf(answer)
      for (const answer of await desk.many(
        "writeOff",
        cancelled.map((one) => ({ ...of(one), charges: [chargeOf(one)], reason: "CANCEL" }))
      ))
        receiptOf(answer)
      for (const answer of await desk.many(
        "pay",
        paid.map((one) => ({
          ...of(one),
          amount: pence(one.row.system_paid),
          method: one.row.payment_type ?? "",
          charges: [chargeOf(one)]
        }))
      ))
        receiptOf(answer)
    }
    const settled = ["payment", "waiver", "writeOff"]
    const byType = ({ month_paid: month, payment_type: type }: Row) => [month, type]
    const byReason = ({ month_paid: month, bill_reason: reason }: Row) => [month, reason]
    expect(await told(library, ["month", "reason"], settled)).toEqual(totals(rows, byType, "system_paid"))
    expect(await told(library, ["month", "reason"], ["charge"])).toEqual(totals(rows, byReason, "system_paid"))
    const kind = ({ payment_type: type }: Row) => [
      type === "FORGIVEN" ? "waiver" : type === "CANCEL" ? "writeOff" : "payment"
    ]
    expect(await told(library, ["kind"], settled)).toEqual(totals(rows, kind, "system_paid"))
    expect((await sumsOf(library, { tenant, by: [] })).sums[0]?.amount).toBe(0)
    expect(await library.check(tenant)).toEqual([])
  }, 240_000)
})
