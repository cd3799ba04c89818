import { cashDeskReport } from "@openshelf/core/money-reports"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

/** A manager at a desk of this name; reader 2001 owes 5.00. */
const signedIn = async (deskName: string): Promise<Scene> => {
  const at = await openScene(browser())
  const { page, tokens, library } = at
  const actor = { kind: "job", name: "t" } as const
  const desk = library.at({ tenant, branch: "central", actor, channel: "job" })
  const fee = { card: "2001", kind: "fee", amount: 500, reason: "copies", at: Date.now(), key: "fee" } as const
  expect(await desk.chargeReader(fee)).toMatchObject({ ok: true })
  if (deskName !== "") await page.getByLabel(/desk/i).first().fill(deskName)
  await tabTo(page, "Access token")
  await scan(page, tokens.manager)
  await sees(page, "Circulation desk")
  return at
}

describe("the cash desk, at the desk", () => {
  it("is opened, takes the payments of its desk, and is closed with a count and why it differs", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await signedIn("front")
    const { page, library } = at
    await press(page, "Cash desk")
    await sees(page, "It is closed.")
    await page.getByLabel("Money in it at the beginning").fill("nothing")
    await press(page, "Open it")
    await sees(page, "An amount such as 10.50.")
    await page.getByLabel("Money in it at the beginning").fill("20")
    await press(page, "Open it")
    await said(page, "The cash desk is open.")
    await press(page, "Account")
    await scan(page, "2001")
    await sees(page, "Owed: ¥5.00")
    await page.getByRole("button", { name: "Take payment" }).click()
    await said(page, "¥5.00 paid; still owed: ¥0.00")
    await press(page, "Cash desk")
    await page.getByLabel("Amount", { exact: true }).fill("3")
    await page.getByLabel("What for").fill("stamps")
    await press(page, "Take out")
    await said(page, "Done; there should be ¥22.00 in cash now.")
    expect(await lookTwice(page, "cash")).toEqual([])
    await page.getByLabel("Counted: Cash").fill("21.50")
    await press(page, "Close it with this count")
    await sees(page, "Not closed")
    await page.getByLabel("If it differs, why?").fill("a coin fell behind the drawer")
    await press(page, "Close it with this count")
    await said(page, "Closed; the count differs by -¥0.50.")
    const { sessions } = await cashDeskReport(library, { tenant })
    expect(sessions).toMatchObject([{ cashDesk: "front", methods: [{ method: "cash", expected: 2200 }] }])
    await at.close()
  })

  it("says what to do where the desk has no name, and takes payments without one", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await signedIn("")
    const { page, library } = at
    await press(page, "Cash desk")
    await sees(page, /This desk has no name/)
    await press(page, "Account")
    await scan(page, "2001")
    await page.getByRole("button", { name: "Take payment" }).click()
    await said(page, "¥5.00 paid; still owed: ¥0.00")
    expect((await cashDeskReport(library, { tenant })).sessions).toEqual([])
    await at.close()
  })
})
