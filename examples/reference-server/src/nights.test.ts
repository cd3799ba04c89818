import { compileCalendar, openLibrary } from "@openshelf/core"
import { layerMemory } from "@openshelf/core/memory"
import { expect, it } from "vitest"
import { faultName, nextNight, nights } from "./nights.ts"

const branchIn = (zone: string) => {
  const branch = compileCalendar({ branches: { main: { name: {}, zone, hours: {} } } }).branch("main")
  if (branch === undefined) throw new Error("no branch")
  return branch
}

it.each([
  ["before two", "Asia/Shanghai", "2026-03-02T01:59:59+08:00", "2026-03-02T02:00:00+08:00"],
  ["at two", "Asia/Shanghai", "2026-03-02T02:00:00+08:00", "2026-03-03T02:00:00+08:00"],
  ["in the evening", "Asia/Shanghai", "2026-03-02T22:00:00+08:00", "2026-03-03T02:00:00+08:00"],
  ["two o'clock is left out", "Europe/Berlin", "2026-03-28T12:00:00+01:00", "2026-03-29T03:00:00+02:00"],
  ["two o'clock comes twice", "Europe/Berlin", "2026-10-24T12:00:00+02:00", "2026-10-25T02:00:00+02:00"]
])("%s: the next night is the branch's own", (_, zone, now, next) => {
  expect(new Date(nextNight(branchIn(zone), Date.parse(now)))).toEqual(new Date(next))
})

const policy = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: {},
  itemTypes: {},
  limits: {},
  rows: []
}
const calendar = { branches: { main: { name: {}, zone: "Asia/Shanghai", hours: {} } } }

it("does a night's work at once, and lets go when it is stopped", async () => {
  const library = await openLibrary({ storage: layerMemory })
  const opened = await library.openTenant({ tenant: "town", name: "Town", policy, calendar, at: 0 })
  const said: Array<string> = []
  const stop = nights({ library, tenant: "town", say: (line) => said.push(line) })
  await stop()
  await library.close()
  expect([opened, said]).toEqual([{ ok: true, version: 1 }, []])
})

it("says what stood in its way, and goes on", async () => {
  const library = await openLibrary({ storage: layerMemory })
  const said: Array<string> = []
  await nights({ library, tenant: "nowhere", say: (line) => said.push(line) })()
  await library.close()
  expect(said).toEqual(["the night failed (TenantUnknown); it is tried again the next night"])
})

it("names a fault without its message", () => {
  expect(faultName(new TypeError("select * from reader"))).toBe("TypeError")
  expect(faultName({ _tag: "StorageFault", cause: "secret" })).toBe("StorageFault")
  expect(faultName("secret")).toBe("fault")
})
