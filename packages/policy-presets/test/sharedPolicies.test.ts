import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { compilePolicy, type PolicyContext, unknownContext } from "@openshelf/core"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { importEvergreen } from "../src/imports/evergreen/importEvergreen.ts"
import { importFolio } from "../src/imports/folio/importFolio.ts"
import { importRero } from "../src/imports/rero/importRero.ts"

const root = process.env.OPENSHELF_SHARED ?? fileURLToPath(new URL("../../../../shared", import.meta.url))
const folder = join(root, "data/ils")
const there = existsSync(folder)
const title = (name: string): string =>
  there ? name : `${name}: skipped, as the real policies (shared/data/ils) are not here`

const json = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"))
/** Rows of a tab-separated table with `\N` for nothing. */
const table = (path: string): ReadonlyArray<Record<string, string | null>> => {
  const [head = "", ...lines] = readFileSync(join(folder, path), "utf8").trimEnd().split("\n")
  const names = head.split("\t")
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t")
      return Object.fromEntries(names.map((name, i) => [name, cells[i] === "\\N" ? null : (cells[i] ?? null)]))
    })
}
const resolver = (policy: Parameters<typeof compilePolicy>[0]) => (given: Partial<PolicyContext>) =>
  compilePolicy(policy, { version: 1 }).resolve({ ...unknownContext, ...given })

describe.skipIf(!there)(title("real policies of other systems"), () => {
  it("FOLIO: an hour for books, sixty days for all else", () => {
    const rules = json("folio/circulation-rules-storage.json")[0].rulesAsText
    const loanPolicies = json("folio/loan-policies.json")
    const requestPolicies = json("folio/request-policies.json")
    const materialTypes = json("folio/material-types.json").map(({ id }: { id: string }) => id)
    const imported = Result.getOrThrow(
      importFolio({ rules, loanPolicies, requestPolicies, currency: "USD", materialTypes })
    )
    const resolve = resolver(imported.policy)
    const book = resolve({ itemType: "1a54b431-2e4f-452d-9cae-9cee66c9a892" })
    expect([book.get("loanPeriod"), book.get("renewalCountMax")]).toEqual([{ hours: 1 }, 3])
    const dvd = resolve({ itemType: "5ee11d91-f7e8-481d-b079-65d708582ccc" })
    expect([dvd.get("loanPeriod"), dvd.get("renewalCountMax"), dvd.get("renewalPeriod")]).toEqual([
      { days: 60 },
      "unlimited",
      { days: 30 }
    ])
    expect(dvd.get("reservableOnShelf")).toBe(true)
  })

  it("RERO: the policy of a pair of types, that of a library before it, the default for the rest", () => {
    const imported = Result.getOrThrow(
      importRero({
        circulationPolicies: json("rero-ils/circulation_policies.json"),
        patronTypes: json("rero-ils/patron_types.json"),
        itemTypes: json("rero-ils/item_types.json"),
        organisation: "1",
        currency: "EUR"
      })
    )
    const resolve = resolver(imported.policy)
    expect(resolve({ readerCategory: "1", itemType: "2" }).get("loanPeriod")).toEqual({ days: 14 })
    expect(resolve({ readerCategory: "1", itemType: "1" }).get("loanPeriod")).toEqual({ days: 30 })
    expect(resolve({ readerCategory: "1", itemType: "1", branch: "1" }).get("loanPeriod")).toEqual({ days: 7 })
    expect(resolve({ readerCategory: "1", itemType: "4" }).get("lendable")).toBe(false)
    expect(resolve({ readerCategory: "2" }).get("loanCountMax.all")).toBe(40)
  })

  it("Evergreen: digital readers borrow nothing, students and the homebound without fines, limits by group", () => {
    const of = (name: string) => table(`evergreen-concerto/${name}.tsv`)
    const imported = Result.getOrThrow(
      importEvergreen({
        circMatrixMatchpoint: of("config.circ_matrix_matchpoint"),
        holdMatrixMatchpoint: of("config.hold_matrix_matchpoint"),
        ruleCircDuration: of("config.rule_circ_duration"),
        ruleRecurringFine: of("config.rule_recurring_fine"),
        ruleMaxFine: of("config.rule_max_fine"),
        grpTree: of("permission.grp_tree"),
        grpPenaltyThreshold: of("permission.grp_penalty_threshold"),
        circModifier: of("config.circ_modifier"),
        orgUnit: of("actor.org_unit"),
        currency: "USD"
      })
    )
    const resolve = resolver(imported.policy)
    expect(resolve({ readerCategory: "1018", branch: "RPLS-WEPL" }).get("lendable")).toBe(false)
    expect(resolve({ readerCategory: "1018" }).get("reservable")).toBe(false)
    const student = resolve({ readerCategory: "1016", branch: "SPLS-HPL" })
    expect([student.get("lendable"), student.get("overdueRate"), student.get("loanCountMax.all")]).toEqual([
      true,
      "none",
      5
    ])
    expect(resolve({ readerCategory: "1019" }).get("debtMax")).toBe(1)
  })
})
