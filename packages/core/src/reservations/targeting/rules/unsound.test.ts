import { Result } from "effect"
import { assert, describe, it } from "vitest"
import type { TargetingProblem } from "../problem.ts"
import { target } from "../target.ts"
import { near, problemOf, reserved, standing } from "../testing/scene.ts"
import { costMax } from "./transferRules.ts"

const withCost = (cost: unknown): TargetingProblem => {
  const costs = near.costs.map((row) => [...row])
  ;(costs[1] as Array<unknown>)[2] = cost
  return problemOf([], [], { costs })
}
const hole = (): TargetingProblem => {
  const costs = near.costs.map((row) => [...row])
  delete (costs[2] as Array<unknown>)[1]
  return problemOf([], [], { costs })
}
const withSteps = (...load: ReadonlyArray<{ readonly after: number; readonly costEach: number }>): TargetingProblem =>
  problemOf([], [], { load: { east: load } })
const invalid = (found: string) => ({ _tag: "CostInvalid", at: "rules.costs[1][2]", found, costMax })

const cases: ReadonlyArray<readonly [shows: string, problem: TargetingProblem, refusals: ReadonlyArray<unknown>]> = [
  ["a hole", hole(), [{ _tag: "CostMissing", at: "rules.costs[2][1]" }]],
  ["no cost", withCost(undefined), [{ _tag: "CostMissing", at: "rules.costs[1][2]" }]],
  ["a negative cost", withCost(-1), [invalid("-1")]],
  ["half a cost", withCost(0.5), [invalid("0.5")]],
  ["not a number", withCost(Number.NaN), [invalid("NaN")]],
  ["an infinite cost", withCost(Number.POSITIVE_INFINITY), [invalid("Infinity")]],
  ["a cost beyond all measure", withCost(costMax + 1), [invalid("1000001")]],
  ["a cost in words", withCost("2"), [invalid("2")]],
  [
    "a row too few",
    problemOf([], [], { costs: near.costs.slice(0, 2) }),
    [{ _tag: "CostMissing", at: "rules.costs[2]" }]
  ],
  [
    "a row too many",
    problemOf([], [], { costs: [...near.costs, [1, 1, 1]] }),
    [{ _tag: "CostsTooMany", at: "rules.costs", found: 4, branches: 3 }]
  ],
  [
    "rows too long and too short",
    problemOf([], [], { costs: [[0, 2, 9, 1], [2, 0], near.costs[2] ?? []] }),
    [
      { _tag: "CostsTooMany", at: "rules.costs[0]", found: 4, branches: 3 },
      { _tag: "CostMissing", at: "rules.costs[1][2]" }
    ]
  ],
  [
    "a branch twice",
    problemOf([], [], { branches: ["north", "south", "north"] }),
    [{ _tag: "BranchRepeated", at: "rules.branches[2]", branch: "north" }]
  ],
  [
    "branches that nobody knows",
    problemOf(
      [reserved("r1", { pickupBranch: "west" })],
      [standing("i1", "west", { homeBranch: "up", floating: ["east", "down"] })],
      {
        closed: ["north", "west"],
        load: { west: [] }
      }
    ),
    [
      { _tag: "BranchUnknown", at: "rules.closed[1]", branch: "west" },
      { _tag: "BranchUnknown", at: "rules.load.west", branch: "west" },
      { _tag: "BranchUnknown", at: "reservations[0].pickupBranch", branch: "west" },
      { _tag: "BranchUnknown", at: "copies[0].branch", branch: "west" },
      { _tag: "BranchUnknown", at: "copies[0].homeBranch", branch: "up" },
      { _tag: "BranchUnknown", at: "copies[0].floating[1]", branch: "down" }
    ]
  ],
  [
    "more than the whole way home",
    problemOf([], [], { wayHomePercent: 101 }),
    [{ _tag: "PercentInvalid", at: "rules.wayHomePercent", found: "101" }]
  ],
  [
    "a load that falls",
    withSteps({ after: 0, costEach: 3 }, { after: 2, costEach: 2 }),
    [{ _tag: "LoadFalls", at: "rules.load.east[1].costEach", costEach: 2, before: 3 }]
  ],
  [
    "steps out of order, and half a copy",
    withSteps({ after: 2, costEach: 1 }, { after: 2, costEach: 2 }, { after: 3.5, costEach: 2 }),
    [
      { _tag: "LoadStepInvalid", at: "rules.load.east[1].after", found: "2" },
      { _tag: "LoadStepInvalid", at: "rules.load.east[2].after", found: "3.5" }
    ]
  ],
  [
    "a step at less than nothing",
    withSteps({ after: 0, costEach: -3 }),
    [{ _tag: "CostInvalid", at: "rules.load.east[0].costEach", found: "-3", costMax }]
  ],
  [
    "rows twice",
    problemOf(
      [reserved("r1"), reserved("r1")],
      [standing("i1", "north"), standing("i2", "east"), standing("i1", "east")]
    ),
    [
      { _tag: "ReservationRepeated", at: "reservations[1].reservationId", reservationId: "r1" },
      { _tag: "ItemRepeated", at: "copies[2].itemId", itemId: "i1" }
    ]
  ],
  [
    "a rank between ranks, and no title",
    problemOf([reserved("r1", { rank: 0.5 }), reserved("r2", { titleIds: [] })], []),
    [
      { _tag: "RankInvalid", at: "reservations[0].rank", found: "0.5" },
      { _tag: "TitleMissing", at: "reservations[1].titleIds" }
    ]
  ],
  [
    "instants that are none",
    {
      ...problemOf([], [standing("i1", "north", { protectedUntil: Number.NaN as never })]),
      at: Number.POSITIVE_INFINITY as never
    },
    [
      { _tag: "InstantInvalid", at: "at", found: "Infinity" },
      { _tag: "InstantInvalid", at: "copies[0].protectedUntil", found: "NaN" }
    ]
  ]
]

describe("what cannot be right is refused with its place", () => {
  it.each(cases)("%s", (_, problem, refusals) => {
    const found = target(problem)
    assert.deepEqual(Result.isFailure(found) ? found.failure : [], refusals)
  })

  it("a hundred refusals at the most", () => {
    const found = target(
      problemOf(
        Array.from({ length: 5_000 }, (_, n) => reserved(`r${n}`, { rank: 0.5 })),
        []
      )
    )
    assert.lengthOf(Result.isFailure(found) ? found.failure : [], 100)
  })
})
