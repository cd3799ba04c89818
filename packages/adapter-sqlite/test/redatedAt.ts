// Re-dates the open loans of a file, and is killed at the n-th statement that writes, begins or commits.

import { openLibrary } from "@openshelf/core"
import { redate } from "@openshelf/core/redating"
import Database from "better-sqlite3"
import { sqliteStorage } from "../src/index.ts"

const [file, number, at] = process.argv.slice(2) as [string, string, string]
const library = await openLibrary({ storage: sqliteStorage({ file }) })

let taken = 0
const probe = new Database(":memory:").prepare("select 1")
const prototype = Object.getPrototypeOf(probe) as { run: (...values: ReadonlyArray<unknown>) => unknown }
const { run } = prototype
prototype.run = function (...values) {
  taken++
  if (taken === Number(number)) process.kill(process.pid, "SIGKILL")
  return run.apply(this, values as never)
}
const report = await redate(library, { tenant: "town", at: Number(at) })
console.log(JSON.stringify({ taken, moved: report.loans.moved }))
