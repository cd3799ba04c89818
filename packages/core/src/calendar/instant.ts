import { Schema } from "effect"

/** Milliseconds since 1970-01-01T00:00Z. */
export const Instant = Schema.Int.pipe(Schema.brand("Instant"))
export type Instant = typeof Instant.Type
