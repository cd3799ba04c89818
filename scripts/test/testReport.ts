import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Reporter, TestModule } from "vitest/node"

/** What `pnpm test` says about the tests when they have run. */
export interface TestReport {
  readonly passed: number
  readonly failed: number
  readonly skipped: ReadonlyArray<{ readonly name: string; readonly reason: string }>
}

export const testReportPath = join(import.meta.dirname, "../../node_modules/.cache/openshelf/tests.json")

/** The last run's report, or `null` when that run did not come to its end. */
export const readTestReport = (): TestReport | null => {
  try {
    return JSON.parse(readFileSync(testReportPath, "utf8"))
  } catch {
    return null
  }
}

/** A reporter for vitest that leaves a `TestReport` at `testReportPath`. */
export default class TestReportWriter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const brokenModules = modules.filter((module) => module.errors().length > 0)
    const report: TestReport = {
      passed: tests.filter((test) => test.result().state === "passed").length,
      failed: tests.filter((test) => test.result().state === "failed").length + brokenModules.length + errors.length,
      skipped: tests.flatMap((test) => {
        const result = test.result()
        if (result.state !== "skipped") return []
        const name = `${test.module.relativeModuleId} > ${test.fullName}`
        return [{ name, reason: result.note ?? "its file says why" }]
      })
    }
    mkdirSync(dirname(testReportPath), { recursive: true })
    writeFileSync(testReportPath, JSON.stringify(report))
  }
}
