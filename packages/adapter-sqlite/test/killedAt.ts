// Lends b0 to ada, and is killed at the n-th statement that writes, begins or commits: before it or after it.

import { openLibrary } from "@openshelf/core"
import Database from "better-sqlite3"
import { sqliteStorage } from "../src/index.ts"
import { at, deskOf } from "./desk.ts"

const [file, number, when] = process.argv.slice(2) as [string, string, "before" | "after"]
const library = await openLibrary({ storage: sqliteStorage({ file }) })
await library.read("town", { reader: { card: "ada" as never } })
await deskOf(library).checkOut({ item: "b0", card: "ada", key: "warm up", at, dryRun: true } as never)

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
const answer = await deskOf(library).checkOut({ item: "b0", card: "ada", key: "the loan", at })
console.log(JSON.stringify({ taken, answer }))
