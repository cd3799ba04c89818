import { spawnSync } from "node:child_process"
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { root, tool } from "./test/steps.ts"

/** What a linter does not see: these read a clock or roll dice, while `new Date(instant)` and `Math.max` do not. */
const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bTemporal\.Now\b/

describe("domain code", () => {
  it("reads no clock and rolls no dice", () => {
    const files = globSync("packages/core/src/*/**/*.ts", { cwd: root }).filter(isDomain)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => impure.test(readFileSync(join(root, file), "utf8")))).toEqual([])
  })

  it.each([
    ["loans/a.ts", 'import { Clock } from "effect"\nexport const a = Clock\n', ["noRestrictedImports"]],
    ["loans/b.ts", 'import type { Effect } from "effect"\nexport type B = Effect.Effect<1>\n', ["noRestrictedImports"]],
    ["loans/c.ts", 'import { Result, Schema } from "effect"\nexport const c = [Result, Schema]\n', []],
    ["digital/d.ts", "export const d = crypto.randomUUID()\n", ["noRestrictedGlobals"]],
    ["desk/e.ts", 'import { Clock } from "effect"\nexport const e = Clock\n', []],
    ["loans/f.test.ts", 'import { Effect } from "effect"\nexport const f = Effect\n', []]
  ])("in %s, the linter stops %j by %j", (file, code, rules) => {
    const complaints = lint(join("packages/core/src", file), code)
    expect(complaints.map((category) => category.split("/").at(-1))).toEqual(rules)
  })
})

const isDomain = (file: string): boolean =>
  !/^packages\/core\/src\/(desk|storage|testing|invariants)\//.test(file) && !file.endsWith(".test.ts")

const lint = (file: string, code: string): readonly string[] => {
  const clone = mkdtempSync(join(tmpdir(), "openshelf-purity-"))
  try {
    cpSync(join(root, "biome.json"), join(clone, "biome.json"))
    mkdirSync(join(clone, dirname(file)), { recursive: true })
    writeFileSync(join(clone, file), code)
    const [program, ...args] = tool("@biomejs/biome", "biome", "lint", "--reporter=json", ".")
    const { stdout } = spawnSync(program, args, { cwd: clone, encoding: "utf8" })
    return JSON.parse(stdout).diagnostics.map(({ category }: { category: string }) => category)
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
}
