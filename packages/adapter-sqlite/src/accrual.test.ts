import { copyFileSync } from "node:fs"
import { type Library, openLibrary } from "@openshelf/core"
import { nightlyAccrual } from "@openshelf/core/nights"
import { expect, it } from "vitest"
import { at, deskOf, smallLibrary } from "../test/desk.ts"
import { runAndDie } from "../test/runAndDie.ts"
import { tempFile } from "../test/tempFolder.ts"
import { sqliteStorage } from "./index.ts"

const loans = 8
const night = at + 40 * 86_400_000

/** Loans of two readers that are late, what that costs runs while they are out, and reminders are due. */
const overdue = async (file: string): Promise<void> => {
  const library = await smallLibrary({ file })
  const { rows } = await library.scan("town", "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  const reminders = [{ daysAfterDue: 3, fee: "0.50" }, { daysAfterDue: 9 }]
  Object.assign(policy.rows[0].set, { overdueAccrues: true, overdueCap: "unlimited", reminders })
  expect(await library.publishPolicy({ tenant: "town", content: policy, at, by: "anna" })).toMatchObject({ ok: true })
  for (let copy = 0; copy < loans; copy++) {
    const loan = { item: `b${copy}`, card: copy % 2 === 0 ? "ada" : "ben", key: `loan ${copy}`, at: at + 1 }
    expect(await deskOf(library).checkOut(loan)).toMatchObject({ ok: true })
  }
  await library.close()
}

const owed = async (library: Library) => {
  const charges = (await library.scan("town", "charge", null, 100)).rows
  return charges.map(({ kind, amount, outstanding }) => [kind, amount, outstanding]).toSorted()
}

it("a night killed anywhere leaves its slices whole, and run again charges and reminds once", {
  timeout: 120_000
}, async () => {
  const prepared = tempFile()
  await overdue(prepared)
  const copy = (): string => {
    const file = tempFile()
    copyFileSync(prepared, file)
    return file
  }
  const file = copy()
  const whole = JSON.parse((await runAndDie("jobKilledAt.ts", file, "accrue", 1_000_000, night)).said)
  expect(whole.changed).toBe(loans)
  const undisturbed = await openLibrary({ storage: sqliteStorage({ file }) })
  const wanted = await owed(undisturbed)
  await undisturbed.close()
  expect(wanted).toHaveLength(2 * loans)
  const partly = new Set<number>()
  for (const share of [0.05, 0.3, 0.55, 0.8, 0.99]) {
    const torn = copy()
    const { signal } = await runAndDie("jobKilledAt.ts", torn, "accrue", Math.ceil(whole.taken * share), night)
    expect(signal).toBe("SIGKILL")
    const library = await openLibrary({ storage: sqliteStorage({ file: torn }) })
    partly.add((await owed(library)).length)
    expect(await library.check("town")).toEqual([])
    await nightlyAccrual(library, { tenant: "town", at: night, slice: 3 })
    expect(await owed(library)).toEqual(wanted)
    expect(await nightlyAccrual(library, { tenant: "town", at: night })).toMatchObject({ changed: 0, reminded: 0 })
    expect(await library.check("town")).toEqual([])
    expect(await library.replay("town")).toEqual([])
    await library.close()
  }
  // Some were killed between slices, with a part of the loans charged.
  expect([...partly].some((count) => count > 0 && count < 2 * loans)).toBe(true)
})
