import { Result } from "effect"
import { expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import { soonestRenewal } from "./renewalWindow.ts"

const document = { branches: { main: { name: {}, zone: "Europe/Berlin", hours: {} } } }
const main = compileCalendar(Result.getOrThrow(decodeCalendar(document))).branch("main") as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(text))
const iso = (instant: number): string => new Date(instant).toISOString()

it.each([
  ["a day of 23 hours", "2026-03-29T18:00:15+02:00", "2026-03-27T17:00:15.000Z"],
  ["a day of 25 hours", "2026-10-25T18:00:15+01:00", "2026-10-23T16:00:15.000Z"],
  ["a day like others", "2026-06-10T18:00:15+02:00", "2026-06-08T16:00:15.000Z"]
])("what is due on %s may be renewed two days before at the time that its clock shows", (_, due, expected) => {
  expect(iso(soonestRenewal(at(due), { days: 2 }, "sameTime", main))).toBe(expected)
})

it("or from the start of that day", () => {
  expect(iso(soonestRenewal(at("2026-03-29T18:00+02:00"), { days: 2 }, "startOfDay", main))).toBe(
    "2026-03-26T23:00:00.000Z"
  )
})
