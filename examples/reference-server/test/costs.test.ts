import type { Library } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { testBrowser } from "../../../scripts/testBrowser.ts"
import { press, said, scan, sees, tabTo } from "./keyboard.ts"
import { lookTwice } from "./look.ts"
import { openScene, type Scene } from "./scene.ts"

const { missing, browser } = testBrowser()
const scene = (): Promise<Scene> => openScene(browser())

const tenant = "town"

/** The library's rules say this besides from now on. */
const publish = async (library: Library, set: object): Promise<void> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  for (const row of document.rows) if (row.id === "base") Object.assign(row.set, set)
  const published = await library.publishPolicy({ tenant, content: document, at: Date.now() - 1, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published.invalid))
}

describe("what costs something, at the desk", () => {
  it("is lent and reserved once the reader agrees to the cost", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const at = await scene()
    const { page, tokens, library } = at
    await publish(library, { reservationFee: "1.50", deposit: "5.00", costConsent: true })
    await tabTo(page, "Access token")
    await scan(page, tokens.manager)
    await sees(page, "Circulation desk")
    await scan(page, "2001")
    await said(page, "Reader: 赵书签")
    await press(page, "Words of the title or the author, or an ISBN.")
    await scan(page, "austen")
    await said(page, "1 title found")
    await press(page, "Reserve Pride and Prejudice")
    await sees(page, "This costs ¥1.50. Ask the reader to agree first.")
    expect(await lookTwice(page, "consent")).toEqual([])
    await press(page, "The reader agrees to pay ¥1.50")
    await said(page, "Pride and Prejudice: reserved, next in the queue. It costs ¥1.50.")
    await at.close()
  })
})
