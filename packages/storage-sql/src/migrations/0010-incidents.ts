import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Losses, thefts and damage, whom they are charged to, and what was seen of items. */
export const migration0010: Migration = {
  version: 10,
  name: "incidents",
  steps: (builder) => [
    tenantTable(builder, "incident", {
      columns: {
        incident_id: "text",
        version: "integer",
        kind: "text",
        state: "text",
        item_id: "text",
        loan_id: "text?",
        branch: "text",
        noticed_at: "text",
        conduct: "text",
        bearer: "text",
        police_report: "text",
        found: "text",
        amount: "integer",
        suspension_days: "integer",
        reported_at: "integer",
        bill_at: "integer?",
        replace_by: "integer?",
        blocks_borrowing: "integer",
        replacement_bought: "integer",
        ended_at: "integer?"
      },
      key: ["incident_id"],
      references: { item_id: ["item", "item_id"] },
      checks: {
        version: "version >= 1",
        amount: "amount >= 0",
        kind: "kind in ('loss', 'damage', 'theft', 'missing')",
        state: "state in ('reported', 'charged', 'replacing', 'settled', 'found', 'dismissed')",
        ended_at: "(state in ('settled', 'found', 'dismissed')) = (ended_at is not null)"
      }
    }),
    tenantIndex(builder, "incident_of_item", "incident", ["item_id", "reported_at"]),
    tenantIndex(builder, "incident_to_bill", "incident", ["bill_at", "incident_id"], { where: "bill_at is not null" }),
    tenantIndex(builder, "incident_blocking", "incident", ["loan_id"], { where: "blocks_borrowing = 1" }),
    tenantTable(builder, "incident_reader", {
      columns: { incident_id: "text", reader_id: "text", evidence: "text" },
      key: ["incident_id"],
      references: { incident_id: ["incident", "incident_id"], reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "incident_of_reader", "incident_reader", ["reader_id"]),
    tenantTable(builder, "charge_incident", {
      columns: { charge_id: "text", incident_id: "text" },
      key: ["charge_id"],
      references: { charge_id: ["charge", "charge_id"], incident_id: ["incident", "incident_id"] }
    }),
    tenantIndex(builder, "charge_of_incident", "charge_incident", ["incident_id"]),
    tenantTable(builder, "condition", {
      columns: {
        condition_id: "text",
        item_id: "text",
        incident_id: "text?",
        occasion: "text",
        damages: "text",
        parts: "text",
        note: "text",
        photo: "text",
        cost: "integer",
        at: "integer",
        actor: "text"
      },
      key: ["condition_id"],
      references: { item_id: ["item", "item_id"] }
    }),
    tenantIndex(builder, "condition_of_item", "condition", ["item_id", "at", "condition_id"])
  ]
}
