import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest"
import { at, smallLibrary } from "../test/desk.ts"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"

const server = inject("postgresUrl")

describe.skipIf(server === null)("a crowd", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(server as string)
  })
  afterAll(() => database.drop())

  /** Holds a row in a transaction of its own until told to let go. */
  const holding = async (sql: string): Promise<() => Promise<void>> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    onTestFinished(() => client.end())
    await client.query("begin")
    await client.query(sql)
    return async () => void (await client.query("rollback"))
  }
  const lend = (copy: number, card: string, key: string) => ({ item: `b${copy}`, card, key, at })
  const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

  it("of commands for one connection: those that wait too long are busy in bounded time, nothing is written, the rest goes on", async () => {
    const { desk, library } = await smallLibrary({ url: database.url, poolMax: 1, connectMs: 200, lockMs: 5000 })
    const letGo = await holding("select 1 from item where barcode = 'b0' for update")
    const first = desk.checkOut(lend(0, "ada", "crowd 1"))
    await sleep(50)
    const start = Date.now()
    await expect(desk.checkOut(lend(1, "ben", "crowd 2"))).rejects.toMatchObject({ _tag: "Busy" })
    expect(Date.now() - start).toBeLessThan(2000)
    await letGo()
    expect(await first).toMatchObject({ ok: true })
    expect(await desk.checkOut(lend(1, "ben", "crowd 2"))).toMatchObject({ ok: true, repeated: false })
    expect(await library.check("town")).toEqual([])
  })

  it("behind a row that somebody holds: the command is tried again, and carried out once the row is free", async () => {
    const { desk } = await smallLibrary({ url: database.url, lockMs: 50 })
    const letGo = await holding("select 1 from item where barcode = 'b2' for update")
    const waiting = desk.checkOut(lend(2, "ada", "crowd 3"))
    await sleep(150)
    await letGo()
    expect(await waiting).toMatchObject({ ok: true })
  })

  it("behind a row that is never let go: busy in bounded time, nothing is written", async () => {
    const { desk, library } = await smallLibrary({ url: database.url, lockMs: 30 })
    const letGo = await holding("select 1 from item where barcode = 'b3' for update")
    await expect(desk.checkOut(lend(3, "ada", "crowd 4"))).rejects.toMatchObject({ _tag: "Busy" })
    await letGo()
    expect(await library.check("town")).toEqual([])
    expect(await desk.checkOut(lend(3, "ada", "crowd 4"))).toMatchObject({ ok: true, repeated: false })
  })
})
