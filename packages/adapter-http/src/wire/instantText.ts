import { Schema } from "effect"

/** An instant on the wire. */
export const InstantText = Schema.String.annotate({
  description: "ISO 8601 with its zone, as 2026-11-24T09:30:00+08:00; answers are in UTC",
  format: "date-time"
})
