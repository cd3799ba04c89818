import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { browserMissing, launchBrowser } from "./browser.ts"

const missing = browserMissing()

describe("the browser for tests", () => {
  it("has Latin and Chinese letters, and leaves nothing behind", async ({ skip }) => {
    skip(missing !== null, missing ?? "")
    const temporary = mkdtempSync(join(tmpdir(), "openshelf-browser-test-"))
    vi.stubEnv("TMPDIR", temporary)
    const browser = await launchBrowser()
    const page = await browser.newPage()
    const pictures = new Set<string>()
    for (const letter of ["q", "图", "书", "馆", "\u{F8FFF}"]) {
      await page.setContent(`<p style="width: 2em">${letter}</p>`)
      pictures.add((await page.locator("p").screenshot()).toString("base64"))
    }
    expect(pictures.size, "letters without a glyph all look the same").toBe(5)
    await browser.close()
    expect(readdirSync(temporary)).toEqual([])
    rmSync(temporary, { recursive: true })
    vi.unstubAllEnvs()
  })
})
