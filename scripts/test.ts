import { availableParallelism } from "node:os"
import { closingLine, printFailures, printSkipped, printTable } from "./test/report.ts"
import { runSteps } from "./test/runSteps.ts"
import { steps } from "./test/steps.ts"

// `pnpm test` runs everything; `pnpm test types tests` those steps and what they need.
const wanted = process.argv.slice(3)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(", ")}. There are: ${steps.map(({ name }) => name).join(", ")}`)
  process.exit(1)
}

const results = await runSteps(steps, wanted, Math.min(2, availableParallelism()))
printFailures(results)
printSkipped()
printTable(results)
console.log(closingLine(results))
process.exitCode = results.every(({ outcome }) => outcome === "passed") ? 0 : 1
