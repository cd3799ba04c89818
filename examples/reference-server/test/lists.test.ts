import type { Library } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
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

describe("the lists of a branch, on the page", () => {
  it("say what to fetch, what waits on the shelf, what comes and goes; done by the keyboard alone", async ({
    skip
  }) => {
    skip(missing !== null, missing ?? "")
    const scene = await openScene(browser())
    const { page, library, tokens } = scene
    const at = Date.now() - 3_600_000
    await keepTransits(library, at)
    const job = (branch: string) => library.at({ tenant, branch, actor: { kind: "job", name: "t" }, channel: "job" })
    const reserve = async (text: string, pickupBranch: string): Promise<void> => {
      const title = await titleNamed(library, text)
      const placed = await job("central").reserve({ title, card: "2002", pickupBranch, at, key: text })
      expect(placed.ok).toBe(true)
    }
    await reserve("pride", "central")
    await reserve("红楼梦", "hillside")
    expect((await job("hillside").send({ item: "h1", to: "central", at, key: "h1" })).ok).toBe(true)
    await tabTo(page, "Access token")
    await scan(page, tokens.manager)
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
