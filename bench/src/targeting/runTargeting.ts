import { proveOptimal, retainTargeting, type TargetingChange, target } from "@openshelf/core/targeting"
import { Result } from "effect"
import { greedy } from "./greedy.ts"
import { madeProblem } from "./madeProblem.ts"
import { sizes } from "./sizes.ts"

/** What targeting took, in milliseconds, and found, beside a greedy one. */
export interface TargetingRun {
  readonly took: number
  readonly proofTook: number
  /** Largest resident size of this process when the run was over, its rows with it, in MiB. */
  readonly peak: number
  readonly served: number
  readonly cost: number
  /** For the reservations that the greedy one serves, and no others. */
  readonly costForSame: number
  readonly greedyTook: number
  readonly greedyServed: number
  readonly greedyCost: number
  /** Each change by itself: a copy comes back, and goes again. */
  readonly changes: ReadonlyArray<number>
}

const timedOnce = <A>(work: () => A): readonly [A, number] => {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

const problem = madeProblem(sizes[process.argv[2] as keyof typeof sizes], 1)
const [targeting, took] = timedOnce(() => Result.getOrThrow(target(problem)))
const peak = process.resourceUsage().maxRSS / 1_024
const [flaws, proofTook] = timedOnce(() => proveOptimal(problem, targeting))
if (flaws.length > 0) throw new Error(JSON.stringify(flaws[0]))
const [baseline, greedyTook] = timedOnce(() => greedy(problem))

const forSame = Result.getOrThrow(target({ ...problem, reservations: baseline.served }))
if (forSame.waiting.length > 0) throw new Error("not all are served that a greedy one serves")

const retained = Result.getOrThrow(retainTargeting(problem))
const changes: Array<number> = []
for (let n = 0; n < 200; n++) {
  const copy = problem.copies[(n * 7_919) % problem.copies.length] as (typeof problem.copies)[number]
  for (const change of [
    { _tag: "CopyWent", itemId: copy.itemId },
    { _tag: "CopyCame", copy }
  ] as const) {
    const one: TargetingChange = change
    changes.push(timedOnce(() => Result.getOrThrow(retained.change([one])))[1])
  }
}

const run: TargetingRun = {
  took,
  proofTook,
  peak,
  served: targeting.assignments.length,
  cost: targeting.cost,
  costForSame: forSame.cost,
  greedyTook,
  greedyServed: baseline.served.length,
  greedyCost: baseline.cost,
  changes
}
console.log(JSON.stringify(run))
