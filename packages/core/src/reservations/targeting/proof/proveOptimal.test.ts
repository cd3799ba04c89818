import fc from "fast-check"
import { assert, describe, it } from "vitest"
import type { ItemId } from "../../../catalogue/model.ts"
import type { TargetingProblem } from "../problem.ts"
import { decide } from "../target.ts"
import type { TargetedAssignment, Targeting } from "../targeting.ts"
import { arbitraryProblem } from "../testing/arbitraryProblem.ts"
import { near, problemOf, reserved, standing } from "../testing/scene.ts"
import { proveOptimal } from "./proveOptimal.ts"

/** Two are served, one waits; a third copy stands in a branch where it is not lent elsewhere. */
const problem = problemOf(
  [reserved("r1"), reserved("r2", { rank: 1 }), reserved("r3", { rank: 2 })],
  [standing("i1", "north"), standing("i2", "south"), standing("i3", "east", { lentElsewhere: false })],
  { load: { south: [{ after: 0, costEach: 1 }] } }
)
const tagsOf = (of: TargetingProblem, targeting: Targeting): ReadonlyArray<string> => [
  ...new Set(proveOptimal(of, targeting).map(({ _tag }) => _tag))
]
const right = decide(problem)
const [first, second] = right.assignments as [TargetedAssignment, TargetedAssignment]
const priced = (
  copies: Readonly<Record<string, number>>,
  branches: Readonly<Record<string, number>> = {}
): Targeting => ({
  ...right,
  prices: {
    copies: new Map([...right.prices.copies, ...(Object.entries(copies) as Array<[ItemId, number]>)]),
    branches: new Map([...right.prices.branches, ...Object.entries(branches)])
  }
})
const swapped = (a: TargetedAssignment, b: TargetedAssignment): TargetedAssignment => ({
  ...b,
  reservationId: a.reservationId
})
const third = { ...second, reservationId: reserved("r3").reservationId }

const tampered: ReadonlyArray<readonly [shows: string, targeting: Targeting, tags: ReadonlyArray<string>]> = [
  ["the answer as it is", right, []],
  ["a copy twice", { ...right, assignments: [first, swapped(second, first)] }, ["ItemTwice"]],
  ["a reservation twice", { ...right, assignments: [first, swapped(first, second)] }, ["ReservationTwice"]],
  [
    "a copy that must not go there",
    { ...right, assignments: [first, { ...second, itemId: standing("i3", "").itemId }] },
    ["PairForbidden"]
  ],
  [
    "a copy that is not there",
    { ...right, assignments: [first, { ...second, itemId: "i9" as never }] },
    ["ItemUnknown"]
  ],
  [
    "somebody who does not wait",
    { ...right, waiting: [...right.waiting, reserved("r9").reservationId] },
    ["ReservationUnknown"]
  ],
  ["somebody forgotten", { ...right, waiting: [] }, ["ReservationForgotten"]],
  [
    "somebody both served and waiting",
    { ...right, waiting: [...right.waiting, first.reservationId] },
    ["ReservationTwice"]
  ],
  ["a turn passed over", { ...right, assignments: [first, third], waiting: [second.reservationId] }, ["TurnPassed"]],
  [
    "a copy left free",
    { ...right, assignments: [first], waiting: [second.reservationId, third.reservationId] },
    ["CopyLeftFree"]
  ],
  ["a cost told less", { ...right, cost: right.cost - 1 }, ["CostWrong"]],
  ["a part told less", { ...right, assignments: [first, { ...second, transfer: 1 }] }, ["CostWrong"]],
  ["a copy's price raised", priced({ i1: 50 }), ["CheaperCopy"]],
  ["a copy's price not a number", priced({ i1: Number.NaN }), ["CopyPriceWrong", "CheaperCopy"]],
  ["a price of a copy not in use", priced({ i3: 1 }), ["CopyPriceWrong"]],
  ["a price below nothing", priced({ i3: -1 }), ["CopyPriceWrong"]],
  ["a branch's price raised", priced({}, { east: 1 }), ["BranchPriceWrong"]],
  ["a branch's price below its last copy's step", priced({}, { south: 0 }), ["BranchPriceWrong"]],
  ["local turns where none go first", { ...right, localTurns: [first] }, ["PairForbidden"]]
]

describe("the proof", () => {
  it.each(tampered)("%s", (_, targeting, tags) => {
    assert.includeMembers([...tagsOf(problem, targeting)], [...tags])
    assert.strictEqual(tagsOf(problem, targeting).length > 0, tags.length > 0)
  })

  it("finds that others should have gone first for a local copy", () => {
    const local = { ...problem, rules: { ...near, localFirst: true } }
    const answer = decide(local)
    assert.deepEqual(tagsOf(local, answer), [])
    assert.include(tagsOf(local, { ...answer, localTurns: [] }), "CopyLeftFree")
  })

  it("never proves another assignment of the same reservations that costs more", () => {
    fc.assert(
      fc.property(arbitraryProblem({ reservations: 6, copies: 6 }), fc.nat(5), fc.nat(5), (of, one, other) => {
        const answer = decide(of)
        const [a, b] = [answer.assignments[one], answer.assignments[other]]
        if (a === undefined || b === undefined || a === b) return
        const itemOf = new Map([
          [a, b.itemId],
          [b, a.itemId]
        ])
        const assignments = answer.assignments.map((each) => ({ ...each, itemId: itemOf.get(each) ?? each.itemId }))
        const told = retold(of, { ...answer, assignments })
        if (told === null || told.cost === answer.cost) return
        assert.isAbove(told.cost, answer.cost)
        assert.include(tagsOf(of, told), "CheaperCopy")
      }),
      { numRuns: 2000 }
    )
  })
})

/** The same with its costs as the rules say, taken from what the proof expects; `null`: a pair is forbidden. */
const retold = (of: TargetingProblem, targeting: Targeting): Targeting | null => {
  const flaws = proveOptimal(of, targeting)
  if (flaws.some(({ _tag }) => _tag === "PairForbidden")) return null
  const assignments = targeting.assignments.map((each) => ({ ...each }))
  for (const flaw of flaws)
    if (flaw._tag === "CostWrong" && flaw.at !== "cost") {
      const [, place, part] = /\[(\d+)\]\.(\w+)$/.exec(flaw.at) ?? []
      Object.assign(assignments[Number(place)] ?? {}, { [part as string]: flaw.expected })
    }
  return { ...targeting, assignments, cost: assignments.reduce((sum, { cost }) => sum + cost, 0) }
}
