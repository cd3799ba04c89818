import { compilePolicy, type PolicyContext, unknownContext } from "@openshelf/core"
import { checkPolicy } from "@openshelf/core/policy-review"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type FolioInput, type FolioLoanPolicy, importFolio } from "./importFolio.ts"
import { parseFolioRules } from "./parseFolioRules.ts"

// Made by hand in the form of FOLIO's rule editor and interface.
const rules = `priority: criterium (t, s, c, b, a, m, g), number-of-criteria, last-line
fallback-policy: l no-loan r no-requests n none o none i none
# Books
m book: l month r all n none o none i none
m film map
    g staff: l week r all n none o none i none  / films and maps for staff
    g !staff !guest + t short-loan: l hours r all n none o none i none
g all + m book + c east: l week r all n none o none i none
`
const loan = (
  name: string,
  intervalId: string,
  duration: number,
  more: Partial<FolioLoanPolicy> = {}
): FolioLoanPolicy => ({
  id: `id-${name}`,
  name,
  loanable: true,
  loansPolicy: {
    profileId: "Rolling",
    period: { duration, intervalId },
    closedLibraryDueDateManagementId: "CURRENT_DUE_DATE"
  },
  renewable: true,
  renewalsPolicy: { unlimited: false, numberAllowed: 3, renewFromId: "SYSTEM_DATE", differentPeriod: false },
  ...more
})

const input: FolioInput = {
  rules,
  loanPolicies: [
    { id: "0", name: "no-loan", loanable: false },
    loan("month", "Weeks", 4),
    loan("week", "Days", 7, { renewable: false }),
    loan("hours", "Hours", 3)
  ],
  requestPolicies: [
    { id: "1", name: "no-requests", requestTypes: [] },
    { id: "2", name: "all", requestTypes: ["Hold", "Page", "Recall"] }
  ],
  currency: "EUR",
  patronGroups: ["student", "guest"]
}

const resolve = (given: Partial<PolicyContext>, from = input) =>
  compilePolicy(Result.getOrThrow(importFolio(from)).policy, { version: 1 }).resolve({ ...unknownContext, ...given })

describe("importFolio", () => {
  it.each<[Partial<PolicyContext>, string | null, unknown]>([
    [{ itemType: "book", readerCategory: "student" }, "line-4", { weeks: 4 }],
    [{ itemType: "film", readerCategory: "staff" }, "line-6", { days: 7 }],
    [{ itemType: "map", readerCategory: "student", collection: "short-loan" }, "line-7", { hours: 3 }],
    [{ itemType: "map", readerCategory: "guest", collection: "short-loan" }, null, undefined],
    // Every location criterion goes before the material type in this priority.
    [{ itemType: "book", readerCategory: "student", branch: "east" }, "line-8", { days: 7 }],
    [{ itemType: "kit", readerCategory: "student" }, null, undefined]
  ])("decides as FOLIO does: %j by %s", (given, row, period) => {
    const resolved = resolve(given)
    expect(resolved.get("loanPeriod")).toEqual(period)
    expect(resolved.row("loanPeriod")).toBe(row)
    expect(resolved.row("lendable")).toBe(row ?? "fallback-policy")
  })

  it("puts the fallback behind all lines where the first line wins", () => {
    const first = { ...input, rules: rules.replace(/^priority:.*$/m, "priority: first-line") }
    expect(resolve({ itemType: "book" }, first).row("loanPeriod")).toBe("line-4")
    expect(resolve({ itemType: "kit" }, first).row("lendable")).toBe("fallback-policy")
  })

  it("takes the whole matrix over so that only what FOLIO settles elsewhere is missing", () => {
    const { policy } = Result.getOrThrow(importFolio(input))
    const missing = checkPolicy(policy).flatMap((one) => (one.kind === "settingNeverSet" ? [one.setting] : []))
    expect(missing).not.toContain("lendable")
    expect(missing).toContain("debtMax")
  })

  it("says what it leaves: recalls, years, policies of other kinds", () => {
    const { notTakenOver } = Result.getOrThrow(
      importFolio({
        ...input,
        loanPolicies: [
          ...input.loanPolicies.filter(({ name }) => name !== "month"),
          loan("month", "Years", 1, { requestManagement: { recalls: {} } })
        ]
      })
    )
    expect(notTakenOver.map(({ where, because }) => `${where}: ${because}`)).toEqual(
      expect.arrayContaining(["loan policy month: a period of 1 Years", "loan policy month: recalls"])
    )
  })

  it("names the policies that a line needs and that are not given", () => {
    const failed = importFolio({ ...input, loanPolicies: input.loanPolicies.slice(0, 1) })
    expect(Result.isFailure(failed) && failed.failure[0]).toEqual({
      where: "line 4",
      expected: "the loan policy month among those given",
      found: "none"
    })
  })
})

describe("parseFolioRules", () => {
  const policies = "l a r b n c o d i e"
  const around = (line: string): string => `priority: last-line\nfallback-policy: ${policies}\n${line}`

  it.each([
    [around(`x book: ${policies}`), "line 3", "one of the letters"],
    [around(`m: ${policies}`), "line 3", "then names"],
    [around(`m book !film: ${policies}`), "line 3", 'all with "!" or none'],
    [around("m book: l a r b"), "line 3", "a policy of each kind"],
    [around(`m book: ${policies} l again`), "line 3", "one policy of each kind"],
    [around(`m book + m film: ${policies}`), "line 3", "each kind of criterion once"],
    [`fallback-policy: ${policies}`, "the rules", 'begins with "priority:"'],
    [`priority: luck\nfallback-policy: ${policies}`, "line 1", "criterium (…)"],
    [`priority: number-of-criteria\nfallback-policy: ${policies}`, "line 1", "as the last of them"],
    [`priority: criterium (t, s), last-line\nfallback-policy: ${policies}`, "line 1", "once each"],
    ["priority: last-line", "the rules", 'begins with "fallback-policy:"']
  ])("refuses %j by line", (text, where, expected) => {
    const read = parseFolioRules(text)
    expect(Result.isFailure(read) && read.failure).toEqual(
      expect.arrayContaining([expect.objectContaining({ where, expected: expect.stringContaining(expected) })])
    )
  })

  it("reads the older priority line, comments and nested lines", () => {
    const text = `priority: t, s, c, b, a, m, g\n# all\nfallback-policy: ${policies}\ng visitor\n  m book\n    t rare: ${policies}\n  s new: ${policies}`
    const { priority, rules } = Result.getOrThrow(parseFolioRules(text))
    expect(priority.map(({ by }) => by)).toEqual(["criterium", "number-of-criteria", "last-line"])
    expect(rules.map(({ line, criteria }) => [line, criteria.map(({ kind }) => kind).join("")])).toEqual([
      [6, "gmt"],
      [7, "gs"]
    ])
  })
})
