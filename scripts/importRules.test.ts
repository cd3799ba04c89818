import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { root, tool } from "./test/steps.ts"

/** A file, what it imports, and the rule that this breaks; `null` where it may. */
const cases: ReadonlyArray<readonly [file: string, imported: string, rule: string | null]> = [
  ["packages/core/src/loans/a.ts", "../desk/lend.ts", "domain-knows-no-port"],
  ["packages/core/src/loans/b.ts", "../storage/port.ts", "domain-knows-no-port"],
  ["packages/core/src/digital/c.ts", "../testing/scene.ts", "domain-knows-no-port"],
  ["packages/core/src/desk/d.ts", "../storage/port.ts", null],
  ["packages/core/src/loans/e.ts", "effect/Clock", "domain-runs-no-effect"],
  ["packages/core/src/loans/f.ts", "effect/Effect", "domain-runs-no-effect"],
  ["packages/core/src/loans/g.ts", "effect/Result", null],
  ["packages/core/src/loans/h.ts", "effect", null],
  ["packages/core/src/desk/i.ts", "effect/Effect", null],
  ["packages/core/src/money/j.ts", "node:crypto", "core-without-node"],
  ["packages/core/src/storage/k.ts", "node:fs", "core-without-node"],
  ["packages/core/src/storage/k.test.ts", "node:fs", null],
  ["packages/core/src/storage/l.ts", "@openshelf/storage-sql", "core-stands-alone"],
  ["packages/marc/src/a.ts", "@openshelf/core", "marc-stands-alone"],
  ["packages/storage-sql/src/a.ts", "better-sqlite3", "sql-knows-no-driver"],
  ["packages/storage-sql/src/b.ts", "@openshelf/adapter-sqlite", "sql-knows-no-driver"],
  ["packages/storage-sql/src/c.ts", "@openshelf/core", null],
  ["packages/adapter-postgres/src/a.ts", "@openshelf/adapter-sqlite", "storage-knows-no-sibling"],
  ["packages/adapter-postgres/src/b.ts", "@openshelf/storage-sql", null],
  ["packages/adapter-http/src/a.ts", "@openshelf/adapter-sqlite", "transport-knows-no-storage"],
  ["packages/adapter-http/src/a.test.ts", "@openshelf/adapter-sqlite", null],
  ["packages/adapter-http/src/b.ts", "effect/http-api", null],
  ["packages/adapter-sqlite/src/a.ts", "effect/sql", "unstable-effect-in-one-adapter"],
  ["examples/shop/src/a.ts", "effect/http", "unstable-effect-in-one-adapter"],
  ["packages/adapter-sqlite/src/b.ts", "../../core/src/index.ts", "others-by-published-name"],
  ["examples/shop/src/b.ts", "../../../packages/core/src/index.ts", "others-by-published-name"],
  ["examples/shop/src/c.ts", "@openshelf/core", null],
  ["examples/shop/src/d.ts", "@openshelf/core/src/desk/lend.ts", "found"],
  ["examples/shop/src/e.ts", "../../../scripts/tool.ts", "product-knows-no-tooling"],
  ["examples/shop/src/e.test.ts", "../../../scripts/tool.ts", null],
  ["packages/core/src/loans/circleA.ts", "./circleB.ts", "no-circle"],
  ["packages/core/src/loans/gone.ts", "./nowhere.ts", "found"]
]

const clone = mkdtempSync(join(tmpdir(), "openshelf-rules-"))
let broken: ReadonlyArray<{ readonly from: string; readonly rule: { readonly name: string } }> = []

/** A small clone with just those files, whose packages are found by name as in the real one. */
beforeAll(() => {
  for (const [file, imported] of cases) write(file, `import "${imported}"\n`)
  for (const file of targets) write(file, "export {}\n")
  write("packages/core/src/loans/circleB.ts", 'import "./circleA.ts"\n')
  for (const name of packages) publish(name)
  link("node_modules/effect", join(root, "packages/core/node_modules/effect"))
  link("node_modules/better-sqlite3", join(root, "packages/adapter-sqlite/node_modules/better-sqlite3"))
  write("tsconfig.json", "{}")
  broken = breaches()
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

describe("the import rules", () => {
  it.each(cases)("%s importing %s breaks: %s", (file, _, rule) => {
    const rules = broken.filter(({ from }) => from === file).map(({ rule: { name } }) => name)
    expect(rules).toEqual(rule === null ? [] : [rule])
  })
})

const targets = [
  "packages/core/src/desk/lend.ts",
  "packages/core/src/storage/port.ts",
  "packages/core/src/testing/scene.ts",
  "scripts/tool.ts"
]
const packages = ["core", "storage-sql", "adapter-sqlite"]

const write = (path: string, text: string): void => {
  mkdirSync(join(clone, dirname(path)), { recursive: true })
  writeFileSync(join(clone, path), text)
}

const link = (path: string, target: string): void => {
  mkdirSync(join(clone, dirname(path)), { recursive: true })
  symlinkSync(realpathSync(target), join(clone, path))
}

const publish = (name: string): void => {
  write(`packages/${name}/src/index.ts`, "export {}\n")
  write(
    `packages/${name}/package.json`,
    JSON.stringify({ name: `@openshelf/${name}`, exports: { ".": { "@openshelf/source": "./src/index.ts" } } })
  )
  link(`node_modules/@openshelf/${name}`, join(clone, `packages/${name}`))
}

const breaches = (): typeof broken => {
  const config = join(root, ".dependency-cruiser.mjs")
  const flags = ["--config", config, "--output-type", "json", "packages", "examples"]
  const [program, ...args] = tool("dependency-cruiser", "depcruise", ...flags)
  const { stdout } = spawnSync(program, args, { cwd: clone, encoding: "utf8", maxBuffer: 2 ** 26 })
  return JSON.parse(stdout).summary.violations
}
