import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const scene = (): Promise<Scene> => openScene(browser())

const tenant = "town"

describe("an item that comes back damaged", () => {
  it("is looked over with the amount in sight, and taken back only when that is confirmed", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Damaged")
    await scan(page, "i4")
    await sees(page, "What do you see?")
    await page.getByLabel("Stains", { exact: true }).selectOption("light")
    await sees(page, "The reader is charged ¥0.50.")
    await page.getByLabel("Pages: Stains").fill("4")
    await sees(page, "The reader is charged ¥2.00.")
    await page.getByLabel("Map").check()
    await sees(page, "The reader is charged ¥7.00.")
    await page.getByLabel("How many: Map").fill("2")
    await sees(page, "The reader is charged ¥12.00.")
    await page.getByLabel("How did it come about?").selectOption("onPurpose")
    await sees(page, /^The reader may not borrow until /)
    await page.getByLabel("Address of a photograph").fill("https://photos.example/i4.jpg")
    await page.getByText("How this amount comes about").click()
    await sees(page, "damage: 0.5 × 4 = 2")
    expect((await library.scan(tenant, "incident", null, 10)).rows).toEqual([])
    expect(await lookTwice(page, "inspection")).toEqual([])
    await page.locator("#main").focus()
    await press(page, "Take back and save")
    await said(page, "Walden: damage noted, ¥12.00 charged")
    const [condition] = (await library.scan(tenant, "condition", null, 10)).rows
    expect(condition?.photo).toBe("https://photos.example/i4.jpg")
    const [incident] = (await library.scan(tenant, "incident", null, 10)).rows
    expect(incident?.conduct).toBe("onPurpose")
    await page.getByRole("heading", { name: "Set aside" }).waitFor()
    expect(await lookTwice(page, "inspected")).toEqual([])
    const { loanOfItem } = await library.read(tenant, { loanOfItem: { barcode: "i4" as never } })
    expect(loanOfItem).toBeNull()
    expect(await library.check(tenant)).toEqual([])
    await at.close()
  })

  it("asks for what the rules leave open, and says in words why an amount cannot be told", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Damaged")
    await scan(page, "i3")
    await sees(page, "What do you see?")
    await page.getByLabel("Stains", { exact: true }).selectOption("heavy")
    await sees(page, "What it costs cannot be told yet: no price of the item is known.")
    expect(await lookTwice(page, "inspection-asks")).toEqual([])
    await page.getByLabel("What is the item worth?").fill("20.00")
    await page.getByLabel("Stains: per cent from 20 to 60").fill("70")
    await sees(page, "What it costs cannot be told yet: 70 is not between 20 and 60.")
    await page.getByLabel("Stains: per cent from 20 to 60").fill("50")
    await sees(page, "The reader is charged ¥10.00.")
    await sees(page, "Being late: ¥2.60, in addition.")
    await page.getByLabel("Charge the reader").uncheck()
    await sees(page, "It is noted, and nothing is charged.")
    await page.locator("#main").focus()
    await press(page, "Take back and save")
    await said(page, "西游记: noted, nothing charged")
    await at.close()
  })

  it("is charged to whoever had it last, when it was found just after the return", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Return")
    await scan(page, "i3")
    await said(page, /西游记: returned/)
    await page.locator("#main").focus()
    await press(page, "Damaged")
    await scan(page, "i3")
    await sees(page, "What do you see?")
    await page.getByLabel("Map").check()
    await sees(page, "It is noted, and nothing is charged.")
    await page.getByLabel("The last reader answers for it").check()
    await sees(page, "The reader is charged ¥5.00.")
    await page.getByLabel("Then", { exact: true }).selectOption("inRepair")
    await page.locator("#main").focus()
    await press(page, "Save")
    await said(page, "西游记: damage noted, ¥5.00 charged")
    const { item } = await library.read(tenant, { item: { barcode: "i3" as never } })
    expect(item?.item.status).toBe("inRepair")
    await at.close()
  })

  it("is only noted where the rules name no compensation", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    const { rows } = await library.scan(tenant, "document", null, 10)
    const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
    const { compensations: _, ...others } = policy
    delete others.rows[0].set.compensation
    expect(await library.publishPolicy({ tenant, content: others, at: Date.now() - 1_000, by: "anna" })).toMatchObject({
      ok: true
    })
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Damaged")
    await scan(page, "i4")
    await page.getByLabel("Tears").selectOption("heavy")
    await sees(page, "The library's rules do not say: compensation.")
    await page.getByLabel("Charge the reader").uncheck()
    await sees(page, "It is noted, and nothing is charged.")
    await at.close()
  })
})
