import fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { redate } from "./redate.ts"
import type { RedateReport } from "./report.ts"

const date = (days: number): string => new Date(noon + days * day).toISOString().slice(0, 10)

const exceptions = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.boolean())
    .map(([from, length, closed]) => ({
      from: date(from),
      to: date(from + length),
      ...(closed ? { closed } : { hours: ["10:00-16:00"] })
    })),
  { maxLength: 4 }
)
const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = (names: ReadonlyArray<string>) => Object.fromEntries(names.map((name) => [name, ["09:00-18:00"]]))
const branch = fc.record({
  hours: fc.constantFrom(hours(week), hours(week.slice(0, 5)), hours(week.slice(1, 6))),
  exceptions
})
const calendar = fc.record({ main: branch, far: branch }).map(({ main, far }) => ({
  branches: {
    main: { name: {}, zone: "Asia/Shanghai", ...main },
    far: { name: {}, zone: "Asia/Shanghai", ...far }
  }
}))
const rules = fc.record({
  closedDays: fc.constantFrom("keep", "nextOpenDay", "previousOpenDay", "sameWeekday", "skipClosed", "endOfOpenHours"),
  dueTime: fc.constantFrom("closing", "endOfDay", "sameTime"),
  overdueOnClosedDays: fc.boolean(),
  pickupDays: fc.integer({ min: 0, max: 9 })
})

/** Loans of two branches, two that came back late, one of them paid in part, and a copy on each pickup shelf. */
const lived = async (set: object) => {
  const small = await smallLibrary()
  const { library, desk, far, title, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  const own = { "loanCountMax.all": "unlimited", debtMax: "unlimited", reservableOnShelf: true, ...set }
  policy.rows[0].set = { ...policy.rows[0].set, ...own }
  expect(await library.publishPolicy({ tenant, content: policy, at: noon, by: "anna" })).toMatchObject({ ok: true })
  const queued = [await title("A", ["a1"]), await title("B", ["b1"])] as const
  await title("C", ["c1", "c2", "c3", "c4", "c5"])
  const lend = async (at: number, item: string, when: number) =>
    receiptOf(await (at === 0 ? desk : far).checkOut({ item, card: "ada", at: noon + when * day, key: key() }))
  await lend(0, "c1", 0)
  await lend(1, "c2", 1)
  await lend(0, "c3", 2)
  await lend(0, "c4", 0)
  await lend(1, "c5", 1)
  const late = noon + 30 * day
  receiptOf(await desk.returnItem({ item: "c4", at: late, key: key() }))
  receiptOf(await far.returnItem({ item: "c5", at: late, key: key() }))
  receiptOf(await desk.pay({ card: "ada", amount: 50, method: "cash", at: late, key: key() }))
  receiptOf(await desk.reserve({ title: queued[0], card: "ben", at: late, key: key() }))
  receiptOf(await far.reserve({ title: queued[1], card: "ben", pickupBranch: "far", at: late, key: key() }))
  receiptOf(await desk.returnItem({ item: "a1", at: late, key: key() }))
  receiptOf(await far.returnItem({ item: "b1", at: late, key: key() }))
  return { ...small, late }
}

const moved = ({ loans, reservations, charges, failedCount }: RedateReport) => ({
  moved: loans.moved + reservations.moved + charges.moved,
  failedCount
})

describe("re-dating loans, pickup shelves and charges", () => {
  it("a second time changes nothing, whatever calendars came before; the preview told the first; all stays sound", async () => {
    let all = 0
    await fc.assert(
      fc.asyncProperty(rules, fc.array(calendar, { minLength: 1, maxLength: 3 }), async (set, calendars) => {
        const { library, late } = await lived(set)
        for (const [i, content] of calendars.entries()) {
          const at = late + (i + 1) * 60_000
          expect(await library.publishCalendar({ tenant, content, at, by: "anna" })).toMatchObject({ ok: true })
          const preview = await redate(library, { tenant, at, dryRun: true })
          const first = await redate(library, { tenant, at })
          expect(first).toEqual({ ...preview, preview: false })
          all += moved(first).moved
          expect(moved(await redate(library, { tenant, at: at + 1_000 }))).toEqual({ moved: 0, failedCount: 0 })
        }
        expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
      }),
      { numRuns: 15 }
    )
    expect(all).toBeGreaterThan(0)
  })

  it("stands aside for a desk after what it looks at, not for every day on which nothing is due", async () => {
    const { library, late } = await lived({})
    const spans = { main: hours(week.slice(0, 5)), far: hours(week) }
    const branches = Object.fromEntries(
      Object.entries(spans).map(([code, given]) => [code, { name: {}, zone: "Asia/Shanghai", hours: given }])
    )
    const published = await library.publishCalendar({ tenant, content: { branches }, at: late, by: "anna" })
    expect(published).toMatchObject({ ok: true })
    const waits = vi.spyOn(globalThis, "setTimeout")
    await redate(library, { tenant, at: late })
    expect(waits.mock.calls.length).toBeLessThan(60)
    waits.mockRestore()
  })
})
