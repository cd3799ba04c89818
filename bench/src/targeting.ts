import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { type Figure, figure, median, quantile } from "./figure.ts"
import type { TargetingRun } from "./targeting/runTargeting.ts"
import { sizes } from "./targeting/sizes.ts"

/** Which copy fills which reservation, proved, beside taking the cheapest copy for one reservation after the other. */
export const targetingBench = (): ReadonlyArray<Figure> =>
  (Object.keys(sizes) as Array<keyof typeof sizes>).flatMap((name) => figuresOf(name, apart(name)))

const figuresOf = (name: keyof typeof sizes, run: TargetingRun): ReadonlyArray<Figure> => {
  const { reservations, copies } = sizes[name]
  const size = `${reservations} reservations, ${copies} copies, 50 branches`
  return [
    figure({
      name: `targeting-${name}`,
      ours: run.took,
      baseline: run.greedyTook,
      unit: "ms",
      what: `${size}, the proof (${Math.round(run.proofTook)} ms) with it; baseline: greedy`,
      budget: "under 10000 ms"
    }),
    figure({
      name: `targeting-${name}-cost`,
      ours: run.costForSame,
      baseline: run.greedyCost,
      unit: "minutes",
      what: `ways, ways home and load for the ${run.greedyServed} reservations that greedy serves; baseline: greedy. In turn ${run.served} can be served, for ${run.cost}`,
      budget: "at most 1"
    }),
    figure({
      name: `targeting-${name}-peak-memory`,
      ours: run.peak,
      baseline: 1_024,
      unit: "MiB",
      what: "largest resident size of the process, its rows with it; baseline: the budget",
      budget: "under 1024 MiB"
    }),
    figure({
      name: `targeting-${name}-change`,
      ours: median(run.changes),
      baseline: run.took,
      unit: "ms",
      what: `a copy goes or comes back, median of ${run.changes.length} (99 of 100 under ${quantile(run.changes, 0.99).toFixed(1)} ms); baseline: a run from the start`,
      budget: null
    })
  ]
}

/** Each in a process of its own: its memory is no other's. */
const apart = (name: string): TargetingRun =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ["--conditions=@openshelf/source", fileURLToPath(new URL("targeting/runTargeting.ts", import.meta.url)), name],
      { encoding: "utf8" }
    )
  )
