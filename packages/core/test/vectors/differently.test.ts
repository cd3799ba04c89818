import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { vectorEntries, withoutVectors } from "./vectorEntries.ts"

const folder = new URL("./differently/", import.meta.url)
const reasons = readdirSync(folder).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, string>)
)

/** Entries about policy, calendars, due dates, limits, blocks, renewals and lost items. */
const entryCount = 259

it("answers at most one in twenty of the facts differently, each with a reason", () => {
  expect(reasons.length).toBeLessThanOrEqual(entryCount / 20)
  for (const [, why] of reasons) expect(why.length).toBeGreaterThan(20)
})

it.skipIf(withoutVectors !== null)(
  `names only entries that there are${withoutVectors ? `, ${withoutVectors}` : ""}`,
  () => {
    const ids = vectorEntries.map(({ id }) => id)
    for (const [id] of reasons) expect(ids).toContain(id)
  }
)
