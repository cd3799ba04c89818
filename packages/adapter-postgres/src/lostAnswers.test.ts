import { beforeEach, describe, expect, inject, it } from "vitest"
import { another, at, deskOf, smallLibrary } from "../test/desk.ts"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { proxyTo } from "../test/proxy.ts"

const server = inject("postgresUrl")

describe.skipIf(server === null)("a connection that breaks", () => {
  let database: FreshDatabase
  beforeEach(async () => {
    database = await freshDatabase(server as string)
    return () => database.drop()
  })
  const loans = async (): Promise<number> => Number((await database.query("select count(*) as n from loan"))[0]?.n)
  const lend = { item: "b0", card: "ada", key: "the loan", at }

  it("after the commit: the command is answered by its receipt, and a repeat by the same", async () => {
    const proxy = await proxyTo(database.url)
    const { desk } = await smallLibrary({ url: proxy.url })
    proxy.doom("lose the answer")
    const answer = await desk.checkOut(lend)
    expect(answer).toMatchObject({ ok: true, repeated: false })
    expect(await loans()).toBe(1)
    expect(await desk.checkOut(lend)).toEqual({ ...answer, repeated: true })
    expect(await loans()).toBe(1)
  })

  it("before the commit came through: the command is carried out once all the same", async () => {
    const proxy = await proxyTo(database.url)
    const { desk, library } = await smallLibrary({ url: proxy.url })
    proxy.doom("lose the commit")
    expect(await desk.checkOut(lend)).toMatchObject({ ok: true })
    expect(await loans()).toBe(1)
    expect(await library.check("town")).toEqual([])
  })

  it("after the commit, with a server out of reach: the outcome is unknown; asked again later it is the first receipt", async () => {
    const proxy = await proxyTo(database.url)
    const { desk } = await smallLibrary({ url: proxy.url })
    proxy.doom("lose the answer and the server")
    await expect(desk.checkOut(lend)).rejects.toMatchObject({ _tag: "OutcomeUnknown" })
    proxy.recover()
    expect(await desk.checkOut(lend)).toMatchObject({ ok: true, repeated: true })
    expect(await loans()).toBe(1)
    const elsewhere = deskOf(await another({ url: database.url }))
    expect(await elsewhere.checkOut(lend)).toMatchObject({ ok: true, repeated: true })
  })

  it("while idle: nobody notices but the next command, which gets a new one", async () => {
    const proxy = await proxyTo(database.url)
    const { desk } = await smallLibrary({ url: proxy.url })
    proxy.cutAll()
    await new Promise((done) => setTimeout(done, 100))
    expect(await desk.checkOut(lend)).toMatchObject({ ok: true })
  })

  it("by the server's own end, in the middle of twenty commands: each is carried out once or said to be unknown", async () => {
    const proxy = await proxyTo(database.url)
    const { library } = await smallLibrary({ url: proxy.url, poolMax: 4 })
    const answers = Array.from({ length: 20 }, (_, copy) =>
      deskOf(library)
        .checkOut({ item: `b${copy}`, card: copy % 2 === 0 ? "ada" : "ben", key: `loan ${copy}`, at })
        .then(
          (answer) => (answer.ok ? "done" : "refused"),
          (fault) => fault._tag as string
        )
    )
    await database.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'openshelf'")
    const outcomes = await Promise.all(answers)
    expect(outcomes.filter((outcome) => !["done", "StorageFault", "OutcomeUnknown", "Busy"].includes(outcome))).toEqual(
      []
    )
    for (const [copy, outcome] of outcomes.entries()) {
      if (outcome === "done") continue
      const again = { item: `b${copy}`, card: copy % 2 === 0 ? "ada" : "ben", key: `loan ${copy}`, at }
      expect(await deskOf(library).checkOut(again)).toMatchObject({ ok: true })
    }
    expect(await loans()).toBe(20)
    expect(await library.check("town")).toEqual([])
  })
})
