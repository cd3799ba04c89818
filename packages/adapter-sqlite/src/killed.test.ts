import { spawn } from "node:child_process"
import { copyFileSync } from "node:fs"
import { openLibrary } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { at, deskOf, smallLibrary } from "../test/desk.ts"
import { tempFile } from "../test/tempFolder.ts"
import { sqliteStorage } from "./index.ts"

interface Ended {
  readonly signal: string | null
  readonly said: string
}

const lendAndDie = (file: string, number: number, when: "before" | "after"): Promise<Ended> =>
  new Promise((resolve) => {
    const program = new URL("../test/killedAt.ts", import.meta.url).pathname
    const flags = ["--conditions=@openshelf/source", program, file, String(number), when]
    const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (text) => (said += text))
    child.once("close", (_, signal) => resolve({ signal, said }))
  })

describe("a process killed at any statement of a checkout", () => {
  it("leaves the loan whole or not at all, and another process answers its repeat", { timeout: 120_000 }, async () => {
    const prepared = tempFile()
    await (await smallLibrary({ file: prepared })).close()
    const copy = (): string => {
      const file = tempFile()
      copyFileSync(prepared, file)
      return file
    }
    const whole = JSON.parse((await lendAndDie(copy(), 1000, "before")).said)
    expect(whole.answer.ok).toBe(true)
    expect(whole.taken).toBeGreaterThan(6)
    // Killed after a statement is killed before the next one; after the last, the commit, there is no next.
    const kills = Array.from({ length: whole.taken }, (_, at) => [at + 1, "before"] as const)
    const ends = [...kills, [whole.taken, "after"] as const]
    for (let two = 0; two < ends.length; two += 2) {
      await Promise.all(ends.slice(two, two + 2).map(([number, when]) => holdsAfter(copy(), number, when)))
    }
  })
})

const holdsAfter = async (file: string, number: number, when: "before" | "after"): Promise<void> => {
  expect((await lendAndDie(file, number, when)).signal).toBe("SIGKILL")
  const library = await openLibrary({ storage: sqliteStorage({ file }) })
  const loans = async (): Promise<number> => (await library.scan("town", "loan", null, 10)).rows.length
  expect(await loans(), `${when} statement ${number}`).toBe(when === "before" ? 0 : 1)
  expect(await library.check("town")).toEqual([])
  const repeat = await deskOf(library).checkOut({ item: "b0", card: "ada", key: "the loan", at })
  expect(repeat).toMatchObject({ ok: true })
  expect(await loans()).toBe(1)
  expect(await library.check("town")).toEqual([])
  await library.close()
}
