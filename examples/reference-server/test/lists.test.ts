import type { Library } from "@openshelf/core"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { changeRules, withSettings } from "./changedRules.ts"
import { press, said, sees, signIn, toMain } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene } from "./scene.ts"

const { missing, browser } = testBrowser()
const tenant = "town"

/** From now on copies that belong elsewhere are in transit until they arrive. */
const keepTransits = async (library: Library, at: number): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = rows.find(({ kind }) => kind === "policy")
  const content = { ...JSON.parse(policy?.content ?? "{}"), transfers: { kept: true } }
  const published = await library.publishPolicy({ tenant, content, at, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published))
}

const titleNamed = async (library: Library, text: string): Promise<string> => {
  const { titlesFound } = await library.read(tenant, { titlesFound: { text, after: null, limit: 1 } })
  return titlesFound.rows[0]?.titleId ?? ""
}

const deskAt = (library: Library, branch: string) =>
  library.at({ tenant, branch, actor: { kind: "job", name: "t" }, channel: "job" })

/** Ben waits for it from now on; gives the reservation. */
const reserving = async (library: Library, text: string, pickupBranch: string, at: number): Promise<string> => {
  const title = await titleNamed(library, text)
  const placed = await deskAt(library, "central").reserve({ title, card: "2002", pickupBranch, at, key: text })
  if (!placed.ok) throw new Error(JSON.stringify(placed))
  return placed.receipt.reservationId
}

/** The lines of the slip that the page prints. */
const slipOf = async (page: Page): Promise<ReadonlyArray<string>> => {
  const opened = page.context().waitForEvent("page")
  await press(page, "Print the slip")
  const slip = await opened
  await slip.locator("p").first().waitFor()
  const lines = await slip.locator("p").allTextContents()
  await slip.close()
  return lines
}

