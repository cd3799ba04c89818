import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../../calendar/calendar.ts"
import { decodeCalendar } from "../../calendar/decodeCalendar.ts"
import { Instant } from "../../calendar/instant.ts"
import { Minor } from "../../money/minor.ts"
import { reminderFees, remindersDue } from "./reminders.ts"
import { withinCaps } from "./settlementCaps.ts"
import { type SuspensionTerms, suspensionFor } from "./suspension.ts"

const week = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, ["09:00-18:00"]]))
const document = decodeCalendar({ branches: { main: { name: {}, zone: "Asia/Shanghai", hours: week } } })
const calendar = compileCalendar(Result.getOrThrow(document)).branch("main") as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(`${text}+08:00`))
/** A Thursday. */
const dueAt = at("2026-03-05T18:00")
const until = (text: string) => ({ dueAt, until: at(text), calendar })

const terms: SuspensionTerms = {
  days: 2,
  per: "day",
  every: 1,
  counts: "begun",
  counted: "always",
  grace: { days: 0 },
  graceIncluded: true,
  graceCounted: "always",
  amnesties: [],
  daysMax: "unlimited",
  onClosedDays: true,
  cumulative: false
}

describe("a suspension", () => {
  const monday = until("2026-03-09T10:00")
  it.each<[what: string, change: Partial<SuspensionTerms>, running: Instant | "forever" | null, end: string | null]>([
    ["lasts its days, that of the return the first of them", {}, null, "2026-03-17T00:00"],
    ["counts late days only while open, if told", { counted: "openDays" }, null, "2026-03-13T00:00"],
    ["counts its own days only while open, if told", { onClosedDays: false }, null, "2026-03-19T00:00"],
    ["is none within grace", { grace: { days: 4 } }, null, null],
    ["is for every second day, if told", { every: 2 }, null, "2026-03-13T00:00"],
    ["lasts no longer than told", { daysMax: 3 }, null, "2026-03-12T00:00"],
    ["runs beside one that runs", {}, at("2026-03-12T00:00"), "2026-03-17T00:00"],
    ["is none beside one that runs longer", {}, at("2026-03-18T00:00"), null],
    ["begins when one ends that runs, if told", { cumulative: true }, at("2026-03-12T00:00"), "2026-03-20T00:00"],
    ["begins at once after one that is over", { cumulative: true }, at("2026-03-08T00:00"), "2026-03-17T00:00"],
    ["adds nothing to one without end", { cumulative: true }, "forever", null]
  ])("%s", (_, change, running, end) => {
    const found = suspensionFor(monday, { ...terms, ...change }, running)
    expect(found?.until ?? null).toBe(end === null ? null : at(end))
  })
})

describe("a ladder of reminders", () => {
  const fee = (amount: number): Minor => Minor.make(amount)
  const ladder = {
    steps: [
      { daysAfterDue: 14, fee: fee(300) },
      { daysAfterDue: 1, fee: fee(0) },
      { daysAfterDue: 7, fee: fee(100) }
    ],
    onClosedDays: true,
    renewableAfter: false
  }

  it("comes rung by rung to those whose day has come", () => {
    expect(remindersDue(ladder, until("2026-03-05T23:00"))).toEqual([])
    const eighth = remindersDue(ladder, until("2026-03-13T09:00"))
    expect(eighth.map(({ number, on, fee }) => [number, on - calendar.localDay(dueAt), fee])).toEqual([
      [1, 1, 0],
      [2, 7, 100]
    ])
    const openDays = remindersDue({ ...ladder, onClosedDays: false }, until("2026-03-13T09:00"))
    expect(openDays.map(({ number }) => number)).toEqual([1])
  })

  it("costs what is not charged yet", () => {
    const all = remindersDue(ladder, until("2026-04-05T09:00"))
    expect([0, 1, 2, 3].map((charged) => reminderFees(all, charged))).toEqual([400, 400, 300, 0])
  })

  it("gives again what it gave before, and more", () => {
    const minutes = fc.integer({ min: 0, max: 40 * 1_440 })
    fc.assert(
      fc.property(minutes, minutes, fc.boolean(), (one, other, onClosedDays) => {
        const given = (late: number) =>
          remindersDue({ ...ladder, onClosedDays }, { dueAt, until: Instant.make(dueAt + late * 60_000), calendar })
        const [before, after] = [given(Math.min(one, other)), given(Math.max(one, other))]
        assert.deepEqual(after.slice(0, before.length), before)
      })
    )
  })
})

describe("caps of a visit and of a reader", () => {
  const amounts = fc.array(
    fc.integer({ min: 0, max: 500 }).map((n) => Minor.make(n)),
    { maxLength: 8 }
  )
  const cap = fc.oneof(
    fc.constant("unlimited" as const),
    fc.integer({ min: 0, max: 900 }).map((n) => Minor.make(n))
  )

  it("leave as much as they allow, and no amount above what it was", () => {
    fc.assert(
      fc.property(amounts, cap, cap, fc.integer({ min: 0, max: 500 }), (given, perVisit, perReader, owed) => {
        const kept = withinCaps(given, { perVisit, perReader }, Minor.make(owed))
        const total = (all: ReadonlyArray<number>): number => all.reduce((sum, amount) => sum + amount, 0)
        const room = perReader === "unlimited" ? Number.POSITIVE_INFINITY : Math.max(0, perReader - owed)
        const most = Math.min(perVisit === "unlimited" ? Number.POSITIVE_INFINITY : perVisit, room)
        assert.strictEqual(total(kept), Math.min(total(given), most))
        for (const [nth, amount] of kept.entries()) assert.isAtMost(amount, given[nth] ?? 0)
        assert.lengthOf(kept, given.length)
      })
    )
  })

  it("fill up in the order given", () => {
    const given = [300, 200, 100].map((amount) => Minor.make(amount))
    expect(withinCaps(given, { perVisit: Minor.make(400), perReader: "unlimited" }, Minor.make(0))).toEqual([
      300, 100, 0
    ])
  })
})
