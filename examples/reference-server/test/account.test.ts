import type { Library } from "@openshelf/core"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const scene = (): Promise<Scene> => openScene(browser())

const tenant = "town"

/** Reader 2001 owes 5.00 and 2.00 by hand. */
const charge = async (library: Library): Promise<ReadonlyArray<string>> => {
  const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
  const charges: Array<string> = []
  for (const amount of [500, 200]) {
    const key = `charge ${amount}`
    const told = await desk.chargeReader({ card: "2001", kind: "fee", amount, reason: "copies", at: Date.now(), key })
    if (!told.ok) throw new Error(JSON.stringify(told))
    charges.push(told.receipt.chargeId)
  }
  return charges
}

/** The window that opens when a button is pressed. */
const paperOf = async (page: Page, button: string | RegExp): Promise<Page> => {
  const opened = page.context().waitForEvent("page")
  await page.getByRole("button", { name: button, exact: true }).click()
  return opened
}

describe("the account of a reader, at the desk", () => {
  it("is paid in part, for the charge that was chosen, with bill and receipt to print", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    const [five = ""] = await charge(library)
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Account")
    await scan(page, "9999")
    await sees(page, "No reader has the card 9999.")
    await scan(page, "2001")
    await sees(page, "Owed: ¥7.00")
    const bill = await paperOf(page, "Bill")
    await bill.getByText("copies").first().waitFor()
    expect(await bill.title()).toBe("Bill")
    expect(await bill.evaluate(() => getComputedStyle(document.querySelector("table") as Element).width)).not.toBe(
      "auto"
    )
    await bill.close()
    await page.getByLabel("Fee ¥5.00").check()
    expect(await page.getByLabel("Amount").inputValue()).toBe("5.00")
    await page.getByLabel("Amount").fill("4.00")
    await page.getByRole("button", { name: "Take payment" }).click()
    await said(page, "¥4.00 paid; still owed: ¥3.00")
    await sees(page, "Fee ¥1.00")
    expect(await lookTwice(page, "account")).toEqual([])
    const { chargesOfReader } = await library.read(tenant, { chargesOfReader: { card: "2001" as never } })
    expect(chargesOfReader.find((one) => one.charge.chargeId === five)?.charge.outstanding).toBe(100)
    const receipt = await paperOf(page, /^Receipt: ¥4\.00/)
    await receipt.getByText("4.00 CNY").first().waitFor()
    await at.close()
  })

  it("says when forgiving needs somebody's approval, and takes it with a reason", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    await charge(library)
    await tabTo(page, "Access token")
    await scan(page, tokens.manager)
    await press(page, "Account")
    await scan(page, "2001")
    await sees(page, "Owed: ¥7.00")
    await page.locator("#main").focus()
    await press(page, "Waive ¥5.00")
    await scan(page, "flood at home")
    await sees(page, "With ¥0.00 forgiven before, ¥5.00 is above ¥3.00: somebody else must approve.")
    expect(await lookTwice(page, "approval")).toEqual([])
    await page.locator("#main").focus()
    await tabTo(page, "Reason for the exception")
    await scan(page, "agreed with the head")
    await said(page, "¥5.00 waived")
    await sees(page, "Owed: ¥2.00")
    await at.close()
  })
})

describe("a disputed charge, at the desk", () => {
  it("is decided by somebody who did not raise it, after reading what the reader says", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    const [five = ""] = await charge(library)
    const actor = { kind: "job", name: "t" } as const
    const given = { card: "2001", charge: five, reason: "I made no copies", evidence: "ask Li", at: Date.now() }
    const disputed = await library
      .at({ tenant, branch: "central", actor, channel: "job" })
      .appeal({ ...given, key: "a" })
    expect(disputed.ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.manager)
    await press(page, "Account")
    await scan(page, "2001")
    await sees(page, "Not decided yet")
    await press(page, "Decide")
    await sees(page, "The reader says: I made no copies")
    await sees(page, "Evidence: ask Li")
    await page.getByLabel("What becomes of the charge?").selectOption("reduced")
    await page.getByLabel("What it comes to").fill("9.00")
    await page.getByLabel("Reason for the decision").fill("half of it")
    await page.keyboard.press("Enter")
    await sees(page, "Not decided")
    await page.getByLabel("What it comes to").fill("2.50")
    expect(await lookTwice(page, "decide")).toEqual([])
    await page.getByRole("button", { name: "Decide for good" }).press("Enter")
    await said(page, "Decided: the charge was reduced")
    await sees(page, "Owed: ¥4.50")
    expect(await library.check(tenant)).toEqual([])
    await at.close()
  })
})

describe("a reader's own account", () => {
  it("lets a charge be disputed once, and says what came of it", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    await charge(library)
    await tabTo(page, "Access token")
    await scan(page, tokens.reader)
    await sees(page, "Owed: ¥7.00")
    expect(await page.getByRole("button", { name: "Take payment" }).count()).toBe(0)
    await page.locator("#main").focus()
    await press(page, "Dispute ¥5.00")
    await scan(page, "I made no copies")
    await said(page, "Disputed: somebody who did not raise the charge decides.")
    await sees(page, "Not decided yet")
    expect(await page.getByRole("button", { name: "Dispute ¥5.00" }).count()).toBe(0)
    expect(await lookTwice(page, "disputed")).toEqual([])
    const { appealsOfReader } = await library.read(tenant, {
      appealsOfReader: { card: "2001" as never, after: null, limit: 10 }
    })
    const [appeal] = appealsOfReader.rows
    const actor = { kind: "staff", id: "head", permissions: new Set(["accounts.decideAppeal"]) } as const
    const head = library.at({ tenant, branch: "central", actor, channel: "desk" })
    const decided = { appeal: appeal?.appealId ?? "", as: "reversed", reason: "true", at: Date.now(), key: "d" }
    expect(await head.decideAppeal(decided as never)).toMatchObject({ ok: true })
    await page.reload()
    await sees(page, "Decided: nothing has to be paid")
    await sees(page, "Owed: ¥2.00")
    const bill = await paperOf(page, "Bill")
    await bill.getByText("2.00 CNY").first().waitFor()
    await at.close()
  })
})
