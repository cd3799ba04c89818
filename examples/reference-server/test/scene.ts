import { createHandler } from "@openshelf/adapter-http"
import type { Browser, Page } from "playwright-core"
import { servePage } from "./pageServer.ts"
import { type SmallLibrary, smallLibrary } from "./smallLibrary.ts"

export interface Scene extends SmallLibrary {
  readonly page: Page
  readonly close: () => Promise<void>
}

/** A new library, its server, and a browser at the sign-in that never uses a mouse. Any error of the page fails the test. */
export const openScene = async (browser: Browser): Promise<Scene> => {
  const small = await smallLibrary()
  const { handler, dispose } = createHandler(small.library)
  const server = await servePage(handler)
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "America/New_York" })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const errors: Array<string> = []
  page.on("pageerror", (error) => errors.push(error.message))
  page.on("console", (line) => {
    // A refusal's status is no error of the page, but the browser writes it to the console.
    if (line.type() === "error" && !line.text().includes("Failed to load resource")) errors.push(line.text())
  })
  await page.goto(server.url)
  const close = async (): Promise<void> => {
    await context.close()
    server.close()
    await dispose()
    await small.library.close()
    if (errors.length > 0) throw new Error(errors.join("\n"))
  }
  return { ...small, page, close }
}