describe("the lists of a branch, on the page", () => {
  it("say what to fetch, what waits on the shelf, what comes and goes; done by the keyboard alone", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await keepTransits(library, at)
    await reserving(library, "pride", "central", at)
    await reserving(library, "红楼梦", "hillside", at)
    expect((await deskAt(library, "hillside").send({ item: "h1", to: "central", at, key: "h1" })).ok).toBe(true)
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await sees(page, "To fetch from the shelves")
    await sees(page, "picked up at Hillside Branch")
    await sees(page, "from Hillside Branch")
    expect(await lookTwice(page, "lists")).toEqual([])
    await press(page, "Pride and Prejudice was fetched")
    await said(page, "Pride and Prejudice: set aside for pick-up at Central Library")
    await press(page, "红楼梦 was fetched")
    await said(page, "红楼梦: set aside for pick-up at Hillside Branch")
    await press(page, "Moby-Dick has arrived")
    await said(page, "Moby-Dick: taken in")
    await sees(page, "There is nothing to fetch.")
    await sees(page, "to Hillside Branch")
    const { rows } = await library.scan(tenant, "transit", null, 10)
    expect(rows.map(({ state, toBranch, reason }) => [state, toBranch, reason]).sort()).toEqual([
      ["arrived", "central", "moved"],
      ["open", "hillside", "reservation"]
    ])
    expect(await lookTwice(page, "lists-done")).toEqual([])
    await page.emulateMedia({ media: "print" })
    expect(await page.getByRole("button").count()).toBe(0)
    await sees(page, "to Hillside Branch")
    await page.emulateMedia({ media: "screen" })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    await scene.close()
  })

  it("say that nobody waits any more, and where the copy goes, where the list was older than that", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await keepTransits(library, at)
    const desk = deskAt(library, "central")
    const cancel = async (reservation: string): Promise<void> =>
      expect(await desk.cancelReservation({ reservation, at: Date.now(), key: reservation })).toMatchObject({
        ok: true
      })
    const pride = await reserving(library, "pride", "central", at)
    const dream = await reserving(library, "红楼梦", "central", at)
    expect((await desk.send({ item: "i1", to: "hillside", plan: true, at, key: "plan" })).ok).toBe(true)
    await desk.changeItem({ item: "i2", returnAlert: "the map is loose", at, key: "alert" })
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await sees(page, "Pride and Prejudice")
    await cancel(pride)
    await press(page, "Pride and Prejudice was fetched")
    await said(page, /nobody waits for it any more\. the map is loose\. It goes on its shelf here\./)
    await page.getByRole("heading", { name: "Note on this item" }).waitFor()
    expect(await lookTwice(page, "lists-nobody")).toEqual([])
    await cancel(dream)
    await toMain(page)
    await press(page, "红楼梦 was fetched")
    await said(page, "红楼梦: nobody waits for it any more. This item goes to Hillside Branch.")
    await page.getByRole("heading", { name: "Send on → Hillside Branch" }).waitFor()
    expect(await slipOf(page)).toEqual(["红楼梦", "i1", "This item goes to Hillside Branch.", expect.any(String)])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
    await scene.close()
  })

  it("say that those who wait may not have what needs repair", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await reserving(library, "pride", "central", at)
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await sees(page, "Pride and Prejudice")
    const torn = { item: "i2", damages: [], parts: [], at: Date.now(), key: "torn" }
    expect(await deskAt(library, "central").sendToRepair(torn)).toMatchObject({ ok: true })
    await press(page, "Pride and Prejudice was fetched")
    await said(page, "Pride and Prejudice: nobody who waits for it may have it now. It needs repair.")
    await page.getByRole("heading", { name: "Keep it off the shelf" }).waitFor()
    expect(await lookTwice(page, "lists-repair")).toEqual([])
    await scene.close()
  })

  it("say of what arrived whether it is for the pickup shelf, goes on, or on its shelf, with the slip", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await keepTransits(library, at)
    const far = deskAt(library, "hillside")
    expect(await far.send({ item: "h1", to: "central", at, key: "h1" })).toMatchObject({ ok: true })
    for (const item of ["i1", "i2"]) expect(await far.returnItem({ item, at, key: item })).toMatchObject({ ok: true })
    await reserving(library, "moby", "central", at)
    await reserving(library, "红楼梦", "hillside", at)
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await press(page, "Moby-Dick has arrived")
    await said(page, /^Moby-Dick: taken in\. For a reservation, to be picked up at Central Library until /)
    await page.getByRole("heading", { name: "Set aside" }).waitFor()
    expect(await slipOf(page)).toEqual([
      "Moby-Dick",
      "h1",
      expect.stringMatching(/^For a reservation, to be picked up at Central Library until /),
      expect.any(String)
    ])
    await toMain(page)
    await press(page, "红楼梦 has arrived")
    await said(page, "红楼梦: taken in. This item goes to Hillside Branch: somebody fetches it there.")
    await page.getByRole("heading", { name: "Send on → Hillside Branch" }).waitFor()
    expect(await lookTwice(page, "lists-arrived")).toEqual([])
    await toMain(page)
    await press(page, "Pride and Prejudice has arrived")
    await said(page, "Pride and Prejudice: taken in. It goes on its shelf here.")
    expect(await page.getByRole("region", { name: "What to do with this item" }).count()).toBe(0)
    await scene.close()
  })

  it("say what was not done and why, and look again, where a colleague was there first", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await keepTransits(library, at)
    await changeRules(library, withSettings({ returnOfWithdrawn: "refused" }))
    const desk = deskAt(library, "central")
    await reserving(library, "pride", "central", at)
    expect((await deskAt(library, "hillside").send({ item: "h1", to: "central", at, key: "h1" })).ok).toBe(true)
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await sees(page, "from Hillside Branch")
    expect(await desk.arrive({ item: "h1", at: Date.now(), key: "first" })).toMatchObject({ ok: true })
    expect(await desk.withdrawItem({ item: "i2", reason: "worn", at: Date.now(), key: "worn" })).toMatchObject({
      ok: true
    })
    await press(page, "Moby-Dick has arrived")
    const alert = page.getByRole("alert")
    await alert.getByText("Not taken in: Moby-Dick").waitFor()
    await alert.getByText("This copy is not on its way.").waitFor()
    await sees(page, "Nothing is on its way here.")
    expect(await page.getByRole("button", { name: "Print the slip" }).count()).toBe(0)
    await scene.close()
  })

  it("say what was not set aside and why", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await changeRules(library, withSettings({ returnOfWithdrawn: "refused" }))
    await reserving(library, "pride", "central", at)
    await signIn(page, tokens.manager)
    await press(page, "Lists")
    await sees(page, "Pride and Prejudice")
    const worn = { item: "i2", reason: "worn", at: Date.now(), key: "worn" }
    expect(await deskAt(library, "central").withdrawItem(worn)).toMatchObject({ ok: true })
    await press(page, "Pride and Prejudice was fetched")
    await page.getByRole("alert").getByText("Not set aside: Pride and Prejudice").waitFor()
    await sees(page, "There is nothing to fetch.")
    expect(await lookTwice(page, "lists-not-done")).toEqual([])
    await scene.close()
  })

  it("that are asked for by who may not see them, or of no branch, say so over HTTP", async () => {
    const { createHandler } = await import("@openshelf/adapter-http")
    const { smallLibrary } = await import("./smallLibrary.ts")
    const { library, tokens } = await smallLibrary()
    const { handler, dispose } = createHandler(library)
    const ask = async (path: string, token: string): Promise<number> => {
      const headers = { authorization: `Bearer ${token}` }
      return (await handler(new Request(`http://town${path}`, { headers }))).status
    }
    for (const list of ["pull-list", "pickup-shelf", "transits"]) {
      expect(await ask(`/v1/branches/central/${list}`, tokens.desk)).toBe(200)
      expect(await ask(`/v1/branches/moon/${list}`, tokens.desk)).toBe(404)
      expect(await ask(`/v1/branches/central/${list}`, tokens.reader)).toBe(403)
    }
    await dispose()
    await library.close()
  })
})
