/** The instant at which a clock in `zone` shows this local time ("2026-03-02T09:00"), in ISO 8601. */
export const instantHere = (local: string, zone: string): string => {
  const wall = Date.parse(`${local}Z`)
  // Twice, as the offset of the first guess may be that of the other side of a change of the clocks.
  const once = wall - offsetAt(wall, zone)
  return new Date(wall - offsetAt(once, zone)).toISOString()
}

/** The day that a calendar in `zone` shows at an instant ("2026-03-02"). */
export const dayHere = (instant: string, zone: string): string => {
  const at = Date.parse(instant)
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10)
}

/** How far the clock of a zone is ahead of UTC, in milliseconds. */
const offsetAt = (instant: number, zone: string): number => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit"
  }).formatToParts(instant)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - instant
}
