import { describe, expect, it } from "vitest"
import { explainDue } from "./dueDates.ts"

describe("the example of due dates", () => {
  it("says by which steps a loan came to its due date", () => {
    expect(explainDue("2026-11-30T10:00:00+01:00", 1)).toEqual([
      "period: 2026-12-29T23:00:00.000Z",
      "closedDay: 2027-01-06T23:00:00.000Z",
      "closing: 2027-01-07T17:00:00.000Z"
    ])
  })

  it("caps a long one at the term, and has none outside", () => {
    expect(explainDue("2026-11-30T10:00:00+01:00", 6)).toEqual([
      "period: 2027-05-29T22:00:00.000Z",
      "schedule: 2027-02-04T23:00:00.000Z",
      "closing: 2027-02-06T01:00:00.000Z"
    ])
    expect(explainDue("2026-09-01T10:00:00+02:00", 1)).toEqual(["OutsideDueSchedule"])
  })
})
