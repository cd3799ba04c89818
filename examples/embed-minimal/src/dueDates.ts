import { type Calendar, compileCalendar, dueAt, type Instant, parseInstant } from "@openshelf/core"
import { decodeCalendar } from "@openshelf/core/documents"
import { Result } from "effect"

/** A branch with closures that come back, exceptions both ways, and a term. */
const document = {
  branches: {
    main: {
      name: { en: "Main library" },
      zone: "Europe/Berlin",
      hours: { mon: ["09:00-12:00", "14:00-18:00"], tue: ["09:00-18:00"], thu: ["09:00-18:00"], fri: ["20:00-02:00"] },
      closures: [
        { yearly: "01-01" },
        { weekly: "fri", from: "2026-07-01", to: "2026-08-31", note: "no late nights in summer" },
        { nth: "last", weekday: "mon", month: 5 }
      ],
      exceptions: [
        { from: "2026-12-24", to: "2027-01-06", closed: true },
        { from: "2026-12-28", hours: ["10:00-14:00"], note: "open all the same" }
      ]
    }
  },
  terms: { autumn: { from: "2026-10-01", to: "2027-01-31", dueBy: "2027-02-05" } }
}

const calendar: Calendar = compileCalendar(Result.getOrThrow(decodeCalendar(document)))

/** When a loan of so many months would be due, never behind the term that it starts in; each step, and where it led. */
export const explainDue = (start: string, months: number): ReadonlyArray<string> => {
  const branch = calendar.branch("main")
  if (branch === undefined) return []
  const from: Instant = Result.getOrThrow(parseInstant(start))
  const due = dueAt({
    period: { months },
    dueTime: "closing",
    closedDays: "nextOpenDay",
    schedule: { entries: "terms", use: "notAfter" },
    calendar: branch,
    from,
    notAfter: null
  })
  if (Result.isFailure(due)) return [due.failure._tag]
  return due.success.steps.map(({ step, at }) => `${step}: ${new Date(at).toISOString()}`)
}
