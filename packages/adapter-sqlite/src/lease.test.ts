import { spawn } from "node:child_process"
import { once } from "node:events"
import Database from "better-sqlite3"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { faultOfOpening, opened } from "../test/opened.ts"
import { tempFile } from "../test/tempFolder.ts"

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
const tenant = (name: string) => ({ tenant: name, name, currency: "EUR", openedAt: 1 })

describe("the one server of a file", () => {
  it("a second one is refused with who has it and since when; once that one closes, it opens", async () => {
    const file = tempFile()
    const first = await opened({ file, server: { name: "desk server" } })
    const fault = await faultOfOpening({ file, server: { name: "other" } })
    expect(fault.code).toBe("inUse")
    expect(fault.message).toContain("desk server")
    expect(fault.message).toContain(`process ${process.pid}`)
    expect(fault.message).toContain(new Date().toISOString().slice(0, 10))
    await first.close()
    await opened({ file, server: { name: "other" } })
  })

  it("keeps it for as long as it lives", async () => {
    const file = tempFile()
    await opened({ file, server: { name: "desk server", leaseMs: 150 } })
    await sleep(500)
    expect((await faultOfOpening({ file, server: { name: "other" } })).code).toBe("inUse")
  })

  it("lets processes in that are none", async () => {
    const file = tempFile()
    await opened({ file, server: { name: "desk server" } })
    const { storage } = await opened({ file })
    await Effect.runPromise(storage.openTenant(tenant("town")))
  })

  it("killed blocks the next only until its lease ends", async () => {
    const file = tempFile()
    const program = `
      const { ManagedRuntime, Effect } = await import("effect")
      const { sqliteStorage } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)})
      const server = { name: "doomed", leaseMs: 1500 }
      const runtime = ManagedRuntime.make(sqliteStorage({ file: ${JSON.stringify(file)}, server }))
      await runtime.runPromise(Effect.void)
      console.log("serving")
      setInterval(() => {}, 1000)
    `
    const flags = ["--conditions=@openshelf/source", "--input-type=module", "--eval", program]
    const child = spawn(process.execPath, flags, { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] })
    await once(child.stdout, "data")
    child.kill("SIGKILL")
    await once(child, "exit")
    expect((await faultOfOpening({ file, server: { name: "next" } })).message).toContain("doomed")
    await sleep(1600)
    await opened({ file, server: { name: "next" } })
  })

  it("that stood still while another took over carries nothing out any more", async () => {
    const file = tempFile()
    const { storage } = await opened({ file, server: { name: "slow", leaseMs: 100 } })
    const other = new Database(file)
    other.exec("update lease set owner = 'quick', fencing = fencing + 1, expires_at = expires_at + 60000")
    other.close()
    await sleep(200)
    const fault = await Effect.runPromise(Effect.flip(storage.openTenant(tenant("town"))))
    expect(fault._tag).toBe("StorageFault")
    expect(String((fault as { cause?: unknown }).cause)).toContain("another server")
  })

  it("that stood still for longer than its lease goes on if nobody took it", async () => {
    const file = tempFile()
    const { storage } = await opened({ file, server: { name: "slow", leaseMs: 60 } })
    const until = Date.now() + 200
    while (Date.now() < until);
    await Effect.runPromise(storage.openTenant(tenant("town")))
  })
})
