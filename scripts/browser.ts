import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Browser, chromium } from "playwright-core"
import { installedBrowser } from "./browser/installed.ts"

/**
 * A real, headless browser for tests, from npm alone, with fonts for Latin and Chinese text and a home of its own
 * that goes when it is closed. Throws what `browserMissing` says where it cannot run.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const missing = browserMissing()
  if (missing !== null) throw new Error(missing)
  const folder = installedBrowser()
  const home = mkdtempSync(join(tmpdir(), "openshelf-browser-"))
  const browser = await chromium.launch({
    executablePath: join(folder, "chromium"),
    headless: true,
    args: quiet,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      XDG_CACHE_HOME: home,
      FONTCONFIG_PATH: join(folder, "fonts"),
      LD_LIBRARY_PATH: join(folder, "al2023/lib")
    }
  })
  browser.once("disconnected", () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))
  return browser
}

/** Why the browser cannot run on this machine, for `skip`, or `null` when it can. In CI it must: there this throws. */
export const browserMissing = (): string | null => {
  if (process.platform === "linux" && process.arch === "x64") return null
  const reason = `the browser from npm runs on linux-x64 only, not on ${process.platform}-${process.arch}`
  if (process.env.CI === "true") throw new Error(reason)
  return reason
}

/** Nothing leaves the machine and nothing asks; root needs the browser's own sandbox off. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]
