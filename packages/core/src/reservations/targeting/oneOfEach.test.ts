import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { TitleId } from "../../catalogue/model.ts"
import type { ReservationId } from "../model.ts"
import { oneOfEach } from "./oneOfEach.ts"
import type { TargetingProblem } from "./problem.ts"
import { proveOptimal } from "./proof/proveOptimal.ts"
import { waysOf } from "./rules/ways.ts"
import { arbitraryProblem } from "./testing/arbitraryProblem.ts"
import { bruteForce } from "./testing/bruteForce.ts"
import { problemOf, reserved, standing } from "./testing/scene.ts"

const ofNovel = { titleIds: [TitleId.make("novel")] }
const novel = { titleId: TitleId.make("novel") }
const idOf = (id: string): ReservationId => reserved(id).reservationId

/** Some of the reservations in two groups: their number, and in which. */
const grouped = fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { maxLength: 5 })
const scenes = fc.record({ problem: arbitraryProblem({ reservations: 6, copies: 5 }), grouped })
type Scene = { readonly problem: TargetingProblem; readonly grouped: ReadonlyArray<readonly [number, number]> }

const groupsOf = ({ problem: { reservations }, grouped }: Scene): ReadonlyArray<ReadonlyArray<ReservationId>> => {
  const groupOf = new Map(grouped)
  return [0, 1].map((group) =>
    reservations.flatMap(({ reservationId }, nth) => (groupOf.get(nth) === group ? [reservationId] : []))
  )
}
const without = (problem: TargetingProblem, gone: ReadonlyArray<ReservationId>): TargetingProblem => ({
  ...problem,
  reservations: problem.reservations.filter(({ reservationId }) => !gone.includes(reservationId))
})

describe("one of each group", () => {
  it("is served, and the copy that another of it would have had goes to whoever is next", () => {
    const problem = problemOf(
      [reserved("r1"), reserved("r2", ofNovel), reserved("r3", { ...ofNovel, rank: 1, pickupBranch: "east" })],
      [standing("i1", "south"), standing("i2", "north", novel)]
    )
    const { assignments, cost, setOut } = Result.getOrThrow(oneOfEach(problem, [[idOf("r1"), idOf("r2")]]))
    assert.deepEqual(
      assignments.map(({ reservationId, itemId }) => [reservationId as string, itemId as string]),
      [
        ["r1", "i1"],
        ["r3", "i2"]
      ]
    )
    assert.deepEqual([cost, setOut], [2 + 9, [idOf("r2")]])
  })

  it("is asked again where one of another group made room for somebody local, who takes its copy", () => {
    const notSouth = [standing("i2", "").itemId]
    const problem = problemOf(
      [
        reserved("r1", ofNovel),
        reserved("r2", { rank: 1 }),
        reserved("r3", { rank: 2, pickupBranch: "south", excludedItems: notSouth }),
        reserved("r4", { ...ofNovel, rank: 3 }),
        reserved("r5", { rank: 4, excludedItems: notSouth })
      ],
      [
        standing("i1", "north"),
        standing("i2", "south"),
        standing("i3", "north", novel),
        standing("i4", "north", novel)
      ],
      { localFirst: true }
    )
    const groups = [
      [idOf("r1"), idOf("r2")],
      [idOf("r3"), idOf("r4")]
    ]
    const { assignments, waiting, setOut } = Result.getOrThrow(oneOfEach(problem, groups))
    assert.deepEqual(
      assignments.map(({ reservationId }) => reservationId as string),
      ["r1", "r4", "r5"]
    )
    assert.deepEqual([waiting, setOut], [[idOf("r3")], [idOf("r2")]])
  })

  it("serves whom taking all in turn serves, at the least cost; what it tells is proved for those who are left", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const problem = { ...scene.problem, rules: { ...scene.problem.rules, localFirst: false } }
        const groups = groupsOf(scene)
        const found = Result.getOrThrow(oneOfEach(problem, groups))
        const served = found.assignments.map(({ reservationId }) => reservationId as string).sort()
        assert.deepEqual({ served, cost: found.cost }, bruteForce(problem, groups))
        assert.deepEqual(proveOptimal(without(problem, found.setOut), found), [])
      }),
      { numRuns: 500 }
    )
  })

  it("serves at most one of each where local ones go first, and none of it only where no copy is left for any", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const problem = { ...scene.problem, rules: { ...scene.problem.rules, localFirst: true } }
        const groups = groupsOf(scene)
        const found = Result.getOrThrow(oneOfEach(problem, groups))
        assert.deepEqual(proveOptimal(without(problem, found.setOut), found), [])
        const served = new Set(found.assignments.map(({ reservationId }) => reservationId))
        const ways = waysOf(problem.rules, problem.at)
        const taken = new Set(found.assignments.map(({ itemId }) => itemId))
        for (const group of groups) {
          const count = group.filter((one) => served.has(one)).length
          assert.isAtMost(count, 1)
          if (count === 1) continue
          for (const one of problem.reservations.filter(({ reservationId }) => group.includes(reservationId)))
            for (const copy of problem.copies)
              assert.isTrue(
                taken.has(copy.itemId) ||
                  !one.titleIds.includes(copy.titleId) ||
                  (one.itemId !== null && one.itemId !== copy.itemId) ||
                  (one.volume !== null && one.volume !== copy.volume) ||
                  one.excludedItems.includes(copy.itemId) ||
                  ways.cost(ways.standing(copy), ways.placeOf(one.pickupBranch)) === Number.POSITIVE_INFINITY
              )
        }
      }),
      { numRuns: 1_000 }
    )
  })

  it("refuses what cannot be right, as a run without groups", () => {
    const refused = oneOfEach(problemOf([reserved("r1", { pickupBranch: "west" })], []), [[idOf("r1")]])
    assert.isTrue(Result.isFailure(refused))
  })
})
