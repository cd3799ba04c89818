import type { StepResult } from "./runSteps.ts"
import { readTestReport } from "./testReport.ts"

export const printFailures = (results: readonly StepResult[]): void => {
  for (const { name, outcome, output } of results) {
    if (outcome === "failed") console.log(`\n──── ${name} failed ────\n${output.trimEnd()}`)
  }
}

/** One line a reason: a skipped test that nobody sees is a test that nobody has. */
export const printSkipped = (): void => {
  const skipped = readTestReport()?.skipped ?? []
  for (const reason of new Set(skipped.map((test) => test.reason))) {
    console.log(`\nskipped, ${reason}:`)
    for (const test of skipped) if (test.reason === reason) console.log(`  ${test.name}`)
  }
}

export const printTable = (results: readonly StepResult[]): void => {
  const width = Math.max(...results.map(({ name }) => name.length))
  console.log("")
  for (const { name, outcome, seconds } of results) {
    console.log(`${name.padEnd(width)}  ${outcome.padEnd(7)}  ${seconds.toFixed(1).padStart(6)} s${detail(name)}`)
  }
}

/** Every test counts, and every other step as one. */
export const closingLine = (results: readonly StepResult[]): string => {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, outcome } of results) {
    const tests = name === "tests" ? readTestReport() : null
    if (tests !== null && outcome !== "not run") {
      counts.passed += tests.passed
      counts.failed += Math.max(tests.failed, outcome === "failed" ? 1 : 0)
      counts.skipped += tests.skipped.length
    } else counts[outcome === "passed" ? "passed" : "failed"] += 1
  }
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
}

const detail = (step: string): string => {
  const tests = step === "tests" ? readTestReport() : null
  return tests === null ? "" : `  ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped.length} skipped`
}
