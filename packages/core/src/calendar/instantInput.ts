import { Schema } from "effect"
import { Instant } from "./instant.ts"

const first = Date.UTC(1900, 0, 1)
const last = Date.UTC(3000, 0, 1) - 1

/** An instant as a command takes it: milliseconds since 1970, of a year from 1900 to 2999. */
export const InstantInput = Instant.check(
  Schema.makeFilter((instant: number) => instant >= first && instant <= last, {
    expected: "milliseconds since 1970-01-01T00:00Z, of a year from 1900 to 2999"
  })
)
