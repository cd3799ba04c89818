import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { browserMissing, launchBrowser } from "./browser.ts"
import { buildPage } from "./page.ts"

/** One browser for the tests of a file, and the page built for it. `missing`: why there is none; `null`: there is. */
export const testBrowser = (): { readonly missing: string | null; readonly browser: () => Browser } => {
  const missing = browserMissing()
  let browser: Browser
  beforeAll(async () => {
    if (missing !== null) return
    buildPage()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  return { missing, browser: () => browser }
}
