import { Result } from "effect"
import { dayNumber } from "./civilDay.ts"
import { Instant } from "./instant.ts"

const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** An instant from ISO 8601 with a zone, as 2026-11-24T09:30:00+08:00. Without a zone it is no instant, and refused. */
export const parseInstant = (text: string): Result.Result<Instant, string> => {
  const match = form.exec(text)
  if (match === null) return Result.fail("an instant with a zone, as 2026-11-24T09:30:00+08:00 or 2026-11-24T01:30:00Z")
  const year = Number(text.slice(0, 4))
  if (dayNumber(match[1] as string) === null || year > 2999)
    return Result.fail("a day that exists, of a year from 1900 to 2999")
  return Result.succeed(Instant.make(Date.parse(text)))
}

/** An instant as ISO 8601 in UTC. */
export const formatInstant = (instant: number): string => new Date(instant).toISOString()
