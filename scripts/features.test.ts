import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "./test/steps.ts"

const page = readFileSync(join(root, "docs/features.md"), "utf8")
const rows = page.split("\n").flatMap((line) => {
  const [, id, feature, state] = /^\| ([A-Z]\d\d) \| (.+) \| (.+) \|$/.exec(line) ?? []
  return id === undefined || feature === undefined || state === undefined ? [] : [{ id, feature, state }]
})
const working = rows.filter(({ state }) => state !== "not yet")

describe("docs/features.md", () => {
  it("counts what works", () => {
    expect(page).toContain(`\n${working.length} of ${rows.length} work.\n`)
  })

  it("has every id once", () => {
    const ids = rows.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it("names for each row that works the tests that show it, and they exist", () => {
    const tests = working.map(({ id, state }) => ({ id, paths: testsOf(state) }))
    expect(tests.filter(({ paths }) => paths === null).map(({ id }) => id)).toEqual([])
    const gone = tests.flatMap(({ id, paths }) =>
      paths?.filter((path) => !exists(path)).map((path) => `${id}: ${path}`)
    )
    expect(gone).toEqual([])
  })

  it("leaves out no row of the list that the project set out with", ({ skip }) => {
    const list = join(process.env.OPENSHELF_SHARED ?? join(root, "../shared"), "features.md")
    skip(!existsSync(list), `that list is not beside this clone`)
    const wanted = readFileSync(list, "utf8").match(/(?<=^\| )[A-Z]\d\d(?= )/gm)
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted ?? ["a list with ids"]))
  })
})

/** The tests that a state names, as in "works: `a.test.ts`, `b.test.ts`", or `null` if it is not of that form. */
const testsOf = (state: string): readonly string[] | null =>
  /^works: `[^`]+`(, `[^`]+`)*$/.test(state) ? (state.match(/(?<=`)[^`]+(?=`(,|$))/g) ?? []) : null

const exists = (path: string): boolean => path.endsWith(".test.ts") && existsSync(join(root, path))
