import { existsSync } from "node:fs"
import { type Library, parseInstant, StorageFault } from "@openshelf/core"
import { Command } from "commander"
import { Result } from "effect"
import { databaseName, isAddress, openDatabase } from "../openDatabase.ts"
import { type Progress, progressOn, silent } from "../progress.ts"
import { Failed } from "./failed.ts"
import { failureText } from "./failureText.ts"
import { visible } from "./visible.ts"

/** Options that every command has. */
export interface Shared {
  readonly database: string
  readonly tenant: string
  readonly json: boolean
  readonly at?: number
}

/** Where a command line writes, and the exit code it ends with. */
export interface Terminal {
  readonly write: (text: string) => void
  readonly finish: (code: number) => void
}

/** A command with the shared options. */
export const command = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option("--database <file or address>", "SQLite file, or postgres:// address", "openshelf.sqlite")
    .option("--tenant <id>", "the library system", "library")
    .option("--at <instant>", "the instant of the command, ISO 8601 with its zone; now if not given", instantOption)
    .option("--json", "answer as JSON, and no progress", false)

/** An instant given on the command line. */
export const instantOption = (text: string): number => {
  const instant = parseInstant(text)
  if (Result.isFailure(instant)) throw new Failed(`${text}: expected ${instant.failure}`)
  return instant.success
}

/** A mistyped file is not made, only to be found empty. */
export const requireThere = (database: string): void => {
  if (!isAddress(database) && !existsSync(database))
    throw new Failed(`there is no database ${database}; \`openshelf open\` makes one`)
}

/** Does the work of a command on the database that it names, tells the result, and lets go of the database. */
export const onDatabase = async <A>(
  { write, finish }: Terminal,
  given: Shared,
  work: (library: Library, tools: { readonly at: number; readonly progress: Progress }) => Promise<A>,
  tell: (result: A) => { readonly text: string; readonly code: number },
  { makes = false }: { readonly makes?: boolean } = {}
): Promise<void> => {
  if (!makes) requireThere(given.database)
  const library = await openDatabase(given.database)
  try {
    const progress = given.json ? silent : progressOn(process.stderr)
    const result = await work(library, { at: given.at ?? Date.now(), progress })
    const { text, code } = tell(result)
    // What is escaped in JSON stands for the same text.
    write(given.json ? visible(JSON.stringify(result)) : text)
    finish(code)
  } catch (failure) {
    throw failure instanceof StorageFault
      ? new Failed(`${databaseName(given.database)}: ${failureText(failure)}`)
      : failure
  } finally {
    await library.close()
  }
}
