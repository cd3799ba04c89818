import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { environment, owner } from "./programs.ts"

/** Makes an empty cluster at `data` that trusts whoever connects as `postgres`. */
export const initialise = (initdb: string, data: string): void => {
  const flags = ["--auth=trust", "--no-sync", "--locale=C", "--encoding=UTF8", "--username=postgres", "--pgdata", data]
  const { status, stderr, error } = spawnSync(initdb, flags, { ...owner, env: environment, encoding: "utf8", cwd: "/" })
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`)
}

/**
 * Starts the server, tells `started` at once, and waits until it takes connections. Throws what it said when it does
 * not within 30 seconds.
 */
export const launch = async (
  postgres: string,
  flags: readonly string[],
  started: (server: ChildProcess) => void
): Promise<void> => {
  const child = spawn(postgres, flags, {
    ...owner,
    env: environment,
    cwd: "/",
    detached: true, // Ctrl-C is for the tests: they stop the server when they are done with it
    stdio: ["ignore", "ignore", "pipe"]
  })
  started(child)
  const failure = await ready(child)
  if (failure === null) return
  await end(child, "SIGKILL")
  throw new Error(`PostgreSQL ${failure}`)
}

/** Asks the server to end by `signal` (SIGINT: cut the connections, write the rest) and insists after ten seconds. */
export const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve()
    const insist = setTimeout(() => child.kill("SIGKILL"), 10_000)
    child.once("exit", () => {
      clearTimeout(insist)
      resolve()
    })
    child.kill(signal)
  })

/** `null` when the server takes connections, else what it said instead. */
const ready = (child: ChildProcess): Promise<string | null> =>
  new Promise((resolve) => {
    let said = ""
    const giveUp = setTimeout(() => resolve(`was not ready after 30 s: ${said}`), 30_000)
    const settle = (outcome: string | null): void => {
      clearTimeout(giveUp)
      resolve(outcome)
    }
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000)
      if (said.includes("database system is ready to accept connections")) settle(null)
    })
    child.once("error", (error) => settle(`did not start: ${error.message}`))
    child.once("exit", (code) => settle(`ended with code ${code}: ${said}`))
  })
