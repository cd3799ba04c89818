import { readFileSync } from "node:fs"

export interface BranchCosts {
  readonly branches: ReadonlyArray<string>
  /** How much came and went in some nineteen months. */
  readonly movements: ReadonlyArray<number>
  /** Minutes of work a copy, `[from][to]`. */
  readonly costs: ReadonlyArray<ReadonlyArray<number>>
}

/** The fifty busiest branches of LibrariesWest (Open Government Licence v3), as `deriveCosts.ts` found them. */
export const branchCosts = (): BranchCosts => {
  const [, , ...lines] = readFileSync(new URL("branchCosts.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
  const rows = lines.map((line) => line.split(","))
  return {
    branches: rows.map(([branch]) => branch as string),
    movements: rows.map(([, count]) => Number(count)),
    costs: rows.map(([, , ...costs]) => costs.map(Number))
  }
}
