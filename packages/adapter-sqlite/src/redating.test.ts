import { copyFileSync } from "node:fs"
import { type Library, openLibrary } from "@openshelf/core"
import { redate } from "@openshelf/core/redating"
import { townCalendar } from "@openshelf/core/testing"
import { describe, expect, it } from "vitest"
import { at, deskOf, smallLibrary } from "../test/desk.ts"
import { type Ended, runAndDie } from "../test/runAndDie.ts"
import { tempFile } from "../test/tempFolder.ts"
import { sqliteStorage } from "./index.ts"

const day = 86_400_000
const now = at + day
const loans = 120

/** Many loans that fall due on a day that is closed by now. */
const closedAfterwards = async (file: string): Promise<void> => {
  const library = await smallLibrary({ file })
  const desk = deskOf(library)
  const title = await desk.addTitle({ description: { title: "Persuasion" }, key: "more", at })
  if (!title.ok) throw new Error(JSON.stringify(title))
  const barcodes = Array.from({ length: loans }, (_, number) => `p${number}`)
  const items = barcodes.map((barcode) => ({
    title: title.receipt.titleId,
    barcode,
    type: "book",
    key: `add ${barcode}`,
    at
  }))
  await desk.many("addItem", items)
  for (const [number, item] of barcodes.entries())
    expect(await desk.checkOut({ item, card: number < 60 ? "ada" : "ben", key: item, at })).toMatchObject({ ok: true })
  const closed = [{ from: "2024-03-08", to: "2024-03-09", closed: true }]
  const main = { ...townCalendar.branches.main, exceptions: closed }
  const content = { branches: { ...townCalendar.branches, main } }
  expect(await library.publishCalendar({ tenant: "town", content, at: now, by: "anna" })).toMatchObject({ ok: true })
  await library.close()
}

const redateAndDie = (file: string, number: number): Promise<Ended> =>
  runAndDie("jobKilledAt.ts", file, "redate", number, now)

const moved = async (library: Library): Promise<number> =>
  (await library.scan("town", "event", null, 10_000)).rows.filter(({ tag }) => tag === "LoanRedated").length

describe("re-dating in a file", () => {
  it("killed anywhere leaves slices whole, and the next run moves the rest once", { timeout: 120_000 }, async () => {
    const prepared = tempFile()
    await closedAfterwards(prepared)
    const copy = (): string => {
      const file = tempFile()
      copyFileSync(prepared, file)
      return file
    }
    const whole = JSON.parse((await redateAndDie(copy(), 1_000_000)).said)
    expect(whole.changed).toBe(loans)
    const seen: Array<number> = []
    for (const share of [0.1, 0.3, 0.5]) {
      const file = copy()
      expect((await redateAndDie(file, Math.floor(whole.taken * share))).signal).toBe("SIGKILL")
      const library = await openLibrary({ storage: sqliteStorage({ file }) })
      const before = await moved(library)
      seen.push(before)
      const rest = await redate(library, { tenant: "town", at: now + 1 })
      expect([before + rest.loans.moved, await moved(library)]).toEqual([loans, loans])
      expect([await library.check("town"), await library.replay("town")]).toEqual([[], []])
      await library.close()
    }
    expect(seen.filter((before) => before > 0 && before < loans).length).toBeGreaterThan(0)
  })

  it("lets a desk go on between slices", async () => {
    const file = tempFile()
    await closedAfterwards(file)
    const library = await openLibrary({ storage: sqliteStorage({ file }) })
    let running = true
    let served = 0
    const desk = (async () => {
      while (running) {
        await new Promise((resolve) => setTimeout(resolve))
        const scanned = await deskOf(library).returnItem({ item: "b0", key: `scan ${served}`, at: now })
        expect(scanned).toMatchObject({ ok: true })
        served++
      }
    })()
    const report = await redate(library, { tenant: "town", at: now })
    running = false
    await desk
    expect(report.loans.moved).toBe(loans)
    expect(served).toBeGreaterThan(2)
    await library.close()
  })
})
