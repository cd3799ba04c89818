import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { root, steps } from "./test/steps.ts"

const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...globSync("{docs,packages/*}/**/*.md", { cwd: root })]
  .filter((page) => !page.includes("node_modules") && !page.endsWith("CHANGELOG.md"))
  .map((page) => ({ page, text: textOf(page) }))

const manifest = JSON.parse(textOf("package.json"))

describe("the pages", () => {
  it("show no TypeScript but what stands in a file, where it is type-checked and run", () => {
    const blocks = pages.flatMap(({ page, text }) =>
      [...text.matchAll(/(.*)\n```ts\n/g)].map(([, before = ""]) => ({ page, before }))
    )
    expect(blocks.filter(({ before }) => !/^<!-- from \S+ -->$/.test(before))).toEqual([])
  })

  const copies = pages.flatMap(({ page, text }) =>
    [...text.matchAll(/<!-- from (\S+) -->\n```\w+\n(.*?)```/gs)].map(([, file = "", code]) => ({ page, file, code }))
  )
  it.for(copies)("$page shows $file as it is", ({ file, code }, { skip }) => {
    skip(!existsSync(join(root, file)), `${file} is not written yet`)
    expect(code).toBe(textOf(file))
  })

  it("link to files that exist", () => {
    const links = pages.flatMap(({ page, text }) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => ({ page, link }))
    )
    expect(links.filter(({ page, link }) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it("name commands and steps that there are", () => {
    const named = pages.flatMap(({ text }) => [...text.matchAll(/[`\n](?:npx -y )?pnpm(?:@\S+)? ([a-z-]+)/g)])
    const known = [...Object.keys(manifest.scripts), "install", "exec"]
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(([, name = ""]) => !known.includes(name)).map(([command]) => command)).toEqual([])
    expect(textOf("CONTRIBUTING.md")).toContain(`the steps are ${steps.map(({ name }) => `\`${name}\``).join(", ")}`)
  })

  it("ask for the pnpm that CI runs", () => {
    const files = [...pages.map(({ page }) => page), "scripts/node-guard.mjs"]
    const versions = files.flatMap((file) => textOf(file).match(/pnpm@[\d.]+\d/g) ?? [])
    expect([...new Set(versions)]).toEqual(textOf(".ci/run").match(/pnpm@[\d.]+\d/g))
  })
})

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8")
}
