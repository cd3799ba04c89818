import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Loans, the links to their readers, and what libraries owe each other for them. */
export const migration0004: Migration = {
  version: 4,
  name: "loans",
  steps: (builder) => [
    tenantTable(builder, "loan", {
      columns: {
        loan_id: "text",
        version: "integer",
        state: "text",
        item_id: "text",
        title_id: "text",
        branch: "text",
        lent_at: "integer",
        due_at: "integer",
        closed_at: "integer?",
        late_until: "integer?",
        renewal_count: "integer",
        reminder_count: "integer",
        recalled_at: "integer?",
        due_before_recall: "integer?",
        recalled_by: "text?",
        on_site: "integer",
        item_type: "text",
        collection: "text",
        reader_category: "text",
        policy_version: "integer"
      },
      key: ["loan_id"],
      references: { item_id: ["item", "item_id"] },
      checks: {
        version: "version >= 1",
        state: "state in ('onLoan', 'claimedReturned', 'lost', 'closed')",
        closed_at: "(state = 'closed') = (closed_at is not null)",
        renewal_count: "renewal_count >= 0",
        on_site: "on_site in (0, 1)"
      }
    }),
    tenantIndex(builder, "loan_open_of_item", "loan", ["item_id"], { unique: true, where: "closed_at is null" }),
    tenantTable(builder, "loan_reader", {
      columns: { loan_id: "text", reader_id: "text" },
      key: ["loan_id"],
      references: { loan_id: ["loan", "loan_id"], reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "loan_of_reader", "loan_reader", ["reader_id"]),
    tenantTable(builder, "library_entry", {
      columns: { loan_id: "text", payer: "text", payee: "text", amount: "integer", at: "integer" },
      key: ["loan_id"],
      references: { loan_id: ["loan", "loan_id"] },
      checks: { payer: "payer <> payee", amount: "amount > 0" }
    })
  ]
}
