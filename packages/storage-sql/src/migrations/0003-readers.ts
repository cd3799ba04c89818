import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Readers with their cards and accounts, and how many loans they have open. */
export const migration0003: Migration = {
  version: 3,
  name: "readers",
  steps: (builder) => [
    tenantTable(builder, "reader", {
      columns: {
        reader_id: "text",
        version: "integer",
        status: "text",
        category: "text",
        home_branch: "text",
        name: "text",
        born_on: "text?",
        language: "text",
        expires_at: "integer?",
        registered_at: "integer",
        lent_day: "integer?",
        lent_day_count: "integer",
        reserved_day: "integer?",
        reserved_day_count: "integer",
        history_consent_at: "integer?"
      },
      key: ["reader_id"],
      checks: { version: "version >= 1", status: "status in ('active', 'pending', 'removed')" }
    }),
    tenantTable(builder, "card", {
      columns: { card: "text", reader_id: "text" },
      key: ["card"],
      references: { reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "card_of_reader", "card", ["reader_id"]),
    tenantTable(builder, "loan_count", {
      columns: {
        reader_id: "text",
        item_type: "text",
        collection: "text",
        branch: "text",
        on_site: "integer",
        count: "integer"
      },
      key: ["reader_id", "item_type", "collection", "branch", "on_site"],
      references: { reader_id: ["reader", "reader_id"] },
      checks: { on_site: "on_site in (0, 1)", count: "count >= 0" }
    }),
    tenantTable(builder, "account", {
      columns: { account_id: "text", version: "integer", balance: "integer" },
      key: ["account_id"],
      references: { account_id: ["reader", "reader_id"] },
      checks: { version: "version >= 0" }
    })
  ]
}
