import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { Page } from "playwright-core"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
/** A folder for pictures of every view, for a person to look at. */
const pictures = process.env.OPENSHELF_PICTURES

/** What is wrong with a view: in both languages, at both widths. */
export const lookTwice = async (page: Page, name: string): Promise<ReadonlyArray<string>> => {
  const inEnglish = await look(page, `${name}-en`)
  await page.getByRole("button", { name: "中文" }).click()
  const told = await page.evaluate(() => document.documentElement.lang)
  const inChinese = await look(page, `${name}-zh`)
  await page.getByRole("button", { name: "English" }).click()
  return [...inEnglish, ...(told === "zh-CN" ? [] : [`${name}: the document says it is in ${told}`]), ...inChinese]
}

/** What axe finds, and what is wider than the screen, at both widths; and pictures of it if they are wanted. */
const look = async (page: Page, name: string): Promise<ReadonlyArray<string>> => {
  const wrong: Array<string> = []
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 1280 ? 900 : 844 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) wrong.push(`${name} at ${width} px: ${overflow} px wider than the screen`)
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => {
      const { violations } = await (window as never as { axe: typeof import("axe-core") }).axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)
    })
    wrong.push(...violations.map((violation) => `${name} at ${width} px: ${violation}`))
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  return wrong
}
