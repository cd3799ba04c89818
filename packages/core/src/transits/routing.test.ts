import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type RoutedCopy, type RoutingRules, routeOf, routingTable } from "./routing.ts"

const here: RoutedCopy = {
  here: "main",
  homeBranch: "main",
  type: "book",
  collection: "general",
  pickupBranch: null,
  bookedBranch: null,
  sentTo: null,
  planned: null,
  needs: null
}
const rules: RoutingRules = {
  repairBranch: null,
  processingBranch: null,
  withdrawnBranch: null,
  floating: "no",
  isBranch: (branch) => branch !== "ruin",
  policy: {
    sameLibrary: (one, other) => one === other || [one, other].every((branch) => ["main", "hill"].includes(branch)),
    sameGroup: (one, other) => one === other || [one, other].every((branch) => ["main", "lake"].includes(branch)),
    transfers: { may: (_, to) => to !== "island", cost: () => 1, kept: () => true }
  }
}

describe("where a copy goes", () => {
  it.each<[string, Partial<RoutedCopy>, Partial<RoutingRules>, string | null]>([
    ["withdrawnElsewhere", { needs: "disposal", pickupBranch: "main" }, { withdrawnBranch: "cellar" }, "cellar"],
    ["withdrawnHere", { needs: "disposal", homeBranch: "hill" }, { withdrawnBranch: "main" }, null],
    ["withdrawnHere", { needs: "disposal", sentTo: "hill" }, { withdrawnBranch: "ruin" }, null],
    ["repairElsewhere", { needs: "repair", pickupBranch: "main" }, { repairBranch: "bindery" }, "bindery"],
    ["repairHere", { needs: "repair", pickupBranch: "hill" }, {}, null],
    ["repairHere", { needs: "repair" }, { repairBranch: "main" }, null],
    ["repairHere", { needs: "repair" }, { repairBranch: "ruin" }, null],
    ["processingHere", { needs: "processing" }, { processingBranch: "island" }, null],
    ["home", { sentTo: "ruin" }, {}, null],
    ["awayFromHome", { homeBranch: "hill", sentTo: "island" }, {}, "hill"],
    ["homeClosed", { homeBranch: "ruin" }, {}, null],
    ["floats", { homeBranch: "ruin" }, { floating: "everywhere" }, null],
    ["processingElsewhere", { needs: "processing" }, { processingBranch: "cellar" }, "cellar"],
    ["processingHere", { needs: "processing", planned: "hill" }, {}, null],
    ["reservedHere", { homeBranch: "hill", pickupBranch: "main", planned: "lake" }, {}, null],
    ["reservedElsewhere", { pickupBranch: "hill", planned: "lake" }, { floating: "everywhere" }, "hill"],
    ["reservedHere", { pickupBranch: "main", bookedBranch: "hill" }, {}, null],
    ["bookedHere", { homeBranch: "hill", bookedBranch: "main", sentTo: "lake", planned: "lake" }, {}, null],
    ["bookedElsewhere", { bookedBranch: "hill", sentTo: "lake", planned: "lake" }, {}, "hill"],
    ["home", { bookedBranch: "island" }, {}, null],
    ["awayFromHome", { homeBranch: "hill", bookedBranch: "ruin" }, {}, "hill"],
    ["repairHere", { needs: "repair", bookedBranch: "hill" }, {}, null],
    ["sentElsewhere", { homeBranch: "main", sentTo: "hill", planned: "lake" }, { floating: "everywhere" }, "hill"],
    ["planned", { homeBranch: "hill", sentTo: "main", planned: "lake" }, {}, "lake"],
    ["sentHere", { homeBranch: "hill", sentTo: "main" }, {}, null],
    ["home", { planned: "main" }, {}, null],
    ["floats", { homeBranch: "moon" }, { floating: "everywhere" }, null],
    ["floats", { homeBranch: "hill" }, { floating: "library" }, null],
    ["floats", { homeBranch: "lake" }, { floating: "group" }, null],
    ["awayFromHome", { homeBranch: "lake" }, { floating: "library" }, "lake"],
    ["transferForbidden", { homeBranch: "island" }, {}, null],
    ["awayFromHome", { homeBranch: "hill" }, {}, "hill"]
  ])("%s: %o by %o goes to %s", (row, copy, set, to) => {
    expect(routeOf({ ...here, ...copy }, { ...rules, ...set })).toMatchObject({ row, to })
  })

  it("is said for every copy, never to where it is, with a reason if and only if it travels; every row is used", () => {
    const branch = fc.constantFrom("main", "hill", "lake", "island", "ruin")
    const maybe = fc.option(branch, { freq: 2 })
    const used = new Set<string>()
    fc.assert(
      fc.property(
        fc.record({
          here: branch,
          homeBranch: branch,
          pickupBranch: maybe,
          bookedBranch: maybe,
          sentTo: maybe,
          planned: maybe
        }),
        fc.constantFrom(null, null, "repair" as const, "processing" as const, "disposal" as const),
        fc.record({
          repairBranch: maybe,
          processingBranch: maybe,
          withdrawnBranch: maybe,
          floating: fc.constantFrom("no" as const, "everywhere" as const, "library" as const, "group" as const)
        }),
        (copy, needs, set) => {
          const route = routeOf({ ...here, ...copy, needs }, { ...rules, ...set })
          used.add(route.row)
          expect(route.to).not.toBe(copy.here)
          expect(route.to === null || route.row === "withdrawnElsewhere").toBe(route.reason === null)
        }
      ),
      { numRuns: 2_000 }
    )
    expect([...used].sort()).toEqual(routingTable.map(({ name }) => name as string).sort())
  })
})
