// Runs a job on a file, and is killed at the n-th statement that writes, begins or commits.

import { type Library, openLibrary } from "@openshelf/core"
import { nightlyAccrual } from "@openshelf/core/nights"
import { redate } from "@openshelf/core/redating"
import { sqliteStorage } from "../src/index.ts"
import { killAtStatement } from "./killAtStatement.ts"

const jobs = {
  redate: async (library: Library, at: number) => (await redate(library, { tenant: "town", at })).loans.moved,
  accrue: async (library: Library, at: number) =>
    (await nightlyAccrual(library, { tenant: "town", at, slice: 2 })).changed
}
const [file, job, number, at] = process.argv.slice(2) as [string, keyof typeof jobs, string, string]
const library = await openLibrary({ storage: sqliteStorage({ file }) })

const taken = killAtStatement(Number(number))
const changed = await jobs[job](library, Number(at))
console.log(JSON.stringify({ taken: taken(), changed }))
