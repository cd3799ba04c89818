import { copyFileSync } from "node:fs"
import { openLibrary } from "@openshelf/core"
import { describe, expect, it } from "vitest"
import { at, deskOf, smallLibrary } from "../test/desk.ts"
import { killedCommands } from "../test/killedCommands.ts"
import { type Ended, runAndDie } from "../test/runAndDie.ts"
import { tempFile } from "../test/tempFolder.ts"
import { sqliteStorage } from "./index.ts"

type Name = keyof typeof killedCommands

const giveAndDie = (file: string, name: Name, number: number, when: "before" | "after"): Promise<Ended> =>
  runAndDie("killedAt.ts", file, name, number, when)

/** A library of damage that costs, and for an inspection a loan that it may end. */
const prepare = async (name: Name): Promise<string> => {
  const file = tempFile()
  const library = await smallLibrary({ file })
  if (name === "inspect") {
    const { rows } = await library.scan("town", "document", null, 10)
    const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
    policy.compensations = {
      town: {
        damage: { kinds: { stain: [{ grade: "light", cost: { flat: "2.00" } }] } },
        suspensionDays: { accident: 1 }
      }
    }
    policy.rows[0].set.compensation = "town"
    expect((await library.publishPolicy({ tenant: "town", content: policy, at: at + 1, by: "t" })).ok).toBe(true)
    expect(await deskOf(library).checkOut({ item: "b0", card: "ada", key: "a loan", at })).toMatchObject({ ok: true })
  }
  await library.close()
  return file
}

describe("a process killed at any statement of a command", () => {
  it.each(["checkOut", "inspect"] as const)(
    "leaves it whole or not at all, and another process answers its repeat: %s",
    async (name) => {
      const prepared = await prepare(name)
      const copy = (): string => {
        const file = tempFile()
        copyFileSync(prepared, file)
        return file
      }
      const whole = JSON.parse((await giveAndDie(copy(), name, 1000, "before")).said)
      expect(whole.answer).toMatchObject({ ok: true })
      expect(whole.taken).toBeGreaterThan(6)
      // Killed after a statement is killed before the next one; after the last, the commit, there is no next.
      const kills = Array.from({ length: whole.taken }, (_, at) => [at + 1, "before"] as const)
      const ends = [...kills, [whole.taken, "after"] as const]
      for (let two = 0; two < ends.length; two += 2) {
        await Promise.all(ends.slice(two, two + 2).map(([number, when]) => holdsAfter(copy(), name, number, when)))
      }
    },
    120_000
  )
})

const holdsAfter = async (file: string, name: Name, number: number, when: "before" | "after"): Promise<void> => {
  const { table, give } = killedCommands[name]
  expect((await giveAndDie(file, name, number, when)).signal).toBe("SIGKILL")
  const library = await openLibrary({ storage: sqliteStorage({ file }) })
  const rows = async (): Promise<number> => (await library.scan("town", table, null, 10)).rows.length
  expect(await rows(), `${when} statement ${number}`).toBe(when === "before" ? 0 : 1)
  expect(await library.check("town")).toEqual([])
  expect(await give(deskOf(library))).toMatchObject({ ok: true, repeated: when === "after" })
  expect(await rows()).toBe(1)
  expect(await library.check("town")).toEqual([])
  expect(await library.replay("town")).toEqual([])
  await library.close()
}
