import { describe, expect, it } from "vitest"
import { readDemoData } from "./data.ts"
import { openSpans } from "./openSpans.ts"

const { branches } = readDemoData().calendar

const spans = (id: string, day: string): ReadonlyArray<string> => {
  const branch = branches[id]
  if (branch === undefined) throw new Error(`no branch ${id}`)
  return openSpans(branch, day).map(
    ({ opens, closes }) => `${new Date(opens).toISOString()}/${new Date(closes).toISOString()}`
  )
}

describe("the hours of the demo branches", () => {
  it.each([
    [
      "a weekday, eight hours east of Greenwich",
      "central",
      "2026-11-24",
      ["2026-11-24T01:00:00.000Z/2026-11-24T12:30:00.000Z"]
    ],
    ["a Monday at the branch that closes on Mondays", "riverside", "2026-11-23", []],
    [
      "a day with a noon break",
      "hillside",
      "2026-11-24",
      ["2026-11-24T01:00:00.000Z/2026-11-24T04:00:00.000Z", "2026-11-24T05:30:00.000Z/2026-11-24T10:00:00.000Z"]
    ],
    ["the middle of a holiday of several days", "central", "2026-10-02", []],
    ["shorter hours for one day", "central", "2026-12-31", ["2026-12-31T01:00:00.000Z/2026-12-31T08:00:00.000Z"]],
    [
      "a Sunday on which the branch opens all the same",
      "hillside",
      "2028-04-23",
      ["2028-04-23T01:00:00.000Z/2028-04-23T04:00:00.000Z", "2028-04-23T05:30:00.000Z/2028-04-23T12:00:00.000Z"]
    ]
  ])("%s", (_, branch, day, expected) => {
    expect(spans(branch, day)).toEqual(expected)
  })
})
