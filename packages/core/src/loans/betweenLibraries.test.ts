import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { consult } from "../decision/consult.ts"
import { compilePolicy, unknownContext } from "../policy/index.ts"
import { decodePolicy } from "../policy/reading/decodePolicy.ts"
import { betweenLibraries } from "./betweenLibraries.ts"

const policyWith = (set: object) =>
  compilePolicy(
    Result.getOrThrow(
      decodePolicy({
        currency: "EUR",
        rounding: "up",
        precedence: { by: "firstRow" },
        readerCategories: {},
        itemTypes: {},
        libraries: { north: ["main", "hill"], south: ["far"] },
        rows: [{ id: "all", when: {}, set }]
      })
    ),
    { version: 1 }
  )

const branch = fc.constantFrom("main", "hill", "far", "alone")
const given = fc.record({
  lending: fc.record({ readerHome: branch, itemHome: branch, desk: branch }),
  fee: fc.constantFrom("0.00", "1.50"),
  by: fc.constantFrom("reader", "readersLibrary", "desksLibrary", "itemsLibrary", "nobody")
})

it("costs something only where two libraries have to do with the loan; no library owes itself, and the item's is one of the two", () => {
  fc.assert(
    fc.property(given, ({ lending, fee, by }) => {
      const policy = policyWith({ betweenLibrariesFee: fee, betweenLibrariesPaidBy: by })
      const { costs, owed } = betweenLibraries(lending, consult(policy, unknownContext), policy)
      const items = policy.libraryOf(lending.itemHome)
      const libraries = new Set([items, ...[lending.readerHome, lending.desk].map(policy.libraryOf)])
      const isFree = libraries.size === 1 || fee === "0.00" || by === "nobody"
      expect(costs.map(({ amount }) => amount)).toEqual(!isFree && by === "reader" ? [150] : [])
      if (isFree || by === "reader") expect(owed).toBeNull()
      if (owed === null) return
      expect(owed.amount).toBe(150)
      expect(owed.payer).not.toBe(owed.payee)
      expect(owed[by === "itemsLibrary" ? "payer" : "payee"]).toBe(items)
      expect(libraries).toContain(owed[by === "itemsLibrary" ? "payee" : "payer"])
    })
  )
})

it("is told by the rule in so many words", () => {
  const owed = (by: string, readerHome: string, itemHome: string, desk: string) => {
    const policy = policyWith({ betweenLibrariesFee: "1.50", betweenLibrariesPaidBy: by })
    const found = betweenLibraries({ readerHome, itemHome, desk }, consult(policy, unknownContext), policy).owed
    return found === null ? null : [found.payer, found.payee]
  }
  expect(owed("readersLibrary", "far", "main", "main")).toEqual(["south", "north"])
  expect(owed("desksLibrary", "hill", "main", "far")).toEqual(["south", "north"])
  expect(owed("readersLibrary", "hill", "main", "far")).toBeNull()
  expect(owed("itemsLibrary", "hill", "main", "far")).toEqual(["north", "south"])
  expect(owed("itemsLibrary", "alone", "main", "far")).toEqual(["north", "alone"])
})
