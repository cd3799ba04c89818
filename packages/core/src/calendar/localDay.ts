import { Schema } from "effect"

/** A day of the civil calendar at a branch: days since 1970-01-01. */
export const LocalDay = Schema.Int.pipe(Schema.brand("LocalDay"))
export type LocalDay = typeof LocalDay.Type
