import { type ChildProcess, spawn } from "node:child_process"
import { type Command, root, type Step } from "./steps.ts"

export interface StepResult {
  readonly name: string
  readonly outcome: "passed" | "failed" | "not run"
  readonly seconds: number
  /** All that the step printed, or why it did not run. */
  readonly output: string
}

/**
 * Runs the wanted steps (none named: all) and what they need, at most `width` at a time in the order given, and says
 * so as they begin and end. A failed step stops only those that need it. Ending this process ends the steps.
 */
export const runSteps = async (
  all: readonly Step[],
  wanted: readonly string[],
  width: number
): Promise<readonly StepResult[]> => {
  const steps = all.filter(({ name }) => wanted.length === 0 || isNeeded(all, wanted, name))
  const results = new Map<string, StepResult>()
  const running = new Map<string, Promise<void>>()
  const heartbeat = setInterval(() => console.log(`     … ${[...running.keys()].join(", ")}`), 15_000)
  const stopForwarding = endRunningOnSignal()
  while (results.size < steps.length) {
    for (const step of steps) {
      if (results.has(step.name) || running.has(step.name)) continue
      const broken = step.needs.find((name) => results.has(name) && results.get(name)?.outcome !== "passed")
      if (broken !== undefined) results.set(step.name, notRun(step.name, broken))
      else if (running.size < width && step.needs.every((name) => results.has(name))) {
        running.set(
          step.name,
          runStep(step).then((result) => finish(result, results, running))
        )
      }
    }
    // With nothing running a race would never end: the last step to run failed, and those that need it are done with.
    if (running.size > 0) await Promise.race(running.values())
  }
  clearInterval(heartbeat)
  stopForwarding()
  return steps.map(({ name }) => results.get(name)).filter((result) => result !== undefined)
}

const isNeeded = (all: readonly Step[], wanted: readonly string[], name: string): boolean =>
  wanted.includes(name) || all.some((step) => step.needs.includes(name) && isNeeded(all, wanted, step.name))

const notRun = (name: string, broken: string): StepResult => {
  console.log(`   - ${name}: not run, needs ${broken}`)
  return { name, outcome: "not run", seconds: 0, output: `needs ${broken}, which did not pass` }
}

const finish = (result: StepResult, results: Map<string, StepResult>, running: Map<string, Promise<void>>): void => {
  running.delete(result.name)
  results.set(result.name, result)
  console.log(`${result.outcome === "passed" ? "  ok" : "FAIL"} ${result.name} (${result.seconds.toFixed(1)} s)`)
}

const runStep = async (step: Step): Promise<StepResult> => {
  console.log(`  .. ${step.name}`)
  const started = performance.now()
  let output = ""
  let code: number | null = 0
  for (const command of step.commands()) {
    code = await runCommand(command, (text) => {
      output += text
    })
    if (code !== 0) break
  }
  const seconds = (performance.now() - started) / 1000
  return { name: step.name, outcome: code === 0 ? "passed" : "failed", seconds, output }
}

const children = new Set<ChildProcess>()

const runCommand = ([program, ...args]: Command, say: (text: string) => void): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true // a group of its own, which a signal can end with all that it started
    })
    children.add(child)
    child.stdout.setEncoding("utf8").on("data", say)
    child.stderr.setEncoding("utf8").on("data", say)
    child.once("error", (error) => say(`${program}: ${error.message}\n`))
    child.once("close", (code) => {
      children.delete(child)
      resolve(code)
    })
  })

const endRunningOnSignal = (): (() => void) => {
  const end = (signal: NodeJS.Signals): void => {
    for (const { pid } of children) if (pid !== undefined) process.kill(-pid, signal)
    process.exit(130)
  }
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const
  for (const signal of signals) process.once(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}
