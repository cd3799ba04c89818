import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import Database from "better-sqlite3"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { faultOfOpening, opened } from "../test/opened.ts"
import { tempFile } from "../test/tempFolder.ts"
import { open } from "./open.ts"
import { openFaultOf } from "./openFaultOf.ts"

const tenant = { tenant: "town", name: "Town", currency: "EUR", openedAt: 1 }

describe("opening a file", () => {
  it("makes it, and finds in it later what was put there", async () => {
    const file = tempFile()
    const first = await opened({ file })
    await Effect.runPromise(first.storage.openTenant(tenant))
    await first.close()
    const second = await opened({ file })
    expect(await Effect.runPromise(second.storage.tenants())).toEqual([{ ...tenant, documentsVersion: 0 }])
  })

  it("is let go of on a full disk too, where the log cannot be taken into it", async () => {
    const { store, close } = await open({ file: tempFile() })
    const { file } = store.connection
    file.pragma = () => {
      throw new Database.SqliteError("database or disk is full", "SQLITE_FULL")
    }
    close()
    expect(file.open).toBe(false)
  })

  it("leaves no log beside it when it is closed", async () => {
    const file = tempFile()
    const { close } = await opened({ file })
    expect(existsSync(`${file}-wal`)).toBe(true)
    await close()
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it.each([
    ["full", 2],
    ["normal", 1]
  ] as const)("synchronous %s is what the engine is told", async (synchronous, level) => {
    const { store, close } = await open({ file: tempFile(), synchronous })
    expect(store.connection.file.pragma("synchronous", { simple: true })).toBe(level)
    expect(store.connection.file.pragma("journal_mode", { simple: true })).toBe("wal")
    expect(store.connection.file.pragma("foreign_keys", { simple: true })).toBe(1)
    close()
  })
})

describe("what cannot be opened says why, and is left as it was", () => {
  it("a file that is no database", async () => {
    const file = tempFile("notes.txt")
    writeFileSync(file, "Return the books by Friday, please. ".repeat(50))
    const before = readFileSync(file)
    const fault = await faultOfOpening({ file })
    expect(fault).toMatchObject({ _tag: "OpenFault", code: "notADatabase", database: file })
    expect(fault.message).toContain(file)
    expect(readFileSync(file)).toEqual(before)
  })

  it("a database of another program", async () => {
    const file = tempFile()
    const other = new Database(file)
    other.exec("create table item (id integer primary key)")
    other.close()
    const before = readFileSync(file)
    const fault = await faultOfOpening({ file })
    expect(fault).toMatchObject({ code: "notOurs" })
    expect(fault.message).toContain("item")
    expect(readFileSync(file)).toEqual(before)
  })

  it("a folder that is not there", async () => {
    const file = `${dirname(tempFile())}/nowhere/shelf.sqlite`
    const fault = await faultOfOpening({ file })
    expect(fault).toMatchObject({ code: "notFound" })
    expect(fault.message).toContain("nowhere")
  })

  it("a folder in place of a file", async () => {
    const file = tempFile()
    mkdirSync(file)
    expect(await faultOfOpening({ file })).toMatchObject({ code: "notPermitted" })
  })

  it("a file and a folder that may only be read", async () => {
    const file = tempFile()
    await (await opened({ file })).close()
    chmodSync(file, 0o444)
    chmodSync(dirname(file), 0o555)
    const code = codeAsNobody(file)
    chmodSync(dirname(file), 0o755)
    expect(code).toBe("notPermitted")
  })

  it("a damaged file", async () => {
    const file = tempFile()
    await (await opened({ file })).close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 100, 4096)
    writeFileSync(file, bytes)
    expect((await faultOfOpening({ file })).code).toBe("unusable")
  })

  it("a disk that is full", () => {
    const fault = openFaultOf(new Database.SqliteError("database or disk is full", "SQLITE_FULL"), "/disk/shelf.sqlite")
    expect(fault).toMatchObject({ code: "full", database: "/disk/shelf.sqlite" })
    expect(fault.message).toContain("/disk/shelf.sqlite")
  })
})

/** Opens the file in a process that is not the superuser, to whom everything is permitted. */
const codeAsNobody = (file: string): string => {
  const program = `
    const { Effect, ManagedRuntime } = await import("effect")
    const { sqliteStorage } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)})
    const runtime = ManagedRuntime.make(sqliteStorage({ file: ${JSON.stringify(file)}, busyTimeoutMs: 100 }))
    await runtime.runPromise(Effect.void).then(() => console.log("opened"), (fault) => console.log(fault.code))
  `
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const flags = ["--conditions=@openshelf/source", "--input-type=module", "--eval", program]
  const { stdout, stderr } = spawnSync(process.execPath, flags, {
    ...nobody,
    encoding: "utf8",
    cwd: import.meta.dirname
  })
  return stdout.trim() || stderr
}
