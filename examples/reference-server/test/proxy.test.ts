import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { focused, press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

describe("somebody who comes for a reader, at the desk", () => {
  it("fetches what is set aside once recorded as standing for them, by the keyboard alone", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    const at = Date.now() - 1_000
    await desk.registerReader({ card: "2003", name: "Cem", category: "adult", at, key: "cem" })
    expect((await desk.returnItem({ item: "i4", at, key: "back" })).ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await sees(page, "Circulation desk")
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await press(page, "Somebody else came for the reader")
    await tabTo(page, "Card of whoever came")
    await scan(page, "2003")
    expect(await focused(page)).toBe("Item barcode")
    await scan(page, "i4")
    await sees(page, "The holder of card 2003 may not borrow for this reader.")
    expect(await lookTwice(page, "proxy")).toEqual([])
    const linked = await desk.linkReaders({ card: "2002", other: "2003", kind: "proxy", at, key: "link" })
    expect(linked.ok).toBe(true)
    await page.getByLabel("Item barcode").focus()
    await scan(page, "i4")
    await said(page, /^Walden: lent/)
    const { rows } = await library.scan(tenant, "reservation", null, 10)
    expect(rows.map(({ state }) => state)).toEqual(["filled"])
    await press(page, "Next reader")
    await scan(page, "2003")
    await said(page, "Reader: Cem")
    expect(await page.getByLabel("Card of whoever came").inputValue()).toBe("")
    await scene.close()
  })
})
