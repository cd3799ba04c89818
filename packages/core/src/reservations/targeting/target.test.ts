import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { proveOptimal } from "./proof/proveOptimal.ts"
import { decide, target } from "./target.ts"
import { arbitraryProblem } from "./testing/arbitraryProblem.ts"
import { bruteForce } from "./testing/bruteForce.ts"

describe("targeting", () => {
  it("serves whom trying every assignment serves, at the same cost", () => {
    fc.assert(
      fc.property(arbitraryProblem({ reservations: 5, copies: 5 }), (problem) => {
        const found = Result.getOrThrow(target(problem))
        const expected = bruteForce(problem)
        assert.deepEqual(found.assignments.map(({ reservationId }) => reservationId).sort(), expected.served)
        assert.strictEqual(found.cost, expected.cost)
      }),
      { numRuns: 3000 }
    )
  })

  it("is proved at every size", () => {
    fc.assert(
      fc.property(arbitraryProblem({ reservations: 40, copies: 40 }), (problem) => {
        assert.deepEqual(proveOptimal(problem, decide(problem)), [])
      }),
      { numRuns: 1000 }
    )
  })
})
