import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatInstant, parseInstant } from "./instantText.ts"

describe("an instant as text", () => {
  it.each([
    ["2026-11-24T09:30:00+08:00", "2026-11-24T01:30:00.000Z"],
    ["2026-11-24T09:30Z", "2026-11-24T09:30:00.000Z"],
    ["2028-02-29T00:00:00.5-03:30", "2028-02-29T03:30:00.500Z"]
  ])("reads %s", (text, expected) => {
    expect(Result.map(parseInstant(text), formatInstant)).toEqual(Result.succeed(expected))
  })

  it.each([
    "2026-11-24",
    "2026-11-24T09:30",
    "2026-02-29T00:00Z",
    "0000-01-01T00:00Z",
    "9999-01-01T00:00Z",
    "24.11.2026",
    "",
    "2026-11-24T25:00Z"
  ])("refuses %s", (text) => {
    expect(Result.isFailure(parseInstant(text))).toBe(true)
  })

  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2999, 11) }), (instant) => {
        expect(parseInstant(formatInstant(instant))).toEqual(Result.succeed(instant))
      })
    )
  })
})
