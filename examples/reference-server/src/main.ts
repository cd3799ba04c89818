import { progressOn } from "@openshelf/cli"
import { optionsOf, usage } from "./options.ts"
import { startReferenceServer } from "./referenceServer.ts"

const say = (line: string): void => console.error(line)

/** One line for people: what is in the way. */
const sentence = (fault: unknown): string =>
  fault instanceof Error && fault.message !== "" ? fault.message : `it could not start: ${String(fault)}`

const stopping = new AbortController()
let close: () => Promise<void> = async () => undefined

const stop = (): void => {
  if (stopping.signal.aborted) process.exit(1)
  stopping.abort(new Error("stopped"))
  say("stopping …")
  void close().then(() => say("stopped"))
}
process.on("SIGINT", stop)
process.on("SIGTERM", stop)

try {
  const options = optionsOf(process.argv.slice(2))
  if (options === null) console.log(usage)
  else {
    const progress = progressOn(process.stderr)
    const server = await startReferenceServer(options, { progress, say, signal: stopping.signal })
    close = server.close
    const signIns = server.signIns.map(({ role, who, token }) => `  ${role.padEnd(8)} ${token}  (${who})`)
    console.log(
      [`Openshelf is at ${server.url}`, "", "Sign in with one of these:", ...signIns, ""].join("\n") +
        `\nHTTP reference: ${server.url}/docs\nStop with Ctrl-C.`
    )
  }
} catch (fault) {
  if (!stopping.signal.aborted) {
    say(sentence(fault))
    process.exitCode = 1
  }
}
