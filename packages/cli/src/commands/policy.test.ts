import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { program } from "../program.ts"
import { failureText } from "./failureText.ts"

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "openshelf-policy-"))
})
afterEach(() => rmSync(folder, { recursive: true }))

const policy = `{
  "currency": "EUR", "rounding": "halfUp", "precedence": { "by": "mostCriteria" },
  "readerCategories": { "adult": { "name": { "en": "Adult", "zh": "成人" } }, "child": {} },
  "itemTypes": { "book": { "name": { "en": "Book", "zh": "图书" } }, "film": {} },
  "rows": [
    { "id": "base", "when": {}, "set": { "lendable": true, "loanPeriod": { "days": 28 } } },
    { "id": "film", "when": { "itemType": "film" }, "set": { "loanPeriod": { "days": 7 } } },
    { "id": "child", "when": { "readerCategory": "child" }, "set": { "loanPeriod": { "days": 14 } } }
  ]
}`

const file = (content: string, name = "policy.jsonc"): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = async (...words: ReadonlyArray<string>): Promise<{ readonly code: number; readonly text: string }> => {
  const said: Array<string> = []
  let code = 0
  try {
    const terminal = {
      write: (text: string): void => void said.push(text),
      finish: (given: number): void => {
        code = given
      }
    }
    await program(terminal).parseAsync(["policy", ...words], { from: "user" })
  } catch (failure) {
    return { code: 2, text: failureText(failure) }
  }
  return { code, text: said.join("\n") }
}

describe("openshelf policy check", () => {
  it("names every problem with its place and what belongs there, and exits with 1", async () => {
    const { code, text } = await run(
      "check",
      file(policy.replace('"days": 7', '"days": -1').replace('"child" }', '"chidl" }'))
    )
    expect(code).toBe(1)
    expect(text).toMatch(/line 7, column \d+: rows\[1\]\.set\.loanPeriod.*expected/)
    expect(text).toMatch(/line 8, .*rows\[2\]\.when\.readerCategory.*did you mean "child"\?/)
  })

  it("tells what is probably not meant, with a case, and exits with 0", async () => {
    const { code, text } = await run("check", file(policy))
    expect(code).toBe(0)
    expect(text).toContain("no row sets debtMax: what needs it is always refused")
    expect(text).toContain(
      'rows "film" and "child" both set loanPeriod for itemType "film", readerCategory "child": only their order decides'
    )
  })

  it("names the way that a table of costs leaves out, and what it counts as; a cost below nothing is refused", async () => {
    const costing = (cost: number): string =>
      file(JSON.stringify({ ...JSON.parse(policy), transfers: { costs: [{ from: "main", to: "hill", cost }] } }))
    const { code, text } = await run("check", costing(4))
    expect(code).toBe(0)
    expect(text).toContain('transfers.costs does not say what the way from "hill" to "main" costs: it counts as 1')
    const refused = await run("check", costing(-4))
    expect(refused.code).toBe(1)
    expect(refused.text).toMatch(/transfers\.costs\[0\]\.cost.*expected a whole number of units from 0 to 1000000/)
  })

  it("names branches that a calendar does not know, if it is given one", async () => {
    const named = file(JSON.stringify({ ...JSON.parse(policy), libraries: { town: ["main", "mian"] } }))
    const branch = { name: { en: "Main" }, zone: "Europe/Paris", hours: { mon: ["09:00-17:00"] } }
    const calendar = file(JSON.stringify({ branches: { main: branch } }), "calendar.json")
    const told = 'libraries.town: the calendar knows no branch "mian"'
    const { code, text } = await run("check", named, "--calendar", calendar)
    expect(code).toBe(0)
    expect(text).toContain(told)
    expect((await run("check", named)).text).not.toContain(told)
    const wrong = await run("check", named, "--calendar", file('{ "branches": 1 }', "empty.json"))
    expect(wrong).toMatchObject({ code: 2, text: expect.stringMatching(/empty\.json:1: branches: expected /) })
  })

  it("gives the same as data", async () => {
    const { text } = await run("check", file(policy), "--json")
    expect(JSON.parse(text)).toMatchObject({
      problems: [],
      findings: expect.arrayContaining([{ kind: "settingNeverSet", setting: "debtMax" }])
    })
  })
})

