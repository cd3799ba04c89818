import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { openLibrary } from "@openshelf/core"
import { Effect } from "effect"
import { afterAll, describe, expect, it } from "vitest"
import { calendar, policy } from "./rules.ts"
import { layer, lend } from "./withEffect.ts"

const folder = mkdtempSync(join(tmpdir(), "openshelf-embed-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("the examples of embedding", () => {
  it("lend, refuse, take back and check, as promises", () => {
    const main = join(import.meta.dirname, "main.ts")
    const said = execFileSync(process.execPath, ["--conditions=@openshelf/source", main], { encoding: "utf8" })
    expect(said).toMatch(/^due \d{4}-\d\d-\d\dT/)
    expect(said).toContain("refused: [ 'LentToReader' ]")
    expect(said).toContain("returned; charge: null")
    expect(said).toContain("broken invariants: 0")
  })

  it("lend and refuse, as Effect services", async () => {
    const file = join(folder, "library.sqlite")
    const at = Date.now()
    const library = await openLibrary({ storage: sqliteStorage({ file }) })
    await library.openTenant({ tenant: "town", name: "Town", policy, calendar, at })
    const desk = library.at({ tenant: "town", branch: "main", actor: { kind: "job", name: "test" }, channel: "job" })
    const added = await desk.addTitle({ description: { title: "Middlemarch" }, key: "1", at })
    if (!added.ok) throw new Error("the title was not added")
    await desk.addItem({ title: added.receipt.titleId, barcode: "1001", type: "book", key: "2", at })
    await desk.registerReader({ card: "7001", name: "Ada", category: "adult", key: "3", at })
    await library.close()

    const both = Effect.gen(function* () {
      return [yield* lend("1001", "7001", "4", at), yield* lend("1001", "7001", "5", at)]
    })
    const [first, second] = await Effect.runPromise(Effect.provide(both, layer(file)))
    expect(first).toMatch(/^due \d{4}-/)
    expect(second).toBe("refused: LentToReader")
  })
})
