import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Loans that one system asked another for, and what is to be told to other systems. */
export const migration0016: Migration = {
  version: 16,
  name: "interlending",
  steps: (builder) => [
    tenantTable(builder, "interloan", {
      columns: {
        interloan_id: "text",
        version: "integer",
        side: "text",
        partner: "text",
        state: "text",
        title: "text",
        reservation_id: "text?",
        open_reservation_id: "text?",
        item_id: "text?",
        loan_id: "text?",
        barcode: "text",
        due_at: "integer?",
        requested_at: "integer",
        ended_at: "integer?"
      },
      key: ["interloan_id"],
      unique: [["open_reservation_id"]],
      checks: {
        version: "version >= 1",
        side: "side in ('borrower', 'lender')",
        state:
          "state in ('requested', 'shipped', 'received', 'sentBack', 'completed', 'completedWithoutReturn', 'unfilled', 'cancelled')",
        open_reservation_id:
          "open_reservation_id is null or (open_reservation_id = reservation_id and state in ('requested', 'shipped'))",
        ended_at:
          "state = 'completedWithoutReturn' or (state in ('completed', 'unfilled', 'cancelled')) = (ended_at is not null)"
      }
    }),
    tenantIndex(builder, "interloan_open", "interloan", ["side", "interloan_id"], { where: "ended_at is null" }),
    tenantTable(builder, "outbox", {
      columns: { message_id: "text", partner: "text", interloan_id: "text", body: "text", at: "integer" },
      key: ["message_id"],
      references: { interloan_id: ["interloan", "interloan_id"] }
    })
  ]
}
