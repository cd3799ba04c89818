import { type Migration, tenantIndex } from "./ddl.ts"

/** Open loans by when they fall due: for automatic renewals and reminders. */
export const migration0007: Migration = {
  version: 7,
  name: "loans due",
  steps: (builder) => [tenantIndex(builder, "loan_due", "loan", ["due_at", "loan_id"], { where: "closed_at is null" })]
}
