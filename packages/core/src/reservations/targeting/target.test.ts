import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { proveOptimal } from "./proof/proveOptimal.ts"
import { decide, target } from "./target.ts"
import { arbitraryProblem } from "./testing/arbitraryProblem.ts"
import { bruteForce } from "./testing/bruteForce.ts"
import { town } from "./testing/town.ts"

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

  it("never assigns a copy twice, nor one that must not go there, nor serves one twice", () => {
    fc.assert(
      fc.property(arbitraryProblem({ reservations: 30, copies: 20 }), (problem) => {
        const { assignments, waiting } = decide(problem)
        assert.strictEqual(new Set(assignments.map(({ itemId }) => itemId)).size, assignments.length)
        const told = [...assignments.map(({ reservationId }) => reservationId), ...waiting]
        assert.deepEqual(told.sort(), problem.reservations.map(({ reservationId }) => reservationId).sort())
        for (const { itemId, pickupBranch, from } of assignments) {
          const copy = problem.copies.find((one) => one.itemId === itemId)
          assert.isTrue(copy?.lentElsewhere === true || pickupBranch === copy?.homeBranch)
          assert.notInclude(problem.rules.closed, from)
          assert.notInclude(problem.rules.closed, pickupBranch)
        }
      })
    )
  })

  it("does not depend on the order of the rows", () => {
    const shuffles = arbitraryProblem({ reservations: 12, copies: 12 }).chain((problem) =>
      fc.tuple(
        fc.constant(problem),
        fc.shuffledSubarray([...problem.reservations], { minLength: problem.reservations.length }),
        fc.shuffledSubarray([...problem.copies], { minLength: problem.copies.length })
      )
    )
    fc.assert(
      fc.property(shuffles, ([problem, reservations, copies]) => {
        assert.deepEqual(decide({ ...problem, reservations, copies }), decide(problem))
      }),
      { numRuns: 500 }
    )
  })

  it("is proved where titles are many, load is dear, and prices start from a sample", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), fc.boolean(), (seed, localFirst) => {
        const problem = town({ seed, titles: 600, branches: 8, localFirst })
        assert.isAbove(Result.getOrThrow(target(problem)).assignments.length, 500)
      }),
      { numRuns: 5 }
    )
  })
})