describe("openshelf policy explain", () => {
  it("says which row decides, and why the others do not", async () => {
    const given = ["--case", "readerCategory=child", "--case", "itemType=film", "--setting", "loanPeriod"]
    const { code, text } = await run("explain", file(policy), ...given)
    expect(code).toBe(0)
    expect(text).toBe(
      [
        'loanPeriod = {"days":7}, by row "film"',
        '  "child" says {"days":14}: matches, but goes behind by its place in the policy',
        '  "base" says {"days":28}: matches, but goes behind by the number of its criteria'
      ].join("\n")
    )
  })

  it.each([
    [["--case", "reader=child"], /expected name=value, with one of the names readerCategory, /],
    [["--case", "readerCategory=chidl"], /readerCategory=chidl: expected one of adult, child/],
    [["--case", "readerAge=old"], /expected a whole number/],
    [["--case", "isRenewal=yes"], /expected true or false/],
    [["--case", "readerHome=near"], /expected same or other/],
    [["--setting", "loanperiod"], /--setting loanperiod: expected one of lendable, /]
  ])("refuses %j", async (given, message) => {
    const { code, text } = await run("explain", file(policy), ...given)
    expect(code).toBe(2)
    expect(text).toMatch(message)
  })
})

describe("openshelf policy table", () => {
  it("prints what each category may do, in the policy's own names", async () => {
    expect((await run("table", file(policy))).text).toContain("| Book | lent | 28 days |")
    const chinese = (await run("table", file(policy), "--language", "zh")).text
    expect(chinese).toContain("## 成人")
    expect(chinese).toContain("| 图书 | 可外借 | 28 天 |")
  })

  it("refuses a policy that does not hold, with its problems", async () => {
    const { code, text } = await run("table", file("{"))
    expect(code).toBe(2)
    expect(text).toContain("policy.jsonc: line 1")
  })
})

describe("openshelf policy preset", () => {
  it("prints a policy that holds", async () => {
    const { text } = await run("preset", "university")
    expect(await run("check", file(text))).toMatchObject({ code: 0, text: expect.stringContaining("nothing to find") })
  })
})

describe("openshelf policy import", () => {
  const koha =
    "branchcode,categorycode,itemtype,rule_name,rule_value\n*,*,*,issuelength,21\n*,J,,renewalsallowed,\\N\n*,*,*,article_requests,no\n"

  it("writes Koha's rules as a policy and lists what it does not say", async () => {
    const out = join(folder, "taken.json")
    const { code, text } = await run("import", "koha", file(koha, "rules.csv"), "--currency", "EUR", "--out", out)
    expect(code).toBe(1)
    expect(text).toContain("not taken over: * * *: article_requests: there is no such setting")
    expect(JSON.parse(readFileSync(out, "utf8")).rows).toContainEqual({
      id: "* J *",
      when: { readerCategory: "J" },
      set: { renewalCountMax: "unlimited" }
    })
    const again = await run("import", "koha", file(koha, "rules.csv"), "--currency", "EUR", "--out", out)
    expect(again).toMatchObject({ code: 2, text: expect.stringContaining("EEXIST") })
  })

  it("takes FOLIO's rules with the policies that they name", async () => {
    const rules = "priority: last-line\nfallback-policy: l a r b n c o d i e\nm book: l a r b n c o d i e\n"
    const loans = [
      { id: "a", name: "a", loanable: true, loansPolicy: { period: { duration: 2, intervalId: "Weeks" } } }
    ]
    const files = [
      file(rules, "rules.txt"),
      file(JSON.stringify({ loanPolicies: loans }), "loans.json"),
      file(JSON.stringify([{ id: "b", name: "b", requestTypes: ["Hold"] }]), "requests.json")
    ]
    const { text } = await run("import", "folio", ...files, "--currency", "USD")
    expect(JSON.parse(text).rows.at(-1)).toMatchObject({
      id: "line-3",
      set: { loanPeriod: { weeks: 2 }, reservable: true }
    })
  })

  it.each([
    [["koha", "a,b\n1,2\n"], /columns missing: branchcode, categorycode/],
    [["koha", koha.replace("21", '"21')], /cannot be read as CSV/],
    [["folio", "m book", "[]", "[]"], /expected a line that begins with "priority:"/],
    [["folio", "", "{", "[]"], /cannot be read as JSON/],
    [["folio", "", "[1]", "[]"], /expected a list of policies/]
  ])("refuses %j", async ([kind = "", ...contents], message) => {
    const files = contents.map((content, i) => file(content, `file-${i}`))
    const { code, text } = await run("import", kind, ...files, "--currency", "EUR")
    expect(code).toBe(2)
    expect(text).toMatch(message)
  })
})
