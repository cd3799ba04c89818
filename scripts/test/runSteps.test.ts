import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { runSteps, type StepResult } from "./runSteps.ts"
import type { Step } from "./steps.ts"

const step = (name: string, code: string, ...needs: string[]): Step => ({
  name,
  needs,
  commands: () => [[process.execPath, "-e", code]]
})
const outcomes = (results: readonly StepResult[]): string[] => results.map(({ name, outcome }) => `${name} ${outcome}`)

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe("the steps of pnpm test", () => {
  it("goes on after a failed step, but not with those that need it", async () => {
    const steps = [
      step("bad", "console.error('why'); process.exit(3)"),
      step("good", "console.log('all well')"),
      step("after-bad", "", "bad"),
      step("after-after-bad", "", "after-bad"),
      step("after-good", "", "good")
    ]
    const results = await runSteps(steps, [], 2)
    expect(outcomes(results)).toEqual([
      "bad failed",
      "good passed",
      "after-bad not run",
      "after-after-bad not run",
      "after-good passed"
    ])
    expect(results[0]?.output).toBe("why\n")
    expect(results[1]?.output).toBe("all well\n")
  })

  it("ends when the last step to run fails", async () => {
    const steps = [step("bad", "setTimeout(() => process.exit(3), 300)"), step("good", ""), step("after", "", "bad")]
    const results = await runSteps(steps, [], 2)
    expect(outcomes(results)).toEqual(["bad failed", "good passed", "after not run"])
  })

  it("runs what is asked for, and what that needs", async () => {
    const steps = [step("a", ""), step("b", "", "a"), step("c", "", "b"), step("d", "")]
    expect(outcomes(await runSteps(steps, ["c"], 1))).toEqual(["a passed", "b passed", "c passed"])
  })

  it("runs no more at once than it may", async () => {
    const wait = "setTimeout(() => {}, 150)"
    const steps = [step("a", wait), step("b", wait), step("c", wait)]
    const started = performance.now()
    await runSteps(steps, [], 1)
    expect(performance.now() - started).toBeGreaterThan(450)
  })

  it("fails a step whose program is not there", async () => {
    const lost: Step = { name: "lost", needs: [], commands: () => [["no-such-program"]] }
    const [result] = await runSteps([lost], [], 1)
    expect(result?.outcome).toBe("failed")
    expect(result?.output).toContain("no-such-program")
  })
})
