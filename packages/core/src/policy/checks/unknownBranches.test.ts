import { assert, describe, it } from "vitest"
import { checkPolicy } from "../check.ts"
import type { PolicyDocument } from "../form/document.ts"

const policy: PolicyDocument = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "firstRow" },
  readerCategories: {},
  itemTypes: {},
  libraries: { town: ["main", "lost"] },
  branchGroups: { hills: ["hill", "lost"] },
  transfers: {
    withoutTransit: [{ branches: ["main", "mian"] }],
    forbidden: [
      { from: { any: true }, to: "hlil" },
      { from: "hlil", to: "main" }
    ],
    costs: [{ from: "main", to: "lake", cost: 1 }],
    otherwise: 2,
    load: { main: [], laek: [] }
  },
  rotations: [{ collection: "new", branches: ["main", "hill", "gone"], days: 30, from: "2026-01-01" }],
  rows: [
    { id: "base", when: {}, set: { repairBranch: "workshop", processingBranch: "main" } },
    { id: "old", when: {}, set: { withdrawnBranch: "store" } }
  ]
}
const told = (document: PolicyDocument, branches?: ReadonlyArray<string>) =>
  checkPolicy(document, branches === undefined ? {} : { branches }).flatMap((finding) =>
    finding.kind === "branchUnknown" ? [[finding.at, finding.branch]] : []
  )

describe("a branch that the calendar does not know", () => {
  it("is told once for each place in which the policy names it", () => {
    assert.deepEqual(told(policy, ["main", "hill", "lake"]), [
      ["libraries.town", "lost"],
      ["branchGroups.hills", "lost"],
      ["transfers.withoutTransit", "mian"],
      ["transfers.forbidden", "hlil"],
      ["transfers.load", "laek"],
      ["rotations.new", "gone"],
      ["rows.base.repairBranch", "workshop"],
      ["rows.old.withdrawnBranch", "store"]
    ])
  })

  it("is none where no calendar is at hand, or it knows all", () => {
    assert.deepEqual(told(policy), [])
    const all = ["main", "hill", "lake", "lost", "mian", "hlil", "laek", "gone", "workshop", "store"]
    assert.deepEqual(told(policy, all), [])
  })
})
