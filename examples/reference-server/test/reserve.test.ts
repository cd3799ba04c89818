import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { changeRules, withSettings } from "./changedRules.ts"
import { focused, press, said, scan, sees, signIn, signInAtDesk, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()

const deskOf = ({ library }: Pick<Scene, "library">) =>
  library.at({ tenant: "town", branch: "central", actor: { kind: "job", name: "t" }, channel: "job" })

/** Walden in two volumes more, both on the shelf. */
const volumes = async (at: Scene): Promise<void> => {
  const { titlesFound } = await at.library.read("town", { titlesFound: { text: "walden", after: null, limit: 1 } })
  const title = titlesFound.rows[0]?.titleId ?? ""
  for (const [nth, barcode] of ["w1", "w2"].entries()) {
    const item = { title, barcode, type: "book", volume: `Vol. ${nth + 1}`, at: Date.now() - 1_000 }
    expect(await deskOf(at).addItem({ ...item, key: barcode })).toMatchObject({ ok: true })
  }
}

const findWalden = async ({ page }: Scene): Promise<void> => {
  await tabTo(page, "Words of the title or the author, or an ISBN.")
  await scan(page, "walden")
  await said(page, "1 title found")
}

describe("a reservation with more wishes, on the page", () => {
  it("names volume, copies, dates, kind and branch, by the keyboard, at the desk", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await changeRules(library, withSettings({ reservationsPerTitleMax: 5 }))
    await volumes(at)
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2001")
    await said(page, "Reader: 赵书签")
    await findWalden(at)
    await sees(page, "To be picked up at Central Library.")
    await press(page, "More choices for Walden")
    await expect.poll(() => focused(page)).toBe("Pick up at")
    expect(await page.getByLabel("Pick up at").locator("option").allTextContents()).toEqual([
      "Central Library",
      "Hillside Branch"
    ])
    await page.getByLabel("Pick up at").selectOption("hillside")
    expect(await page.getByLabel("Volume").locator("option").allTextContents()).toEqual([
      "Any volume",
      "Vol. 1",
      "Vol. 2"
    ])
    await page.getByLabel("Volume").selectOption("Vol. 2")
    expect(await page.getByLabel("Copy", { exact: true }).locator("option").allTextContents()).toEqual([
      "Any copy",
      "w2 · Vol. 2 · on the shelf"
    ])
    await page.getByLabel("How", { exact: true }).selectOption("wait")
    await page.getByLabel("How many copies").fill("0")
    await sees(page, "A whole number from 1 to 100.")
    await page.getByLabel("How many copies").fill("2")
    await page.getByLabel("Not before").fill("2099-03-04")
    await page.getByLabel("Not after").fill("2099-04-05")
    await page.getByText("As things stand it would not be reserved").waitFor({ state: "detached" })
    expect(await lookTwice(page, "wishes")).toEqual([])
    await tabTo(page, "Reserve it")
    await page.keyboard.press("Enter")
    await said(page, "Walden: 2 copies reserved")
    const { rows } = await library.scan("town", "reservation", null, 10)
    const placed = rows.filter(({ volume }) => volume === "Vol. 2")
    const here = (instant: number | null): string => new Date((instant ?? 0) + 8 * 3_600_000).toISOString()
    expect(placed).toMatchObject([1, 2].map(() => ({ kind: "wait", pickupBranch: "hillside", itemId: null })))
    expect(here(placed[0]?.notBefore ?? null)).toContain("2099-03-04T00:00")
    expect(here(placed[0]?.waitUntil ?? null)).toContain("2099-04-05T23:59")
    await at.close()
  })

  it("offers the branches that the rules do, and says why not the others; one copy alone may be named", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await changeRules(library, withSettings({ pickupBranches: "home" }))
    await volumes(at)
    await signIn(page, tokens.reader)
    await sees(page, "Hello, 赵书签")
    await findWalden(at)
    await press(page, "More choices for Walden")
    await expect.poll(() => focused(page)).toBe("Pick up at")
    expect(await page.getByLabel("Pick up at").locator("option").allTextContents()).toEqual(["Central Library"])
    await press(page, "1 branch is not offered: why?")
    await sees(page, "Hillside Branch: No copy of this may be picked up at Hillside Branch.")
    // The reader has a copy of Walden, but not this volume.
    await sees(page, "As things stand it would not be reserved")
    await sees(page, "The reader has this item already; renew it to keep it longer.")
    await page.getByLabel("Copy", { exact: true }).selectOption("w1")
    await page.getByText("As things stand it would not be reserved").waitFor({ state: "detached" })
    expect(await lookTwice(page, "offered")).toEqual([])
    await tabTo(page, "Reserve it")
    await page.keyboard.press("Enter")
    await said(page, "Walden: reserved, 1 ahead")
    const { item } = await library.read("town", { item: { barcode: "w1" as never } })
    const { rows } = await library.scan("town", "reservation", null, 10)
    expect(rows.some(({ itemId }) => itemId === item?.item.itemId)).toBe(true)
    await at.close()
  })

  it("names the type where the copies are of several, and who asks for the reader", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await volumes(at)
    await changeRules(library, withSettings({ reservationsPerTitleMax: 5 }))
    const desk = deskOf(at)
    const now = Date.now() - 1_000
    const { titlesFound } = await library.read("town", { titlesFound: { text: "walden", after: null, limit: 1 } })
    const title = titlesFound.rows[0]?.titleId ?? ""
    expect(await desk.addItem({ title, barcode: "d1", type: "reference", at: now, key: "d1" })).toMatchObject({
      ok: true
    })
    await desk.registerReader({ card: "2003", name: "Cem", category: "adult", at: now, key: "cem" })
    await signInAtDesk(page, tokens.desk)
    await scan(page, "2002")
    await said(page, "Reader: Ben Page")
    await press(page, "Somebody else asks for the reader")
    await tabTo(page, "Card of whoever asks")
    await scan(page, "2003")
    await expect.poll(() => focused(page)).toBe("Words of the title or the author, or an ISBN.")
    await scan(page, "moby")
    await said(page, "1 title found")
    await press(page, "More choices for Moby-Dick")
    await expect.poll(() => focused(page)).toBe("Pick up at")
    expect(await page.getByLabel("Type", { exact: true }).count()).toBe(0)
    await sees(page, "As things stand it would not be reserved")
    await sees(page, "The holder of card 2003 may not borrow for this reader.")
    expect(await desk.linkReaders({ card: "2002", other: "2003", kind: "proxy", at: now, key: "link" })).toMatchObject({
      ok: true
    })
    await page.locator("#words").fill("")
    await page.locator("#words").focus()
    await scan(page, "walden")
    await press(page, "More choices for Walden")
    await expect.poll(() => focused(page)).toBe("Pick up at")
    expect(await page.getByLabel("Type", { exact: true }).locator("option").allTextContents()).toEqual([
      "Any type",
      "Reference work",
      "Book"
    ])
    await page.getByLabel("Type", { exact: true }).selectOption("reference")
    expect(await page.getByLabel("Copy", { exact: true }).locator("option").allTextContents()).toEqual([
      "Any copy",
      "d1 · Reference work · on the shelf"
    ])
    await page.getByText("As things stand it would not be reserved").waitFor({ state: "detached" })
    expect(await lookTwice(page, "type-and-proxy")).toEqual([])
    const asked = page.waitForRequest((request) => request.url().endsWith("/v1/reservations"))
    await tabTo(page, "Reserve it")
    await page.keyboard.press("Enter")
    expect((await asked).postDataJSON()).toMatchObject({ card: "2002", by: "2003", itemType: "reference" })
    await said(page, "Walden: reserved, 1 ahead")
    const { rows } = await library.scan("town", "reservation", null, 10)
    expect(rows.filter(({ itemType }) => itemType === "reference")).toMatchObject([{ state: "waiting", itemId: null }])
    await at.close()
  })

  it("opens where the branch at hand is none that the rules offer", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await openScene(browser())
    const { page, tokens, library } = at
    await changeRules(library, withSettings({ pickupBranches: "home" }))
    await signIn(page, tokens.reader)
    await sees(page, "Hello, 赵书签")
    await tabTo(page, "Words of the title or the author, or an ISBN.")
    await scan(page, "moby")
    await press(page, "Reserve Moby-Dick")
    await sees(page, "No copy of this may be picked up at Central Library.")
    await expect.poll(() => focused(page)).toBe("Pick up at")
    expect(await page.getByLabel("Pick up at").locator("option").allTextContents()).toEqual(["Hillside Branch"])
    await tabTo(page, "Reserve it")
    await page.keyboard.press("Enter")
    await said(page, "Moby-Dick: reserved, next in the queue")
    await at.close()
  })
})
