import { type Decision, type RunRequest, Storage } from "@openshelf/core"
import { titleRow } from "@openshelf/core/testing"
import { Effect, ManagedRuntime, Result } from "effect"
import { beforeEach, describe, expect, inject, it, onTestFinished } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { proxyTo } from "../test/proxy.ts"
import { postgresStorage } from "./postgresStorage.ts"

const server = inject("postgresUrl")
const nothing: Decision<string> = {
  insert: {},
  update: {},
  guard: {},
  count: [],
  charges: [],
  credits: [],
  cut: {},
  receipt: ""
}

type ByNumber = { readonly titleByControlNumber: { readonly source: string; readonly controlNumber: string } }
type AddsTitle = RunRequest<ByNumber, string>

/** A command that adds a title unless its number is known. */
const adds = (id: string, controlNumber = id): AddsTitle => ({
  tenant: "town",
  name: "addTitle",
  keyHash: `key ${id}`,
  contentHash: "content",
  at: 1,
  documentsVersion: 0,
  lookup: { titleByControlNumber: { source: "loc", controlNumber } },
  decide: ({ titleByControlNumber: known }) =>
    known === null
      ? Result.succeed({ ...nothing, receipt: id, insert: { title: [titleRow(id, { source: "loc", controlNumber })] } })
      : Result.succeed({ ...nothing, receipt: `known as ${known.titleId}` })
})

describe.skipIf(server === null)("a list of commands", () => {
  let database: FreshDatabase
  beforeEach(async () => {
    database = await freshDatabase(server as string)
    return () => database.drop()
  })
  const scene = async () => {
    const proxy = await proxyTo(database.url)
    let flushes = 0
    const layer = postgresStorage({ url: proxy.url, poolMax: 2, onRoundTrip: () => flushes++ })
    const runtime = ManagedRuntime.make(layer)
    onTestFinished(() => runtime.dispose())
    const storage = await runtime.runPromise(Effect.service(Storage))
    await Effect.runPromise(storage.openTenant({ tenant: "town", name: "Town", currency: "EUR", openedAt: 1 }))
    const receiptsOf = async (requests: ReadonlyArray<AddsTitle>): Promise<ReadonlyArray<unknown>> => {
      const outcomes = await Effect.runPromise(storage.commitMany("town", requests))
      return outcomes.map((outcome) =>
        Result.isSuccess(outcome) && Result.isSuccess(outcome.success) ? outcome.success.success : outcome
      )
    }
    return { proxy, receiptsOf, trips: () => flushes }
  }
  const first = (receipt: string) => ({ receipt, repeated: false })
  const stored = async (): Promise<ReadonlyArray<unknown>> =>
    (await database.query("select title_id from title order by 1")).map((row) => row.title_id)

  it("takes two round trips, not two each", async () => {
    const { receiptsOf, trips } = await scene()
    const ids = Array.from({ length: 100 }, (_, at) => `t${at}`)
    const before = trips()
    expect(await receiptsOf(ids.map((id) => adds(id)))).toEqual(ids.map(first))
    expect(trips() - before).toBe(2)
    expect((await stored()).length).toBe(100)
  })

  it("lets one that wants what an earlier one brings look again, and see it", async () => {
    const { receiptsOf, trips } = await scene()
    const before = trips()
    expect(await receiptsOf([adds("a"), adds("b"), adds("c", "a"), adds("d")])).toEqual([
      first("a"),
      first("b"),
      first("known as a"),
      first("d")
    ])
    expect(trips() - before).toBe(4)
    expect(await stored()).toEqual(["a", "b", "d"])
  })

  it("whose answer gets lost has the effect of each command once, and their own receipts", async () => {
    const { proxy, receiptsOf } = await scene()
    proxy.doom("lose the answer")
    const ids = ["a", "b", "c", "d"]
    expect(await receiptsOf(ids.map((id) => adds(id)))).toEqual(ids.map(first))
    expect(await stored()).toEqual(ids)
    expect(await receiptsOf(ids.map((id) => adds(id)))).toEqual(ids.map((id) => ({ receipt: id, repeated: true })))
  })

  it("whose commit gets lost is carried out all the same", async () => {
    const { proxy, receiptsOf } = await scene()
    proxy.doom("lose the commit")
    const ids = ["a", "b", "c", "d"]
    expect(await receiptsOf(ids.map((id) => adds(id)))).toEqual(ids.map(first))
    expect(await stored()).toEqual(ids)
  })
})
