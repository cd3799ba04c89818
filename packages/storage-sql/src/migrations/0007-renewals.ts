import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Open loans by when they fall due, the renewals for which nobody had the item in hand, and what is searched for. */
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
    }),
    tenantIndex(builder, "loan_claimed", "loan", ["late_until", "loan_id"], { where: "state = 'claimedReturned'" }),
    tenantTable(builder, "claim_search", {
      columns: { loan_id: "text", nth: "integer", place: "text", note: "text", at: "integer", actor: "text" },
      key: ["loan_id", "nth"],
      references: { loan_id: ["loan", "loan_id"] },
      checks: { nth: "nth >= 1" }
    })
  ]
}
