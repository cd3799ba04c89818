import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { describe, expect, it } from "vitest"
import { isZone, zoneOf } from "./zone.ts"

/** Two changes a year, none, half an hour, three quarters of an hour off, a day skipped, a change that was dropped. */
const zones = [
  "Asia/Shanghai",
  "Europe/London",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "UTC"
]
const zone = fc.constantFrom(...zones)
const instant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2037, 0, 1) })

describe("a time zone as a table", () => {
  it("has the offset that Temporal has, at any instant", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1e6
        expect(zoneOf(name).offsetAt(at)).toBe(expected)
      }),
      { numRuns: 500 }
    )
  })

  it("gives the instant that Temporal gives for a local time: the first of two, moved on where it is skipped", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("UTC").toPlainDateTime()
        const expected = local.toZonedDateTime(name, { disambiguation: "compatible" }).epochMilliseconds
        expect(zoneOf(name).instantOf(at)).toBe(expected)
      }),
      { numRuns: 500 }
    )
  })

  it.each([
    ["skipped: the clock goes from 02:00 to 03:00", "Europe/Berlin", "2026-03-29T02:30Z", "2026-03-29T01:30:00.000Z"],
    [
      "twice: the clock goes from 03:00 back to 02:00",
      "Europe/Berlin",
      "2026-10-25T02:30Z",
      "2026-10-25T00:30:00.000Z"
    ],
    ["half an hour only", "Australia/Lord_Howe", "2026-10-04T02:15Z", "2026-10-03T15:45:00.000Z"],
    ["a whole day skipped", "Pacific/Apia", "2011-12-30T12:00Z", "2011-12-30T22:00:00.000Z"]
  ])("knows a local time that is %s", (_, name, local, expected) => {
    expect(new Date(zoneOf(name).instantOf(Date.parse(local))).toISOString()).toBe(expected)
  })

  it("tells zones from other words", () => {
    expect(isZone("Asia/Shanghai")).toBe(true)
    expect(isZone("Shanghai")).toBe(false)
  })
})
