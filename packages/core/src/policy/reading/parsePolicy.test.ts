import { Result } from "effect"
import { assert, describe, expect, it } from "vitest"
import { bounds } from "../form/bounds.ts"
import { townPolicy } from "../testing/townPolicy.ts"
import { decodePolicy } from "./decodePolicy.ts"
import { parsePolicy } from "./parsePolicy.ts"
import { formatProblem, type PolicyProblem, type PolicyProblems } from "./problem.ts"

const problemsIn = (text: string): PolicyProblems => Result.getOrThrow(Result.flip(parsePolicy(text)))

/** The town's policy with one thing in it replaced. */
const broken = (right: string, wrong: string): string => {
  assert.include(townPolicy, right)
  return townPolicy.replace(right, wrong)
}

/** A problem that stands where the text `at` begins; it is there once. */
type Expected = Omit<PolicyProblem, "line" | "column"> & { readonly at: string }

const placeOf = (text: string, at: string): { readonly line: number; readonly column: number } => {
  const [before = "", ...after] = text.split(at)
  assert.lengthOf(after, 1, `${at} is there ${after.length} times`)
  const lines = before.split("\n")
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

describe("parsePolicy", () => {
  it("reads JSON with comments, trailing commas and a byte order mark", () => {
    const document = Result.getOrThrow(parsePolicy(`\uFEFF${townPolicy}`))
    assert.strictEqual(document.name?.zh, "镇图书馆")
    assert.deepEqual(Object.keys(document.readerCategories), ["adult", "student", "child"])
    assert.deepEqual(
      document.rows.map(({ id }) => id),
      ["base", "child-av", "rural"]
    )
  })

  it.each<[what: string, right: string, wrong: string, problem: Expected]>([
    [
      "a misspelt field",
      '"rounding"',
      '"roundin"',
      {
        path: "roundin",
        at: '"roundin"',
        expected:
          "one of name, currency, rounding, precedence, ruleBranch, readerCategories, itemTypes, branchGroups, libraries, partners, transfers, rotations, cancellationReasons, limits, compensations, rates, rows",
        found: '"roundin"',
        suggestion: "rounding"
      }
    ],
    [
      "a misspelt choice",
      '"halfUp"',
      '"halfup"',
      {
        path: "rounding",
        at: '"halfup"',
        expected: '"halfUp" or "halfEven" or "down" or "up"',
        found: '"halfup"',
        suggestion: "halfUp"
      }
    ],
    [
      "an unknown category in a list",
      '"readerCategory": "child"',
      '"readerCategory": ["adult", "chlid"]',
      {
        path: "rows[1].when.readerCategory[1]",
        at: '"chlid"',
        expected: "a reader category that the policy declares",
        found: '"chlid"',
        suggestion: "child"
      }
    ],
    [
      "an unknown category under not",
      '{ "not": ["child"] }',
      '{ "not": ["pensioner"] }',
      {
        path: "rows[2].when.readerCategory.not[0]",
        at: '"pensioner"',
        expected: "a reader category that the policy declares",
        found: '"pensioner"'
      }
    ],
    [
      "not written otherwise",
      '{ "not": ["child"] }',
      '{ "nott": ["child"] }',
      {
        path: "rows[2].when.readerCategory.nott",
        at: '"nott"',
        expected: "the name not",
        found: '"nott"',
        suggestion: "not"
      }
    ],
    [
      "a group that is not declared",
      '"branchGroup": "rural"',
      '"branchGroup": "ruarl"',
      {
        path: "rows[2].when.branchGroup",
        at: '"ruarl"',
        expected: "a branch group that the policy declares",
        found: '"ruarl"',
        suggestion: "rural"
      }
    ],
    [
      "a limit's item type",
      '"itemType": ["av"] } }',
      '"itemType": ["vinyl"] } }',
      {
        path: "limits.av.itemType[0]",
        at: '"vinyl"',
        expected: "an item type that the policy declares",
        found: '"vinyl"'
      }
    ],
    [
      "the item type of a way that copies do not go",
      '"rounding": "halfUp",',
      '"rounding": "halfUp", "transfers": { "forbidden": [{ "from": "hill", "to": "main", "itemType": "vinyl" }] },',
      {
        path: "transfers.forbidden[0].itemType",
        at: '"vinyl"',
        expected: "an item type that the policy declares",
        found: '"vinyl"'
      }
    ],
    [
      "the maximum of a limit that is not declared",
      '"loanCountMax.av"',
      '"loanCountMax.aw"',
      {
        path: 'rows[1].set["loanCountMax.aw"]',
        at: '"loanCountMax.aw"',
        expected: "loanCountMax.… with a limit that the policy declares",
        found: '"loanCountMax.aw"',
        suggestion: "loanCountMax.av"
      }
    ],
    [
      "how many reservations a limit admits that is not declared",
      '"loanCountMax.av"',
      '"reservationCountMax.aw"',
      {
        path: 'rows[1].set["reservationCountMax.aw"]',
        at: '"reservationCountMax.aw"',
        expected: "reservationCountMax.… with a limit that the policy declares",
        found: '"reservationCountMax.aw"',
        suggestion: "reservationCountMax.av"
      }
    ],
    [
      "how many reservations a limit admits, as a text",
      '"loanCountMax.av": 2',
      '"reservationCountMax.av": "two"',
      {
        path: 'rows[1].set["reservationCountMax.av"]',
        at: '"two"',
        expected: 'a whole number of reservations from 0, or "unlimited"',
        found: '"two"'
      }
    ],
    [
      "a rule that blocks without a condition",
      '"set": {',
      '"set": { "blocksWhen": [{ "name": "late", "all": {   }, "blocks": ["borrow"] }],',
      { path: "rows[0].set.blocksWhen[0].all", at: "{   }", expected: "at least one condition", found: "{}" }
    ],
    [
      "a rule's amount with more decimals than the currency has",
      '"set": {',
      '"set": { "blocksWhen": [{ "name": "debt", "all": { "debt": { "over": "0.505" } }, "blocks": ["borrow"] }],',
      {
        path: "rows[0].set.blocksWhen[0].all.debt.over",
        at: '"0.505"',
        expected: "at most 2 decimals, as CNY has",
        found: '"0.505"'
      }
    ],
    [
      "a rule's number where an amount is meant",
      '"set": {',
      '"set": { "blocksWhen": [{ "name": "debt", "all": { "debt": { "over": 5 } }, "blocks": ["borrow"] }],',
      {
        path: "rows[0].set.blocksWhen[0].all.debt.over",
        at: "5",
        expected: 'an amount in major units as text, such as "0.50"',
        found: "5"
      }
    ],
    [
      "a period in a unit that is none",
      '{ "days": 7 }',
      '{ "fortnights": 1 }',
      {
        path: "rows[1].set.loanPeriod",
        at: '{ "fortnights": 1 }',
        expected:
          'a period in minutes, hours, days, weeks or months, as {"days": 28}, or {"until": "YYYY-MM-DD"}, or {"to": "termEnd", "closing" or "nextOpening"}',
        found: '{"fortnights":1}'
      }
    ],
    [
      "a grace that ends on a day, as only loans do",
      '"lendable": true,',
      '"lendable": true, "overdueGrace": { "until": "2026-07-01" },',
      {
        path: "rows[0].set.overdueGrace",
        at: '{ "until": "2026-07-01" }',
        expected: 'a period in minutes, hours, days, weeks or months, as {"days": 3}',
        found: '{"until":"2026-07-01"}'
      }
    ],
    [
      "a rate by a unit of another name",
      '"lendable": true,',
      '"lendable": true, "overdueRate": { "amount": "0.10", "per": "days" },',
      {
        path: "rows[0].set.overdueRate.per",
        at: '"days" }',
        expected: '"minute" or "hour" or "day" or "week" or "month" or "year"',
        found: '"days"',
        suggestion: "day"
      }
    ],
    [
      "tiers that overlap",
      '"lendable": true,',
      '"lendable": true, "overdueRate": { "per": "day", "tiers": [{ "from": 1, "to": 7, "amount": "0.10" }, { "from": 7, "amount": "0.20" }] },',
      {
        path: "rows[0].set.overdueRate.tiers",
        at: '[{ "from": 1, "to": 7, "amount": "0.10" }',
        expected: 'tiers that do not overlap, in order, each with "to" on "from" or after it',
        found: '[{"from":1,"to":7,"amount":"0.10"},{"from":7,"amount":"0....'
      }
    ],
    [
      "an amnesty that ends before it begins",
      '"lendable": true,',
      '"lendable": true, "overdueAmnesties": [{ "from": "2026-07-02", "to": "2026-07-01", "afterwards": "whole" }],',
      {
        path: "rows[0].set.overdueAmnesties[0]",
        at: '{ "from": "2026-07-02"',
        expected: '"to" on "from" or after it',
        found: '{"from":"2026-07-02","to":"2026-07-01","afterwards":"whole"}'
      }
    ],
    [
      "a suspension without days",
      '"lendable": true,',
      '"lendable": true, "suspension": { "days": 0, "per": "day" },',
      {
        path: "rows[0].set.suspension.days",
        at: '0, "per"',
        expected: "a whole number of days from 1 to 36600",
        found: "0"
      }
    ],
    [
      "a period of less than no time",
      '{ "days": 7 }',
      '{ "days": -7 }',
      {
        path: "rows[1].set.loanPeriod.days",
        at: "-7",
        expected: "a whole number of days from 0 to 36600",
        found: "-7"
      }
    ],
    [
      "a negative amount",
      '"20.00"',
      '"-20.00"',
      {
        path: "rows[0].set.debtMax",
        at: '"-20.00"',
        expected: 'an amount in major units as text, such as "20.00", or "unlimited"',
        found: '"-20.00"'
      }
    ],
    [
      "an amount as a number",
      '"20.00"',
      "20.00",
      {
        path: "rows[0].set.debtMax",
        at: "20.00",
        expected: 'an amount in major units as text, such as "20.00", or "unlimited"',
        found: "20"
      }
    ],
    [
      "more decimals than the currency has",
      '"20.00"',
      '"20.001"',
      {
        path: "rows[0].set.debtMax",
        at: '"20.001"',
        expected: "at most 2 decimals, as CNY has",
        found: '"20.001"'
      }
    ],
    [
      "a misspelt setting",
      '"lendable"',
      '"lendible"',
      {
        path: "rows[0].set.lendible",
        at: '"lendible"',
        expected: expect.stringContaining("one of lendable, loanPeriod") as string,
        found: '"lendible"',
        suggestion: "lendable"
      }
    ],
    [
      "a misspelt criterion",
      '"itemType": ["av"] },\n',
      '"itemtype": ["av"] },\n',
      {
        path: "rows[1].when.itemtype",
        at: '"itemtype"',
        expected: expect.stringContaining("one of readerCategory, itemType") as string,
        found: '"itemtype"',
        suggestion: "itemType"
      }
    ],
    [
      "an id twice",
      '"id": "rural"',
      '"id": "base"',
      {
        path: "rows[2].id",
        at: '"base",\n      "when": { "branchGroup"',
        expected: "an id of its own: rows[0] has this one",
        found: '"base"'
      }
    ],
    [
      "an id left out",
      '"id": "rural",',
      "",
      { path: "rows[2].id", at: '{\n      \n      "when"', expected: "a value, as this is required", found: "nothing" }
    ],
    [
      "a name twice in one object",
      '"lendable": true,',
      '"lendable": true, "lendable": false,',
      {
        path: "rows[0].set.lendable",
        at: '"lendable": false',
        expected: "each name once",
        found: 'a second "lendable"'
      }
    ],
    [
      "a parent that is not declared",
      '"parent": "adult"',
      '"parent": "adlut"',
      {
        path: "readerCategories.student.parent",
        at: '"adlut"',
        expected: "a reader category that the policy declares",
        found: '"adlut"',
        suggestion: "adult"
      }
    ],
    [
      "a partner's account that is no card",
      '"halfUp"',
      '"halfUp", "partners": { "dale": { "card": " d" } }',
      {
        path: "partners.dale.card",
        at: '" d"',
        expected: "the card of a reader, of 1 to 64 characters without blanks around it",
        found: '" d"'
      }
    ],
    [
      "an account of two partners",
      '"halfUp"',
      '"halfUp", "partners": { "hill": { "card": "p1" }, "dale": { "card": "p1" } }',
      {
        path: "partners.dale.card",
        at: '"p1" } }',
        expected: "a card of one partner: this one is that of hill",
        found: '"p1"'
      }
    ],
    [
      "a branch of two libraries",
      '"town": ["main"]',
      '"town": ["main", "hill"]',
      {
        path: "libraries.county[0]",
        at: '"hill", "lake"] },\n  "limits',
        expected: "a branch of one library: this one belongs to town",
        found: '"hill"'
      }
    ],
    [
      "a criterion used but not ranked",
      '["branchGroup", "readerCategory", "itemType"]',
      '["readerCategory", "itemType"]',
      {
        path: "precedence.order",
        at: '["readerCategory", "itemType"]',
        expected: 'branchGroup among them, as row "rural" depends on it',
        found: '["readerCategory","itemType"]'
      }
    ],
    [
      "a criterion ranked twice",
      '["branchGroup", "readerCategory", "itemType"]',
      '["branchGroup", "readerCategory", "itemType", "branchGroup"]',
      { path: "precedence.order[3]", at: '"branchGroup"] }', expected: "each criterion once", found: '"branchGroup"' }
    ],
    [
      "a precedence that is none",
      '"by": "criteriaOrder"',
      '"by": "luck"',
      {
        path: "precedence",
        at: '{ "by": "luck"',
        expected: '{"by": "criteriaOrder", "weights", "mostCriteria", "firstRow", "lastRow" or "steps", …}',
        found: expect.stringContaining('{"by":"luck"') as string
      }
    ],
    [
      "an empty range",
      '"when": {}',
      '"when": { "readerAge": { "min": 9, "max": 5 } }',
      {
        path: "rows[0].when.readerAge",
        at: '{ "min": 9',
        expected: 'a range: {"min": n}, {"max": n} or both, the least first',
        found: '{"min":9,"max":5}'
      }
    ],
    [
      "a name that reaches into prototypes",
      '"lendable": true',
      '"__proto__": { "lendable": true }',
      {
        path: "rows[0].set.__proto__",
        at: '"__proto__"',
        expected: "another name: this one is not allowed",
        found: '"__proto__"'
      }
    ],
    [
      "a category called constructor",
      '"child": {}',
      '"child": {}, "constructor": {}',
      {
        path: "readerCategories.constructor",
        at: '"constructor"',
        expected: "another name: this one is not allowed",
        found: '"constructor"'
      }
    ],
    [
      "a code with a blank at its end",
      '"book": {}',
      '"book ": {}',
      {
        path: 'itemTypes["book "]',
        at: '"book "',
        expected: "a code of 1 to 64 characters without blanks around it",
        found: '"book "'
      }
    ]
  ])("tells where and what: %s", (_, right, wrong, problem) => {
    const text = broken(right, wrong)
    const { at, ...rest } = problem
    // With `readerAge` the order of criteria has a problem of its own too.
    const problems = problemsIn(text).filter(({ path }) => path !== "precedence.order" || path === rest.path)
    expect(problems).toEqual([{ ...rest, ...placeOf(text, at) }])
  })

  it("reports everything at once, in the order of the text", () => {
    const text = broken('"halfUp"', '"halfup"')
      .replace('"parent": "adult"', '"parent": "student"')
      .replace('"lendable"', '"lendible"')
      .replace('"readerCategory": "child"', '"readerCategory": "chlid"')
      .replace('"id": "rural"', '"id": "base"')
    assert.deepEqual(
      problemsIn(text).map(({ path, line }) => [path, line]),
      [
        ["rounding", 5],
        ["readerCategories.student.parent", 9],
        ["rows[0].set.lendible", 20],
        ["rows[1].when.readerCategory", 25],
        ["rows[2].id", 29]
      ]
    )
  })

  it("names the circle that categories run in", () => {
    const [problem] = problemsIn(broken('"adult": {', '"adult": { "parent": "student",'))
    assert.include(problem.expected, "adult → student → adult is a circle")
  })

  it.each([
    ['{"a": 1,, }', 1, 9, "a name in double quotes"],
    ['{\n"a" 1}', 2, 5, "a colon"],
    ['{"a": "x\ny"}', 1, 7, "the end of a text"],
    ["", 1, 1, "a value"],
    ["{} 1", 1, 4, "nothing after the document"],
    ["{", 1, 2, "a closing brace"]
  ])("says where %j stops being JSON", (text, line, column, expected) => {
    const [problem] = problemsIn(text)
    expect(problem).toMatchObject({ path: "", line, column, expected })
  })

  it("does not read what is too deep, too large or too long", () => {
    expect(problemsIn("[".repeat(1_000_000))[0].expected).toBe(`at most ${bounds.depth} levels of depth`)
    expect(problemsIn(`[${"1,".repeat(bounds.parts)}1]`)[0].expected).toContain("names, values and marks")
    expect(problemsIn(" ".repeat(bounds.text + 1))[0].expected).toBe(`at most ${bounds.text} characters`)
  })

  it("stops at a number of problems that one can read", () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => ({ id: `r${i}`, when: { branhc: "x" }, set: {} }))
    assert.lengthOf(problemsIn(JSON.stringify({ rows })), bounds.problems)
  })

  it("counts lines ended in any way", () => {
    const [problem] = problemsIn(broken('"halfUp"', '"halfup"').replaceAll("\n", "\r\n"))
    assert.strictEqual(problem.line, 5)
  })

  it("fits a problem into a line", () => {
    const [problem] = problemsIn(broken('"halfUp"', '"halfup"'))
    assert.strictEqual(
      formatProblem(problem),
      'line 5, column 15: rounding: expected "halfUp" or "halfEven" or "down" or "up", found "halfup"; did you mean "halfUp"?'
    )
  })
})

