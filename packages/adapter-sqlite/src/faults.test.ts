import { type Decision, type RunRequest, StorageFault } from "@openshelf/core"
import { titleRow } from "@openshelf/core/testing"
import Database from "better-sqlite3"
import { Effect, Exit, Result } from "effect"
import { describe, expect, it } from "vitest"
import { opened } from "../test/opened.ts"
import { tempFile } from "../test/tempFolder.ts"
import { runBatch, runCommand } from "./commands.ts"
import type { Connection } from "./connection.ts"
import { open } from "./open.ts"
import { committed } from "./transaction.ts"

const tenant = { tenant: "town", name: "Town", currency: "EUR", openedAt: 1 }

let keys = 0
const adds = (titleId: string, description = "{}"): RunRequest<object, null> => ({
  tenant: "town",
  name: "addTitle",
  keyHash: `key ${++keys}`,
  contentHash: "content",
  at: 1,
  documentsVersion: 0,
  lookup: {},
  decide: () => Result.succeed({ ...nothing, insert: { title: [titleRow(titleId, { description })] } })
})
const nothing: Decision<null> = {
  insert: {},
  update: {},
  guard: {},
  count: [],
  charges: [],
  credits: [],
  cut: {},
  receipt: null
}

describe("a file that another process is writing", () => {
  it("is waited for while everything else goes on, and the command is carried out when it is free", async () => {
    const file = tempFile()
    const { storage } = await opened({ file })
    await Effect.runPromise(storage.openTenant(tenant))
    const other = new Database(file)
    other.exec("begin immediate")
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    setTimeout(() => other.exec("rollback"), 200)
    await Effect.runPromise(storage.run(adds("t1")))
    clearInterval(ticking)
    other.close()
    expect(ticks).toBeGreaterThan(5)
  })

  it("for too long makes the command busy in bounded time; nothing is written, reading goes on", async () => {
    const file = tempFile()
    const { storage } = await opened({ file, busyTimeoutMs: 150 })
    await Effect.runPromise(storage.openTenant(tenant))
    const other = new Database(file)
    other.exec("begin immediate")
    const start = Date.now()
    const fault = await Effect.runPromise(Effect.flip(storage.run(adds("t1"))))
    expect(fault._tag).toBe("Busy")
    expect(Date.now() - start).toBeLessThan(2000)
    expect(await Effect.runPromise(storage.scan("town", "title", null, 10))).toEqual({ rows: [], next: null })
    const dryRun = { ...adds("t1"), dryRun: true }
    expect(Result.isSuccess(await Effect.runPromise(storage.run(dryRun)))).toBe(true)
    other.exec("rollback")
    other.close()
    await Effect.runPromise(storage.run(adds("t1")))
  })
})

describe("a disk that is full", () => {
  it("fails the command whole; the next one works once there is space", async () => {
    const { store, close } = await open({ file: tempFile() })
    const { file } = store.connection
    store.connection.change(store.statements.tenants.open, ["town", "Town", "EUR", 1])
    file.pragma(`max_page_count = ${file.pragma("page_count", { simple: true })}`)
    const big = "x".repeat(100_000)
    const exit = runCommand(store, adds("t1", big))
    expect(Exit.isFailure(exit) && Exit.findErrorOption(exit)).toMatchObject({ value: { _tag: "StorageFault" } })
    expect(file.prepare("select count(*) from title").pluck().get()).toBe(0)
    expect(file.inTransaction).toBe(false)
    file.pragma("max_page_count = 100000")
    expect(Exit.isSuccess(runCommand(store, adds("t1", big)))).toBe(true)
    close()
  })

  it("fails what does not fit of a list, or all of it, and nothing half", async () => {
    const { store, close } = await open({ file: tempFile() })
    const { file } = store.connection
    store.connection.change(store.statements.tenants.open, ["town", "Town", "EUR", 1])
    file.pragma(`max_page_count = ${(file.pragma("page_count", { simple: true }) as number) + 10}`)
    const exit = runBatch(store, "town", [adds("t1"), adds("t2", "x".repeat(200_000)), adds("t3")])
    const titles = file.prepare("select title_id from title order by 1").pluck().all()
    if (Exit.isFailure(exit)) expect(titles).toEqual([])
    else expect(titles).toEqual(["t1", "t3"])
    expect(file.inTransaction).toBe(false)
    close()
  })
})

describe("a commit that fails", () => {
  const failing = (code: string): Connection =>
    ({
      commit: () => {
        throw new Database.SqliteError("as asked for", code)
      }
    }) as unknown as Connection

  it("for want of space has written nothing", () => {
    expect(Exit.findErrorOption(committed(failing("SQLITE_FULL"), Exit.void))).toMatchObject({
      value: { _tag: "StorageFault" }
    })
  })

  it("as the disk failed may have written all", () => {
    expect(Exit.findErrorOption(committed(failing("SQLITE_IOERR_FSYNC"), Exit.void))).toMatchObject({
      value: { _tag: "OutcomeUnknown" }
    })
  })
})

describe("what cannot be asked for", () => {
  it.each([0, -1, 1.5, 1001, 1e9, Number.NaN])("a page of %s rows is a fault", async (limit) => {
    const { storage } = await opened({ file: ":memory:" })
    const asked = storage.read("town", { titlesFound: { text: "", after: null, limit } })
    expect(await Effect.runPromise(Effect.flip(asked))).toBeInstanceOf(StorageFault)
  })

  it.each(["", "x", "{}", "[]", "[1]", '["a"]', '["a","b","c"]', '["a",1]', '[null,"a"]', '["a","\\u0000"]'])(
    "the cursor %s is a fault",
    async (after) => {
      const { storage } = await opened({ file: ":memory:" })
      const asked = storage.read("town", { titlesFound: { text: "", after, limit: 5 } })
      expect(await Effect.runPromise(Effect.flip(asked))).toBeInstanceOf(StorageFault)
    }
  )
})
