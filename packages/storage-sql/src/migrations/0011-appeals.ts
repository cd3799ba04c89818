import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Disputed charges, what readers say of them, and the life of an item. */
export const migration0011: Migration = {
  version: 11,
  name: "appeals",
  steps: (builder) => [
    tenantTable(builder, "appeal", {
      columns: {
        appeal_id: "text",
        version: "integer",
        account_id: "text",
        charge_id: "text",
        state: "text",
        charged_by: "text",
        opened_at: "integer",
        decide_until: "integer?",
        decided_at: "integer?"
      },
      key: ["appeal_id"],
      unique: [["charge_id"]],
      references: { account_id: ["account", "account_id"] },
      checks: {
        version: "version >= 1",
        state: "state in ('open', 'confirmed', 'reduced', 'reversed')",
        decided_at: "(state = 'open') = (decided_at is null)"
      }
    }),
    tenantIndex(builder, "appeal_of_account", "appeal", ["account_id", "opened_at", "appeal_id"]),
    tenantIndex(builder, "appeal_open", "appeal", ["opened_at", "appeal_id"], { where: "decided_at is null" }),
    tenantIndex(builder, "appeal_to_decide", "appeal", ["decide_until", "appeal_id"], { where: "decided_at is null" }),
    tenantTable(builder, "appeal_statement", {
      columns: { appeal_id: "text", reason: "text", evidence: "text" },
      key: ["appeal_id"],
      references: { appeal_id: ["appeal", "appeal_id"] }
    }),
    tenantIndex(builder, "loan_of_item", "loan", ["item_id", "lent_at"])
  ]
}
