import { tables } from "@openshelf/core/tables"
import {
  builderFor,
  type MigrateOptions,
  migrate,
  migrations,
  type RunStatement,
  sqliteTraits
} from "@openshelf/storage-sql"
import Database from "better-sqlite3"
import { describe, expect, it } from "vitest"
import { faultOfOpening, opened } from "../test/opened.ts"
import { tempFile } from "../test/tempFolder.ts"

const newest = migrations.length

const schemaOf = (file: string): ReadonlyArray<unknown> => {
  const database = new Database(file, { readonly: true })
  const rows = schemaIn(database)
  database.close()
  return rows
}

const schemaIn = (database: Database.Database): ReadonlyArray<unknown> =>
  database
    .prepare("select type, name, tbl_name, sql from sqlite_schema where name not like 'sqlite_stat%' order by name")
    .all()

const versionOf = (file: string): unknown => {
  const database = new Database(file, { readonly: true })
  const row = database.prepare("select version, owner from openshelf_schema").get()
  database.close()
  return row
}

const runOn =
  (database: Database.Database): RunStatement =>
  async (sql, values) => {
    const statement = database.prepare<unknown[], Record<string, unknown>>(sql)
    if (statement.reader) return { rows: statement.all(...values), changed: 0 }
    return { rows: [], changed: statement.run(...values).changes }
  }

const options = (run: RunStatement, fields: Partial<MigrateOptions> = {}): MigrateOptions => ({
  run,
  builder: builderFor(sqliteTraits),
  database: "the file",
  schema: null,
  owner: "a test",
  now: Date.now,
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  ...fields
})

describe("the schema of a file", () => {
  it("is made once; opening again changes nothing", async () => {
    const file = tempFile()
    await (await opened({ file })).close()
    const made = schemaOf(file)
    expect(versionOf(file)).toEqual({ version: newest, owner: null })
    await (await opened({ file })).close()
    expect(schemaOf(file)).toEqual(made)
  })

  it("is made once by processes that open it at the same moment", async () => {
    const file = tempFile()
    const databases = Array.from({ length: 4 }, () => new Database(file, { timeout: 1000 }))
    await Promise.all(
      databases.map((database, at) => migrate(options(runOn(database), { owner: `process ${at}`, waitMs: 20_000 })))
    )
    for (const database of databases) database.close()
    const alone = tempFile()
    await (await opened({ file: alone })).close()
    expect(schemaOf(file)).toEqual(schemaOf(alone))
  })

  it("is finished after a stop before any step, or just after it", async () => {
    const whole = await interrupted(Number.POSITIVE_INFINITY, "before")
    const made = schemaIn(whole.database)
    expect(whole.taken).toBeGreaterThan(50)
    for (let step = 1; step <= whole.taken; step++) {
      for (const when of ["before", "after"] as const) {
        const { database } = await interrupted(step, when)
        await migrate(options(runOn(database)))
        expect(schemaIn(database), `${when} step ${step}`).toEqual(made)
        expect(database.prepare("select version from openshelf_schema").pluck().get()).toBe(newest)
        database.close()
      }
    }
  })

  it("newer than the program is refused with both versions named, and left as it is", async () => {
    const file = tempFile()
    await (await opened({ file })).close()
    const database = new Database(file)
    database.exec("update openshelf_schema set version = 99")
    database.close()
    const before = schemaOf(file)
    const fault = await faultOfOpening({ file })
    expect(fault.code).toBe("schemaNewer")
    expect(fault.message).toMatch(new RegExp(`version 99.*up to ${newest}`, "s"))
    expect(schemaOf(file)).toEqual(before)
  })

  it("older is brought up to date", async () => {
    const file = tempFile()
    const database = new Database(file)
    await migrate(options(runOn(database), { known: migrations.slice(0, 3) }))
    database.close()
    expect(versionOf(file)).toMatchObject({ version: 3 })
    await (await opened({ file })).close()
    expect(versionOf(file)).toMatchObject({ version: newest })
  })

  it("held by a process that does not end is refused in bounded time, naming it; one that died is not waited for long", async () => {
    const file = tempFile()
    const database = new Database(file)
    const run = runOn(database)
    let now = 0
    const sleep = async (milliseconds: number): Promise<void> => {
      now += milliseconds
    }
    const time = { now: () => now, sleep }
    const dies: RunStatement = async (sql, values) => {
      if (/create table if not exists "item"/.test(sql)) return new Promise(() => {})
      return run(sql, values)
    }
    void migrate(options(dies, { ...time, owner: "desk one", holdMs: 30_000 }))
    await new Promise((done) => setTimeout(done, 50))
    await expect(migrate(options(run, { ...time, owner: "desk two", waitMs: 5000 }))).rejects.toMatchObject({
      code: "schemaHeld",
      message: expect.stringContaining("desk one")
    })
    await migrate(options(run, { ...time, owner: "desk two", waitMs: 60_000 }))
    expect(now).toBeLessThan(40_000)
    database.close()
    expect(versionOf(file)).toEqual({ version: newest, owner: null })
  })

  it("has a hook behind each table of a tenant, for engines that spread tables", async () => {
    const database = new Database(":memory:")
    const seen: Array<string> = []
    const afterTable = (table: string) => {
      seen.push(table)
      return null
    }
    await migrate(options(runOn(database), { afterTable }))
    expect(seen).toContain("tenant")
    expect(seen.length).toBe(Object.keys(tables).length + 1)
  })
})

/** A migration whose connection breaks for good before or after a statement. */
const interrupted = async (step: number, when: "before" | "after") => {
  const database = new Database(":memory:")
  const run = runOn(database)
  let taken = 0
  const breaks: RunStatement = async (sql, values) => {
    taken++
    if (taken > step || (taken === step && when === "before")) throw new Error("interrupted, as asked for")
    const answer = await run(sql, values)
    if (taken === step) throw new Error("interrupted, as asked for")
    return answer
  }
  // Long ago, so that nobody has to wait for the hold of the one that was stopped.
  await migrate(options(breaks, { now: () => Date.now() - 3_600_000 })).catch(() => {})
  return { database, taken }
}
