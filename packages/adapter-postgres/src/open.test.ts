import { openLibrary } from "@openshelf/core"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { type OpenFault, type PostgresOptions, postgresStorage } from "./index.ts"

const server = inject("postgresUrl")

const faultOf = async (options: PostgresOptions): Promise<OpenFault> => {
  try {
    await (await openLibrary({ storage: postgresStorage({ connectMs: 1000, ...options }) })).close()
  } catch (fault) {
    return fault as OpenFault
  }
  throw new Error("it opened")
}

describe("a server that is not there", () => {
  it("is named, without the password", async () => {
    const fault = await faultOf({ url: "postgres://ann:secret@127.0.0.1:1/shelf" })
    expect(fault).toMatchObject({ _tag: "OpenFault", code: "notFound", database: "127.0.0.1:1/shelf" })
    expect(fault.message).toContain("127.0.0.1:1/shelf")
    expect(JSON.stringify([fault.message, fault.database])).not.toContain("secret")
  })

  it("by an address that is none is told", async () => {
    expect((await faultOf({ url: "not an address" }))._tag).toBe("OpenFault")
  })
})

describe.skipIf(server === null)("a database that cannot be used", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(server as string)
  })
  afterAll(() => database.drop())

  it("is not there", async () => {
    const url = Object.assign(new URL(server as string), { pathname: "/nowhere" }).href
    const fault = await faultOf({ url })
    expect(fault).toMatchObject({ code: "notFound" })
    expect(fault.message).toContain("nowhere")
  })

  it("holds a table of another program by one of our names", async () => {
    await database.query("create schema taken")
    await database.query("create table taken.item (id int)")
    expect(await faultOf({ url: database.url, schema: "taken" })).toMatchObject({ code: "notOurs" })
    expect(await database.query("select count(*)::int as n from pg_tables where schemaname = 'taken'")).toEqual([
      { n: 1 }
    ])
  })

  it("keeps text in another encoding", async () => {
    const name = `latin_${process.pid}_${Date.now()}`
    await database.query(`create database ${name} encoding 'SQL_ASCII' template template0`)
    const fault = await faultOf({ url: Object.assign(new URL(database.url), { pathname: `/${name}` }).href })
    await database.query(`drop database ${name} with (force)`)
    expect(fault.code).toBe("unusable")
    expect(fault.message).toContain("SQL_ASCII")
  })

  it("lets no tables be made", async () => {
    const role = `reader_${process.pid}_${Date.now()}`
    await database.query(`create role ${role} login`)
    await database.query("create schema closed")
    const url = Object.assign(new URL(database.url), { username: role }).href
    const fault = await faultOf({ url, schema: "closed" })
    await database.query(`drop role ${role}`)
    expect(fault.code).toBe("notPermitted")
  })

  it("beside other tables, in a schema of its own, is used", async () => {
    await database.query("create schema app")
    await database.query("create table app.orders (id int)")
    await (await openLibrary({ storage: postgresStorage({ url: database.url, schema: "app" }) })).close()
    expect(await database.query("select version::int from app.openshelf_schema")).toEqual([{ version: 7 }])
  })
})
