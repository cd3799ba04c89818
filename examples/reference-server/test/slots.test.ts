import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { focused, press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

describe("lockers and pick-up times, on the page", () => {
  it("are added and closed; what is set aside is put into one and taken out, by the keyboard alone", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    expect((await desk.returnItem({ item: "i4", at: Date.now(), key: "back" })).ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Lockers and times")
    await sees(page, "There are none yet.")
    await press(page, "Give a place to Walden")
    await sees(page, "No locker or time is free.")
    await page.locator("#main").focus()
    await press(page, "Add it")
    await sees(page, "Give it a name.")
    await page.getByLabel("For how many reservations").fill("0")
    await sees(page, "A whole number from 1 to 1000.")
    await page.getByLabel("Begins").fill("2099-03-04T17:00")
    await sees(page, "Fill in both, the end after the beginning, or neither.")
    expect(await lookTwice(page, "slots-wrong")).toEqual([])
    await page.getByLabel("Begins").fill("")
    await page.getByLabel("For how many reservations").fill("1")
    await page.getByLabel("Name on the spot").fill("Locker 7")
    await page.getByLabel("Name on the spot").press("Enter")
    await said(page, "Locker 7: added")
    await page.getByLabel("What it is").selectOption({ label: "Brought out to the reader" })
    await page.getByLabel("Name on the spot").fill("Tuesday afternoon")
    await page.getByLabel("For how many reservations").fill("20")
    await page.getByLabel("Begins").fill("2099-03-04T15:00")
    await page.getByLabel("Ends").fill("2099-03-04T17:00")
    await page.getByLabel("Ends").press("Enter")
    await said(page, "Tuesday afternoon: added")
    await sees(page, /4 Mar 2099, 15:00 to 4 Mar 2099, 17:00/)

    await page.locator("#main").focus()
    await tabTo(page, "Locker or time")
    expect(await page.getByLabel("Locker or time").locator("option").allTextContents()).toEqual(["Locker 7 (1 free)"])
    expect(await lookTwice(page, "slots-giving")).toEqual([])
    await page.getByRole("button", { name: "Put it there" }).click()
    await said(page, "Walden: now in Locker 7")
    await sees(page, "1 of 1 taken")
    await sees(page, "in: Locker 7")
    expect(await lookTwice(page, "slots")).toEqual([])
    await page.getByRole("button", { name: "Lists" }).click()
    await sees(page, "in: Locker 7")
    await page.getByRole("button", { name: "Lockers and times" }).click()
    await press(page, "Close Locker 7")
    await said(page, "Locker 7: closed. What is in it stays until it is fetched (1).")
    await page.locator("#main").focus()
    await press(page, "Take it out: Walden, in Locker 7")
    await said(page, "Walden: taken out of Locker 7, back on the pickup shelf")
    await expect.poll(() => focused(page)).toBe("Waiting to be fetched here 1")
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    await scene.close()
  })
})
