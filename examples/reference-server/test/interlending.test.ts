import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"
const day = 86_400_000

describe("loans from other systems and to them, on the page", () => {
  it("are asked for, taken in, sent back, lent, declined and finished", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    let keys = 0
    const done = async (answer: (common: { at: number; key: string }) => Promise<{ readonly ok: boolean }>) =>
      expect(await answer({ at: Date.now(), key: `t ${keys++}` })).toEqual(expect.objectContaining({ ok: true }))
    const borrowedFrom = async (partner: string): Promise<string> =>
      (await library.scan(tenant, "interloan", null, 100)).rows.find((one) => one.partner === partner)?.interloanId ??
      ""

    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Other systems")
    await sees(page, "Nothing is borrowed or asked for.")
    await sees(page, "Nothing is lent, and nobody asks for anything.")
    await press(page, "Ask for it")
    await sees(page, "Say what is asked for: title, author, edition.")
    await page.getByLabel("What is asked for").fill("Hill walks")
    await page.getByLabel("What is asked for").press("Enter")
    await said(page, "Hill walks: asked for from Hill Library")
    await page.getByLabel("Library system", { exact: true }).selectOption({ label: "dale" })
    await page.getByLabel("What is asked for").fill("Songs of the dale")
    await page.getByLabel("What is asked for").press("Enter")
    await said(page, "Songs of the dale: asked for from dale")
    await page.locator("#main").focus()
    await press(page, "Cancel the request for Songs of the dale")
    await said(page, "Songs of the dale: asked for no more. If it was sent meanwhile, it comes all the same.")

    const interloan = await borrowedFrom("hill")
    const shipped = { kind: "shipped", barcode: "hw1", dueAt: Date.now() - day } as const
    await done((common) => desk.takeMessage({ interloan, partner: "hill", ...shipped, ...common }))
    for (const [id, partner, title] of [
      ["x1", "hill", "Pride and Prejudice"],
      ["x2", "dale", "Moby-Dick"]
    ] as const)
      await done((common) => desk.takeMessage({ interloan: id, partner, kind: "requested", title, ...common }))
    await page.getByRole("button", { name: "Look again" }).click()
    await sees(page, "on its way here")
    await sees(page, "late")
    await page.locator("#main").focus()
    await press(page, "It has come: Hill walks")
    await page.getByLabel("Barcode by which it is lent here").fill("")
    await page.getByRole("button", { name: "Take it in" }).click()
    await sees(page, "Scan or type the barcode.")
    expect(await lookTwice(page, "interlending")).toEqual([])
    await page.getByLabel("Barcode by which it is lent here").fill("hw1")
    await page.getByLabel("Barcode by which it is lent here").press("Enter")
    await said(page, "Hill walks: taken in, ready to lend")
    await sees(page, "on the shelf")
    await page.locator("#main").focus()
    await press(page, "Send back Hill walks")
    await said(page, "Hill walks: on its way back")

    await sees(page, /This system has no account here/)
    await press(page, "Decline Moby-Dick")
    await page.getByLabel("Why (they are told)").fill("too old to travel")
    await page.getByLabel("Why (they are told)").press("Enter")
    await said(page, "Moby-Dick: declined")
    await page.locator("#main").focus()
    await press(page, "Send a copy of Pride and Prejudice")
    await page.getByLabel("Barcode of the copy").fill("i2")
    await page.getByLabel("Barcode of the copy").press("Enter")
    await sees(page, "Not sent: Pride and Prejudice")
    await done((common) => desk.registerReader({ card: "2003", name: "Hill Library", category: "adult", ...common }))
    await page.getByLabel("Barcode of the copy").press("Enter")
    await said(page, /^Pride and Prejudice: lent to Hill Library until /)
    await done((common) => desk.returnItem({ item: "i2", ...common }))
    await page.getByRole("button", { name: "Look again" }).click()
    await page.locator("#main").focus()
    await press(page, "It is back: finish the loan of Pride and Prejudice")
    await said(page, "Pride and Prejudice: the loan is over")
    await sees(page, "Nothing is lent, and nobody asks for anything.")
    expect(await lookTwice(page, "interlending-after")).toEqual([])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    await scene.close()
  })
})
