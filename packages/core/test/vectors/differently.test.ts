import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { vectorEntries, withoutVectors } from "./vectorEntries.ts"

/** Lists of facts that are counted together: how many entries there are, and the files of reasons for them. */
const lists: Readonly<Record<string, { readonly entries: number; readonly files: ReadonlyArray<string> }>> = {
  "policy, calendars, due dates, limits, blocks and renewals": {
    entries: 226,
    files: ["due.json", "lending.json", "limits.json", "renewals.json", "rules.json"]
  },
  "reservations, queues, pickup and copies on their way": { entries: 127, files: ["reservations.json"] },
  "accounts, being late, and losses": { entries: 112, files: ["accounts.json", "losses.json", "penalties.json"] }
}

const folder = new URL("./differently/", import.meta.url)
const reasonsIn = (file: string): ReadonlyArray<readonly [id: string, why: string]> =>
  Object.entries(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, string>)

describe.each(Object.entries(lists))("facts about %s", (_, { entries, files }) => {
  const reasons = files.flatMap(reasonsIn)

  it("are answered differently in one of twenty at most, each with a reason", () => {
    expect(reasons.length).toBeLessThanOrEqual(entries / 20)
    for (const [, why] of reasons) expect(why.length).toBeGreaterThan(20)
  })

  it.skipIf(withoutVectors !== null)(`are all there${withoutVectors ? `, ${withoutVectors}` : ""}`, () => {
    const ids = vectorEntries.map(({ id }) => id)
    for (const [id] of reasons) expect(ids).toContain(id)
  })
})

it("counts every file of reasons in one list", () => {
  const counted = Object.values(lists).flatMap(({ files }) => files)
  expect([...counted].sort()).toEqual(readdirSync(folder).sort())
})