describe("decodePolicy", () => {
  const town = (): Record<string, unknown> => structuredClone(Result.getOrThrow(parsePolicy(townPolicy)))
  const problemsOf = (value: unknown): PolicyProblems => Result.getOrThrow(Result.flip(decodePolicy(value)))

  it("takes a value as it takes its text", () => {
    assert.deepEqual(Result.getOrThrow(decodePolicy(town())), Result.getOrThrow(parsePolicy(townPolicy)))
  })

  it("keeps nothing of the value it was given", () => {
    const value = town()
    const document = Result.getOrThrow(decodePolicy(value))
    ;(value.rows as Array<unknown>).length = 0
    assert.lengthOf(document.rows, 3)
  })

  it("has no lines to tell", () => {
    expect(problemsOf({ ...town(), rounding: "halfup" })).toEqual([
      {
        path: "rounding",
        expected: '"halfUp" or "halfEven" or "down" or "up"',
        found: '"halfup"',
        suggestion: "halfUp"
      }
    ])
  })

  const circle: Record<string, unknown> = {}
  circle.rows = [circle]
  it.each<[what: string, value: unknown]>([
    ["null", null],
    ["a text", "{}"],
    ["a list", []],
    ["a date", new Date(0)],
    ["a map", new Map()],
    ["a value inside itself", circle],
    ["a function in it", { rows: [() => 1] }],
    ["not a number", { rows: [{ id: "a", when: {}, set: { pickupDays: Number.NaN } }] }],
    ["a prototype's name", JSON.parse('{"rows": [], "__proto__": {"currency": "CNY"}}')]
  ])("refuses %s and does not throw", (_, value) => {
    assert.isNotEmpty(problemsOf(value))
    assert.isUndefined(({} as Record<string, unknown>).currency)
  })

  it("takes a field that is undefined for one that is not there", () => {
    assert.isTrue(Result.isSuccess(decodePolicy({ ...town(), name: undefined })))
  })

  it("refuses trees too deep, without walking them for ever", () => {
    const deep = Object.fromEntries(
      Array.from({ length: 4_000 }, (_, i) => [`t${i}`, i === 0 ? {} : { parent: `t${i - 1}` }])
    )
    const problems = problemsOf({ ...town(), itemTypes: { book: {}, av: {}, dvd: {}, ...deep } })
    assert.strictEqual(problems[0].expected, `at most ${bounds.treeDepth} levels`)
  })
})
