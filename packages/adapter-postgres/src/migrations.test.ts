import { openLibrary } from "@openshelf/core"
import { builderFor, type MigrateOptions, migrate, postgresTraits, type RunStatement } from "@openshelf/storage-sql"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { postgresStorage } from "./index.ts"

const server = inject("postgresUrl")

describe.skipIf(server === null)("the schema of a database", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(server as string)
  })
  afterAll(() => database.drop())

  const runOf = async (): Promise<RunStatement> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    onTestFinished(() => client.end())
    return async (sql, values) => {
      const { rows, rowCount } = await client.query(sql, [...values])
      return { rows, changed: rowCount ?? 0 }
    }
  }
  const options = (run: RunStatement, schema: string, fields: Partial<MigrateOptions> = {}): MigrateOptions => ({
    run,
    builder: builderFor(postgresTraits, schema),
    database: "the database",
    schema,
    owner: "a test",
    now: Date.now,
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    ...fields
  })
  const schemaOf = async (schema: string): Promise<unknown> => [
    await database.query(
      "select table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns where table_schema = $1 order by 1, ordinal_position",
      [schema]
    ),
    await database.query(
      "select indexname, replace(indexdef, $1 || '.', '') as def from pg_indexes where schemaname = $1 order by 1",
      [schema]
    ),
    await database.query(
      "select conname, contype, replace(pg_get_constraintdef(oid), $1 || '.', '') as def from pg_constraint where connamespace = $1::regnamespace order by 1",
      [schema]
    )
  ]
  const versionOf = async (schema: string): Promise<unknown> =>
    (await database.query(`select version::int as version from ${schema}.openshelf_schema`))[0]?.version

  it("is made once by processes that open it at the same moment; opening again changes nothing", async () => {
    const open = () => openLibrary({ storage: postgresStorage({ url: database.url, schema: "at_once" }) })
    const libraries = await Promise.all([open(), open(), open(), open()])
    await Promise.all(libraries.map((library) => library.close()))
    const made = await schemaOf("at_once")
    expect(await versionOf("at_once")).toBe(7)
    await (await open()).close()
    expect(await schemaOf("at_once")).toEqual(made)
  })

  it("is finished after a stop before or just after any step", { timeout: 120_000 }, async () => {
    const run = await runOf()
    await database.query("create schema whole")
    let steps = 0
    const counting: RunStatement = (sql, values) => {
      steps++
      return run(sql, values)
    }
    await migrate(options(counting, "whole"))
    const made = await schemaOf("whole")
    // Each step is a statement of its own: stopped before the next one is stopped after this one.
    for (let step = 1; step <= steps; step += 3) {
      const schema = `stopped_${step}`
      await database.query(`create schema ${schema}`)
      let taken = 0
      const stopping: RunStatement = async (sql, values) => {
        if (++taken > step) throw new Error("stopped, as asked for")
        return run(sql, values)
      }
      await migrate(options(stopping, schema, { now: () => Date.now() - 3_600_000 })).catch(() => {})
      await migrate(options(run, schema))
      expect(await schemaOf(schema), `after step ${step}`).toEqual(made)
      expect(await versionOf(schema)).toBe(7)
      await database.query(`drop schema ${schema} cascade`)
    }
  })

  it("newer than the program is refused with both versions named", async () => {
    const storage = postgresStorage({ url: database.url, schema: "newer" })
    await (await openLibrary({ storage })).close()
    await database.query("update newer.openshelf_schema set version = 99")
    const again = openLibrary({ storage: postgresStorage({ url: database.url, schema: "newer" }) })
    await expect(again).rejects.toMatchObject({
      code: "schemaNewer",
      message: expect.stringMatching(/version 99.*up to 7/s)
    })
  })
})
