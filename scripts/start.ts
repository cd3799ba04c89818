import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { buildPage } from "./page.ts"
import { root } from "./test/steps.ts"

// `pnpm start`: the reference server, its page built first if that is missing or older than its sources.
buildPage()
const server = spawn(
  process.execPath,
  [
    "--conditions=@openshelf/source",
    "--disable-warning=ExperimentalWarning",
    join(root, "examples/reference-server/src/main.ts"),
    ...process.argv.slice(3)
  ],
  // A group of its own: Ctrl-C reaches every process of the terminal, but the server must hear it once, from here.
  { stdio: "inherit", detached: true }
)
forwardSignals(server)
server.once("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 0)
})

/** The first asks the server to finish what it does and stop; one that comes a second later or more insists. */
function forwardSignals(child: ChildProcess): void {
  let last = -Infinity
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (performance.now() - last < 1000) return
      last = performance.now()
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal)
    })
  }
}
