import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { vectorEntries, withoutVectors } from "./vectorEntries.ts"

const folder = new URL("./differently/", import.meta.url)

const reasonsIn = (file: string): ReadonlyArray<readonly [id: string, why: string]> =>
  Object.entries(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, string>)

/** Facts that are counted together, and how many there are. */
const lists = [
  {
    about: "policy, calendars, due dates, limits, blocks and renewals",
    files: ["due.json", "lending.json", "limits.json", "renewals.json", "rules.json"],
    entryCount: 226
  },
  { about: "what a loss costs: accounts, fines, losses", files: ["accounts.json"], entryCount: 112 }
]

it.each(lists)(
  "answers at most one in twenty of the facts differently, each with a reason: $about",
  ({ files, entryCount }) => {
    const reasons = files.flatMap(reasonsIn)
    expect(reasons.length).toBeLessThanOrEqual(entryCount / 20)
    for (const [, why] of reasons) expect(why.length).toBeGreaterThan(20)
  }
)

it("counts every reason", () => {
  expect(lists.flatMap(({ files }) => files).sort()).toEqual(readdirSync(folder).sort())
})

it.skipIf(withoutVectors !== null)(
  `names only entries that there are${withoutVectors ? `, ${withoutVectors}` : ""}`,
  () => {
    const ids = vectorEntries.map(({ id }) => id)
    for (const { files } of lists) for (const [id] of files.flatMap(reasonsIn)) expect(ids).toContain(id)
  }
)
