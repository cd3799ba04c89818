import { describe, expect, it } from "vitest"
import type { Barcode } from "../../catalogue/model.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { exportReader } from "../exportReader.ts"
import { incidentRegister, itemArchive, registerSums } from "./index.ts"

const kinds = { stain: [{ grade: "light", cost: { flat: "2.00" } }] }

/** A copy that was lent twice, came back stained once, and was mended. */
const lived = async () => {
  const small = await smallLibrary()
  const { library, desk, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  document.compensations = { town: { damage: { kinds } } }
  Object.assign(document.rows[0].set, { compensation: "town", debtMax: "unlimited" })
  await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
  await small.title("Book", ["b1"])
  const at = (days: number) => ({ at: noon + days * day, key: key() })
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", ...at(0) }))
  receiptOf(await desk.renew({ item: "b1", ...at(1) }))
  const damages = [{ kind: "stain", grade: "light" }]
  const told = receiptOf(await desk.inspect({ item: "b1", takeBack: {}, charge: true, damages, ...at(2) }))
  receiptOf(await desk.sendToRepair({ item: "b1", ...at(3) }))
  receiptOf(await desk.repaired({ item: "b1", cost: 450, ...at(4) }))
  receiptOf(await desk.checkOut({ item: "b1", card: "ben", ...at(5) }))
  receiptOf(await desk.returnItem({ item: "b1", ...at(6) }))
  return { ...small, charge: told.charges[0]?.chargeId ?? "", at }
}

describe("the life of an item", () => {
  it("is one page: counts of loans, conditions, repairs, incidents and cost; no reader is in it", async () => {
    const { library } = await lived()
    const life = await itemArchive(library, { tenant, barcode: "b1" as Barcode })
    expect(life).toMatchObject({
      title: "Book",
      use: { loanCount: 2, renewalCount: 1, firstLentAt: noon, lastLentAt: noon + 5 * day, inHouseUses: 0 },
      condition: { damages: [], parts: [] },
      conditions: [{ occasion: "repaired", cost: 450 }, { occasion: "sentToRepair" }, { occasion: "returned" }],
      incidents: [{ kind: "damage", state: "charged", amount: 200 }],
      costs: { price: null, priceCurrency: "", repairs: 450, charged: 200 }
    })
    const { rows: readers } = await library.scan(tenant, "reader", null, 10)
    const { rows: loans } = await library.scan(tenant, "loan", null, 10)
    const text = JSON.stringify(life)
    for (const { readerId } of readers) expect(text).not.toContain(readerId)
    for (const { loanId } of loans) expect(text).not.toContain(loanId)
    expect(await itemArchive(library, { tenant, barcode: "none" as Barcode })).toBe(null)
  })

  it("stands in the register too, whose sums are those of its lines", async () => {
    const { library } = await lived()
    for await (const { barcode, title } of incidentRegister(library, { tenant }))
      expect([barcode, title]).toEqual(["b1", "Book"])
    expect(await registerSums(incidentRegister(library, { tenant }))).toEqual([
      { kind: "damage", state: "charged", count: 1, amount: 200 }
    ])
    const range = { tenant, from: noon + 3 * day }
    expect(await registerSums(incidentRegister(library, range))).toEqual([])
  })
})

it("a theft stands in the register with the number of its report", async () => {
  const { library, desk, key, title } = await smallLibrary()
  await title("Atlas", ["a1"])
  receiptOf(await desk.reportMissing({ item: "a1", noticedAt: "shelf", policeReport: "77/2026", at: noon, key: key() }))
  const lines = []
  for await (const line of incidentRegister(library, { tenant })) lines.push(line)
  expect(lines).toMatchObject([{ kind: "theft", policeReport: "77/2026", barcode: "a1", bearer: "library", amount: 0 }])
})

describe("an appeal", () => {
  it("is for readers against their own charges alone, and goes with what is kept of them", async () => {
    const { library, screenOf, charge, at } = await lived()
    const appeal = { charge, reason: "It was so." }
    expect(codesOf(await screenOf("ben").appeal({ card: "ada", ...appeal, ...at(7) }))).toEqual(["ReaderUnknown"])
    expect(codesOf(await screenOf("ben").appeal({ card: "ben", ...appeal, ...at(7) }))).toEqual(["ChargeUnknown"])
    const { appealId } = receiptOf(await screenOf("ada").appeal({ card: "ada", ...appeal, ...at(7) }))
    const decision = { appeal: appealId, as: "reversed", reason: "please" } as const
    expect(codesOf(await screenOf("ada").decideAppeal({ ...decision, ...at(8) }))).toEqual(["NotPermitted"])
    expect(await exportReader(library, { tenant, card: "ada" as never })).toMatchObject({
      appeals: [{ appealId, reason: "It was so." }],
      incidents: [{ evidence: "" }]
    })
  })
})
