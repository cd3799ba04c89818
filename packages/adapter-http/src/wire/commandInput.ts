import { type Invalid, parseInstant } from "@openshelf/core"
import { Result } from "effect"

/** Fields of commands that are instants. */
export const instantNames = ["at", "expiresAt", "dueAt", "endsAt", "notBefore", "notAfter", "from", "until"]

interface Given {
  readonly body: unknown
  readonly params: Readonly<Record<string, string>>
  /** The server's instant, for a command that names none. */
  readonly now: number
  /** Readers have no say in what time it is. */
  readonly mayTellTime: boolean
}

/** A command's input from address and body, its instants as numbers. What else is wrong with it, the command itself says. */
export const commandInput = ({
  body,
  params,
  now,
  mayTellTime
}: Given): Result.Result<Readonly<Record<string, unknown>>, ReadonlyArray<Invalid>> => {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return Result.fail([{ path: "", expected: "an object" }])
  const wrong: Array<Invalid> = []
  const input: Record<string, unknown> = { at: now }
  for (const [name, value] of Object.entries(body)) {
    if (name === "key" || name in params) wrong.push({ path: name, expected: "nothing: it is not part of the body" })
    else if (name === "at" && !mayTellTime) wrong.push({ path: name, expected: "nothing: the server tells the time" })
    else if (instantNames.includes(name) && value !== null) {
      const read = typeof value === "string" ? parseInstant(value) : Result.fail(instantExpected)
      if (Result.isSuccess(read)) input[name] = read.success
      else wrong.push({ path: name, expected: read.failure })
    } else input[name] = value
  }
  return wrong.length === 0 ? Result.succeed({ ...input, ...params }) : Result.fail(wrong)
}

const instantExpected = "an instant with a zone, as 2026-11-24T09:30:00+08:00"
