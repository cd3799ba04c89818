import type { Statement } from "@openshelf/storage-sql"
import { beforeAll, describe, expect, it } from "vitest"
import { type Opened, open } from "./open.ts"

/** What the engine says of a step of its plan when it reads a table from one end to the other. */
const wholeTable = /^SCAN (?!word\b)|\(tenant_id=\?\)$/

/** Reads all of one tenant: that is what it is for. */
const ofWholeTenant = (name: string): boolean =>
  name === "documents" || name === "documents_version" || name === "all_tenants"

describe("plans of an empty file, which hold for a full one", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open({ file: ":memory:" })
    return () => opened.close()
  })
  const plan = ({ sql, parameters }: Statement): ReadonlyArray<string> =>
    opened.store.connection.file
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters.map(() => null))
      .map(({ detail }) => detail)
  const compiled = (): ReadonlyArray<Statement> => statementsIn(opened.store.statements)

  it("no statement reads a whole table or a whole tenant", () => {
    const bad = compiled()
      .filter(({ name }) => !ofWholeTenant(name))
      .flatMap((statement) =>
        plan(statement)
          .filter((step) => wholeTable.test(step))
          .map((step) => `${statement.name}: ${step}`)
      )
    expect(bad.filter((step) => !/SEARCH tenant /.test(step))).toEqual([])
  })

  it("every index is used by some statement, or keeps something unique", () => {
    const used = compiled().flatMap(plan).join("\n")
    const indexes = opened.store.connection.file
      .prepare<[], string>("select name from sqlite_schema where type = 'index' and sql is not null")
      .pluck()
      .all()
    expect(indexes.length).toBeGreaterThan(5)
    expect(indexes.filter((name) => !used.includes(`INDEX ${name} `))).toEqual([])
  })

  it("a statement is planned once, not anew for each value", () => {
    const { connection, statements } = opened.store
    const sql = statements.slots.loansOfReader.statement.sql
    const prepared = connection.file.prepare(sql).raw(true)
    const [bound, rebound] = [connection.file.prepare(sql).raw(true), prepared]
    const values = statements.slots.loansOfReader.values("town", { card: "c" as never })
    bound.bind(...values)
    const time = (run: () => unknown): number => {
      for (let at = 0; at < 200; at++) run()
      const start = process.hrtime.bigint()
      for (let at = 0; at < 2000; at++) run()
      return Number(process.hrtime.bigint() - start)
    }
    const ratios = [1, 2, 3].map(() => time(() => rebound.all(values)) / time(() => bound.all()))
    // Planning takes some fifty times what this statement does on an empty table.
    expect(Math.min(...ratios)).toBeLessThan(10)
  })
})

const statementsIn = (value: unknown): ReadonlyArray<Statement> => {
  if (typeof value !== "object" || value === null) return []
  if ("sql" in value && "parameters" in value) return [value as Statement]
  return Object.values(value).flatMap(statementsIn)
}
