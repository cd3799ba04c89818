import { describe, expect, it } from "vitest"
import { enQueue } from "../page/language/enQueue.ts"
import { zhQueue } from "../page/language/zhQueue.ts"
import { hasRange, suspensionOf, waitText } from "../page/queue/waitText.ts"

describe("a wait, as people say it", () => {
  it.each<[string, readonly [number | null, number | null, number | null], string, string]>([
    ["days", [4.2, 9.6, 13], "about 10 days (between 4 and 13)", "约 10 天（4 至 13 天）"],
    ["weeks", [15, 21.4, 41], "about 3 weeks (between 2 and 6)", "约 3 周（2 至 6 周）"],
    ["months", [60, 122, 190], "about 4 months (between 2 and 6)", "约 4 个月（2 至 6 个月）"],
    ["one of them", [0.8, 1, 1.2], "about 1 day", "约 1 天"],
    ["less than a day", [0, 0.3, 2], "about 1 day (between 0 and 2)", "约 1 天（0 至 2 天）"],
    ["no end", [15, 42, null], "about 6 weeks, perhaps much longer", "约 6 周，也可能长得多"],
    ["years", [20_000, 26_000, 30_000], "more than two years", "两年以上"],
    ["none at all", [0, 0, 0], "no time, a copy is free", "无需等候，现有空闲馆藏"],
    ["more than was looked at", [15, null, null], "more than two years", "两年以上"],
    ["nobody knows", [null, null, null], "nobody can say, no copy is expected", "无法估计，没有可等到的馆藏"]
  ])("%s", (_, [low, median, high], inEnglish, inChinese) => {
    const wait = { low, median, high, within: { days: 730, chance: low === null ? 0 : 0.4 } }
    expect(waitText(wait, enQueue)).toBe(inEnglish)
    expect(waitText(wait, zhQueue)).toBe(inChinese)
    expect(hasRange(wait)).toBe(inEnglish.includes("("))
  })
})

describe("a suspension", () => {
  const now = Date.parse("2026-03-02T00:00:00Z")
  it.each([
    ["without end", { isSuspended: true, suspendedUntil: null }, { until: null }],
    [
      "until a day that lies ahead",
      { isSuspended: true, suspendedUntil: "2026-03-03T00:00:00Z" },
      { until: "2026-03-03T00:00:00Z" }
    ],
    ["that is over is none", { isSuspended: true, suspendedUntil: "2026-03-01T00:00:00Z" }, null],
    ["that is not", { isSuspended: false, suspendedUntil: null }, null]
  ])("%s", (_, of, expected) => expect(suspensionOf(of, now)).toEqual(expected))
})
