// Gives one command, and is killed at the n-th statement that writes, begins or commits: before it or after it.

import { openLibrary } from "@openshelf/core"
import { sqliteStorage } from "../src/index.ts"
import { deskOf } from "./desk.ts"
import { killAtStatement } from "./killAtStatement.ts"
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

const taken = killAtStatement(Number(number), when)
const answer = await give(deskOf(library))
console.log(JSON.stringify({ taken: taken(), answer }))
