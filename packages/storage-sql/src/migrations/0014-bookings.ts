import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Items booked for days ahead, and the links to their readers. */
export const migration0014: Migration = {
  version: 14,
  name: "bookings",
  steps: (builder) => [
    tenantTable(builder, "booking", {
      columns: {
        booking_id: "text",
        version: "integer",
        state: "text",
        item_id: "text",
        pickup_branch: "text",
        reader_category: "text",
        from_at: "integer",
        until_at: "integer",
        blocked_from: "integer",
        blocked_until: "integer",
        placed_at: "integer",
        ended_at: "integer?",
        loan_id: "text?"
      },
      key: ["booking_id"],
      references: { item_id: ["item", "item_id"] },
      checks: {
        version: "version >= 1",
        state: "state in ('booked', 'fulfilled', 'cancelled', 'expired')",
        days: "blocked_from <= from_at and from_at < until_at and until_at <= blocked_until",
        ended_at: "(state = 'booked') = (ended_at is null)",
        loan_id: "(state = 'fulfilled') = (loan_id is not null)"
      }
    }),
    tenantIndex(builder, "booking_of_item", "booking", ["item_id"], { where: "ended_at is null" }),
    tenantIndex(builder, "booking_over", "booking", ["until_at", "booking_id"], { where: "ended_at is null" }),
    tenantTable(builder, "booking_reader", {
      columns: { booking_id: "text", reader_id: "text" },
      key: ["booking_id"],
      references: { booking_id: ["booking", "booking_id"], reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "booking_of_reader", "booking_reader", ["reader_id"])
  ]
}
