import { describe, expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { exportReader } from "./exportReader.ts"

describe("what is kept of a person, handed out", () => {
  it("is all that names them: cards, loans, reservations, money, blocks, notes and links, and nobody else's name", async () => {
    const { desk, library, title, key } = await smallLibrary({ debtMax: "unlimited" })
    const at = noon
    await title("Late", ["late"])
    await title("At home", ["home"])
    const wanted = await title("Wanted", ["wanted"])
    for (const item of ["late", "home"]) receiptOf(await desk.checkOut({ item, card: "ada", at, key: key() }))
    receiptOf(await desk.checkOut({ item: "wanted", card: "ben", at, key: key() }))
    receiptOf(await desk.reserve({ title: wanted, card: "ada", at, key: key() }))
    receiptOf(await desk.returnItem({ item: "late", at: at + 20 * day, key: key() }))
    receiptOf(
      await desk.placeBlock({ card: "ada", kind: "conduct", actions: ["reserve"], note: "loud", at, key: key() })
    )
    receiptOf(await desk.addReaderNote({ card: "ada", text: "rings twice", at, key: key() }))
    receiptOf(await desk.linkReaders({ card: "ada", other: "ben", kind: "guarantor", at, key: key() }))

    const data = await exportReader(library, { tenant, card: "ada" as never })
    expect(data).toMatchObject({
      reader: { name: "ada" },
      cards: ["ada"],
      loans: [{ barcode: "home" }],
      archive: [{ barcode: "late" }],
      reservations: [{ title: "Wanted", state: "waiting" }],
      balance: 60,
      charges: [{ kind: "overdue", amount: 60 }],
      entries: [{ kind: "charge", amount: 60 }],
      blocks: [{ kind: "conduct", note: "loud" }],
      notes: [{ text: "rings twice" }],
      links: [{ kind: "guarantor", direction: "of" }]
    })
    expect(JSON.stringify(data)).not.toContain("ben")
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(await exportReader(library, { tenant, card: "nobody" as never })).toBeNull()
  })
})
