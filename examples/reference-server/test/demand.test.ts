import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openQueue } from "./queueScene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

describe("what is in demand, on the page", () => {
  it("says who waits in vain and what would help, and how many wait for each copy; opens a title", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openQueue(browser(), 4)
    const { page, library, tokens } = scene
    const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    const at = Date.now()
    for (const [text, card] of [
      ["西游记", "q1"],
      ["西游记", "q2"],
      ["pride", "q3"],
      ["moby", "q4"]
    ] as const) {
      const { titlesFound } = await library.read(tenant, { titlesFound: { text, after: null, limit: 1 } })
      const title = titlesFound.rows[0]?.titleId ?? ""
      expect((await desk.reserve({ title, card, at, key: `${text} ${card}` })).ok).toBe(true)
    }
    expect((await desk.changeItem({ item: "i2", status: "missing", at, key: "gone" })).ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "In demand")
    await page.getByRole("heading", { name: "Waiting in vain 1" }).waitFor()
    await sees(page, "Buy a copy: there is none that could come back.")
    await sees(page, "1 reader waits")
    const rows = await page.locator(".ratios tbody tr").allInnerTexts()
    expect(rows.map((row) => row.split(/\s*\t\s*/).map((cell) => cell.trim()))).toEqual([
      ["Pride and Prejudice", "1", "0", "no copy"],
      ["Walden", "5", "1", "5"],
      ["西游记", "2", "1", "2"],
      ["Moby-Dick", "1", "1", "1"]
    ])
    expect(await lookTwice(page, "demand")).toEqual([])
    await page.locator("#main").focus()
    await press(page, "Ask another system for Pride and Prejudice")
    expect(await lookTwice(page, "demand-asking")).toEqual([])
    await page.getByLabel("Library system").selectOption({ label: "Hill Library" })
    await page.getByRole("button", { name: "Ask for it" }).click()
    await said(page, "Pride and Prejudice: asked for from Hill Library")
    await sees(page, "1 asked for from another system")
    expect(await page.getByRole("button", { name: /^Ask another system/ }).count()).toBe(0)
    expect((await library.scan(tenant, "interloan", null, 9)).rows).toMatchObject([
      { partner: "hill", title: "Pride and Prejudice / Jane Austen", reservationId: expect.any(String) }
    ])
    await page.locator("#main").focus()
    await press(page, "Walden")
    await page.getByRole("heading", { name: "Queue 5" }).waitFor()
    await press(page, "Back to what is in demand")
    await sees(page, "Readers waiting for each copy")
    await scene.close()
  })
})
