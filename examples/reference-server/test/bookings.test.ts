import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { changeRules, withSettings } from "./changedRules.ts"
import { focused, press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"
const day = 86_400_000

/** So many days ahead, as a date field has it, where the library is. */
const dayAhead = (days: number): string => new Date(Date.now() + days * day + 8 * 3_600_000).toISOString().slice(0, 10)
const written = (date: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(Date.parse(date))

describe("bookings of an item, on the page", () => {
  it("are listed, made, changed and cancelled, by the keyboard alone", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    await changeRules(library, withSettings({ bookable: true, bookingLeadDays: 1, bookingTrailDays: 2 }))
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Bookings")
    await sees(page, "Scan the item that somebody wants for certain days.")
    expect(await focused(page)).toBe("Item barcode")
    await scan(page, "i2")
    await said(page, "Pride and Prejudice: Booked days 0")
    await sees(page, "It is not booked.")
    await page.locator("#main").focus()
    await press(page, "Book it")
    await sees(page, "Scan or type the card of the reader.")
    expect(await page.getByText("Choose a day.").count()).toBe(2)
    expect(await lookTwice(page, "bookings-wrong")).toEqual([])

    await page.getByLabel("Reader’s card").fill("2002")
    await page.getByLabel("First day").fill(dayAhead(6))
    await page.getByLabel("Last day").fill(dayAhead(5))
    await sees(page, "The last day comes before the first.")
    await page.getByLabel("Last day").fill(dayAhead(7))
    await page.getByLabel("Last day").press("Enter")
    const days = `${written(dayAhead(6))} to ${written(dayAhead(7))}`
    await said(page, `Booked for ${days}`)
    await sees(page, `kept free from ${written(dayAhead(5))} to ${written(dayAhead(9))}`)
    expect(await lookTwice(page, "bookings")).toEqual([])

    await page.getByLabel("Reader’s card").fill("2001")
    await page.getByLabel("First day").fill(dayAhead(10))
    await page.getByLabel("Last day").fill(dayAhead(10))
    await page.getByLabel("Last day").press("Enter")
    await sees(page, /^It is booked by somebody else, and kept free for them from/)
    expect(await page.getByLabel("First day").getAttribute("aria-invalid")).toBe("true")
    expect(await lookTwice(page, "bookings-taken")).toEqual([])

    await page.locator("#main").focus()
    await press(page, `Other days instead of ${days}`)
    expect(await focused(page)).toBe("First day")
    await page.getByLabel("First day").first().fill(dayAhead(7))
    expect(await lookTwice(page, "bookings-changing")).toEqual([])
    await page.getByLabel("First day").first().press("Enter")
    await said(page, `Booked for ${written(dayAhead(7))} now`)
    await expect.poll(() => focused(page)).toBe("Booked days 1")
    await press(page, `Cancel the booking for ${written(dayAhead(7))}`)
    expect(await focused(page)).toBe("Reason, if there is one to note")
    await scan(page, "it rains")
    await said(page, `The booking for ${written(dayAhead(7))} is cancelled`)
    await sees(page, "It is not booked.")
    const { rows } = await library.scan(tenant, "booking", null, 10)
    expect(rows.map(({ state }) => state)).toEqual(["cancelled"])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    await scene.close()
  })

  it("say what they cannot: an item that nobody knows, or that is not booked here", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, tokens } = scene
    await tabTo(page, "Access token")
    await scan(page, tokens.desk)
    await press(page, "Bookings")
    await scan(page, "nothing")
    await page.getByRole("alert").waitFor()
    await page.getByLabel("Item barcode").focus()
    await scan(page, "i2")
    await page.getByLabel("Reader’s card").fill("2002")
    await page.getByLabel("First day").fill(dayAhead(1))
    await page.getByLabel("Last day").fill(dayAhead(1))
    await page.getByLabel("Last day").press("Enter")
    await sees(page, "This is not booked for days ahead.")
    await scene.close()
  })

  it("are the reader's own to see, move and give up", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    await changeRules(library, withSettings({ bookable: true }))
    const desk = library.at({ tenant, branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })
    const from = Date.parse(`${dayAhead(4)}T04:00Z`)
    const booked = await desk.book({ item: "i2", card: "2001", from, until: from, at: Date.now(), key: "b" })
    expect(booked.ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.reader)
    await sees(page, "Pride and Prejudice")
    await sees(page, written(dayAhead(4)))
    expect(await lookTwice(page, "bookings-own")).toEqual([])
    await page.locator("#main").focus()
    await press(page, `Cancel the booking for ${written(dayAhead(4))}`)
    await page.keyboard.press("Enter")
    await said(page, `The booking for ${written(dayAhead(4))} is cancelled`)
    await scene.close()
  })
})
