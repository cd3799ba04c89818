import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import { compilePolicy } from "./compiled/compilePolicy.ts"
import type { ContextField } from "./form/criteria.ts"
import type { PolicyDocument } from "./form/document.ts"
import { possibleValues } from "./possibleValues.ts"
import { arbitraryContext, arbitraryPolicy } from "./testing/arbitraryPolicy.ts"

const fields = Object.keys(fc.sample(arbitraryContext, 1)[0] ?? {}) as ReadonlyArray<ContextField>

describe("the values that a setting may have", () => {
  it("hold what it has in every case that agrees with what is known; with all of it known, that alone", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, fc.subarray([...fields]), (document, context, some) => {
        const policy = compilePolicy(document, { version: 1 })
        const known = Object.fromEntries(some.map((field) => [field, context[field]]))
        for (const setting of ["loanPeriod", "debtMax", "loanCountMax.av"] as const) {
          const value = policy.resolve(context).get(setting)
          assert.include([...possibleValues(policy, setting, known)], value)
          assert.deepEqual([...possibleValues(policy, setting, context)], [value])
        }
      })
    )
  })

  it("end with those of a row that no case escapes", () => {
    const rows = [
      { id: "base", when: {}, set: { reservable: true } },
      { id: "reference", when: { itemType: "reference", readerCategory: { any: true } }, set: { reservable: false } },
      { id: "staff", when: { itemType: "film", readerCategory: "staff" }, set: { reservable: false } }
    ]
    const document = {
      currency: "CNY",
      rounding: "halfUp",
      precedence: { by: "mostCriteria" },
      readerCategories: { adult: {}, staff: {} },
      itemTypes: { book: {}, film: {}, reference: {} },
      limits: {},
      rows
    } as PolicyDocument
    const of = (itemType: string) => [
      ...possibleValues(compilePolicy(document, { version: 1 }), "reservable", { itemType })
    ]
    expect([of("book"), of("film"), of("reference")]).toEqual([[true], [false, true], [false]])
  })
})
