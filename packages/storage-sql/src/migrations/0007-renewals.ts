import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Open loans by when they fall due, and the renewals for which nobody had the item in hand. */
export const migration0007: Migration = {
  version: 7,
  name: "renewals",
  steps: (builder) => [
    tenantIndex(builder, "loan_due", "loan", ["due_at", "loan_id"], { where: "closed_at is null" }),
    tenantTable(builder, "unseen_renewal", {
      columns: { loan_id: "text", renewal_count: "integer" },
      key: ["loan_id", "renewal_count"],
      references: { loan_id: ["loan", "loan_id"] },
      checks: { renewal_count: "renewal_count >= 1" }
    })
  ]
}
