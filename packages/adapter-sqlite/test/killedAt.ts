// Gives one command, and is killed at the n-th statement that writes, begins or commits: before it or after it.

import { openLibrary } from "@openshelf/core"
import Database from "better-sqlite3"
import { sqliteStorage } from "../src/index.ts"
import { deskOf } from "./desk.ts"
import { killedCommands } from "./killedCommands.ts"

const [file, name, number, when] = process.argv.slice(2) as [
  string,
  keyof typeof killedCommands,
  string,
  "before" | "after"
]
const { dryRun, give } = killedCommands[name]
const library = await openLibrary({ storage: sqliteStorage({ file }) })
await library.read("town", { reader: { card: "ada" as never } })
// The code of the command, its documents and statements are there before anything is counted.
await dryRun(deskOf(library))

let taken = 0
const probe = new Database(":memory:").prepare("select 1")
const prototype = Object.getPrototypeOf(probe) as { run: (...values: ReadonlyArray<unknown>) => unknown }
const { run } = prototype
prototype.run = function (...values) {
  taken++
  if (taken === Number(number) && when === "before") process.kill(process.pid, "SIGKILL")
  const answer = run.apply(this, values as never)
  if (taken === Number(number) && when === "after") process.kill(process.pid, "SIGKILL")
  return answer
}
const answer = await give(deskOf(library))
console.log(JSON.stringify({ taken, answer }))
