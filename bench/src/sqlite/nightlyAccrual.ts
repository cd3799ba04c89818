import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Figure, figure, quantile } from "../figure.ts"
import { nightByHand } from "./nightByHand.ts"
import { sizes } from "./nightSizes.ts"
import type { NightRun } from "./runNight.ts"

/** A night over a million open loans, a tenth of them overdue, while a desk goes on lending in the same process. */
export const nightlyBench = (): ReadonlyArray<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "openshelf-night-"))
  const file = join(folder, "night.sqlite")
  try {
    // Each in a process of its own: what filling the file takes is no part of the night's memory.
    apart("fillNight.ts", file)
    const { seconds, alone, during, peak }: NightRun = JSON.parse(apart("runNight.ts", file))
    const size = `${Math.round(statSync(file).size / 1_048_576)} MiB`
    return [
      figure({
        name: "nightly-accrual-sqlite",
        ours: seconds,
        baseline: nightByHand(file, sizes.overdue),
        unit: "s",
        what: `a night, ${sizes.overdue} of ${sizes.loans} open loans overdue, a desk working meanwhile (${size}); baseline: as many charges by hand in slices of the same size, nobody working`,
        budget: "under 60 s"
      }),
      figure({
        name: "desk-during-the-night-p99",
        ours: quantile(during, 0.99),
        baseline: quantile(alone, 0.99),
        unit: "ms",
        what: `a checkout at a desk, ${during.length} of them; baseline: without the night`,
        budget: "under 25 ms"
      }),
      figure({
        name: "desk-during-the-night-longest",
        ours: quantile(during, 1),
        baseline: quantile(alone, 1),
        unit: "ms",
        what: "the longest of them; baseline: without the night",
        budget: "under 100 ms"
      }),
      figure({
        name: "nightly-accrual-peak-memory",
        ours: peak,
        baseline: 256,
        unit: "MiB",
        what: "largest resident size of the process that does the night and the desk; baseline: the budget",
        budget: "under 256 MiB"
      })
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As `openshelf night` runs: V8 tidies up sooner. */
const frugal = ["--semi-space-growth-factor=1", "--heap-growing-percent=5", "--optimize-for-size"]

const apart = (script: string, file: string): string =>
  execFileSync(
    process.execPath,
    [...frugal, "--conditions=@openshelf/source", fileURLToPath(new URL(script, import.meta.url)), file],
    { encoding: "utf8", maxBuffer: 64 * 1_048_576 }
  )
