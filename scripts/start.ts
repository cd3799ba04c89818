import { spawn } from "node:child_process"
import { join } from "node:path"
import { buildPage } from "./page.ts"
import { whenNpxEnds } from "./start/npx.ts"
import { root } from "./test/steps.ts"

// `pnpm start`: the reference server, its page built first if that is missing or older than its sources.
buildPage()
const main = join(root, "examples/reference-server/src/main.ts")
const server = spawn(process.execPath, ["--conditions=@openshelf/source", main, ...process.argv.slice(3)], {
  stdio: "inherit",
  detached: true // a group of its own: Ctrl-C reaches all of a terminal, but the server must hear it once, from here
})
server.once("exit", (code) => process.exit(code ?? 1))

/** The first asks the server to finish what it does and stop; one that comes a second later or more insists. */
let asked = -Infinity
const ask = (signal: NodeJS.Signals): void => {
  if (performance.now() - asked < 1000) return
  asked = performance.now()
  server.kill(signal)
}
process.on("SIGINT", () => ask("SIGINT"))
process.on("SIGTERM", () => ask("SIGTERM"))
process.on("SIGHUP", () => ask("SIGTERM"))
whenNpxEnds(() => {
  if (asked === -Infinity) ask("SIGTERM")
})
