import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { consult } from "../../decision/consult.ts"
import { policyWith } from "../../testing/smallLibrary.ts"
import { unknownContext } from "../form/criteria.ts"
import { parsePolicy } from "../reading/parsePolicy.ts"
import { compilePolicy } from "./compilePolicy.ts"

/** All say one more thing than those above them; the branch and the library speak of other things besides. */
const rows = [
  { id: "group", when: { branchGroup: "valley" }, set: { pickupDays: 5, renewalCountMax: 5, loanPeriod: { days: 5 } } },
  { id: "library", when: { library: "north" }, set: { renewalCountMax: 6, loanPeriod: { days: 6 }, debtMax: "6.00" } },
  { id: "branch", when: { branch: "main" }, set: { loanPeriod: { days: 7 } } },
  { id: "films", when: { itemType: "film" }, set: { loanPeriod: { days: 1 }, renewalCountMax: 1 } }
]
const document = (precedence: object): unknown => {
  const policy = policyWith({}, "CNY") as { readonly rows: ReadonlyArray<object> }
  return {
    ...policy,
    precedence,
    libraries: { north: ["main", "mid"], south: ["far"] },
    branchGroups: { valley: ["main", "mid", "far"] },
    rows: [...policy.rows, ...rows]
  }
}
const places = ["branch", "library", "branchGroup"]
const byPlace = { by: "criteriaOrder", order: [...places, "readerCategory", "itemType"] }

/** What holds at a branch, and which row says so. */
const at = (branch: string, itemType: string, precedence: object) => {
  const policy = compilePolicy(Result.getOrThrow(parsePolicy(JSON.stringify(document(precedence)))), { version: 1 })
  const asked = consult(policy, { ...unknownContext, branch, itemType, readerCategory: "adult" })
  for (const name of ["loanPeriod", "renewalCountMax", "debtMax", "pickupDays"] as const) asked.required(name)
  return asked.rows
}

describe("a branch has its library's settings unless it sets its own, each setting by itself", () => {
  it.each([
    ["main", { loanPeriod: "branch", renewalCountMax: "library", debtMax: "library", pickupDays: "group" }],
    ["mid", { loanPeriod: "library", renewalCountMax: "library", debtMax: "library", pickupDays: "group" }],
    ["far", { loanPeriod: "group", renewalCountMax: "group", debtMax: "base", pickupDays: "group" }],
    ["moon", { loanPeriod: "base", renewalCountMax: "base", debtMax: "base", pickupDays: "base" }]
  ])("at %s", (branch, wanted) => expect(at(branch, "book", byPlace)).toMatchObject(wanted))

  it("before what it says of kinds of items, or after it, as the order of the policy says", () => {
    const films = { by: "criteriaOrder", order: ["itemType", "readerCategory", ...places] }
    expect(at("main", "film", byPlace)).toMatchObject({ loanPeriod: "branch", renewalCountMax: "library" })
    expect(at("main", "film", films)).toMatchObject({
      loanPeriod: "films",
      renewalCountMax: "films",
      debtMax: "library"
    })
  })
})
