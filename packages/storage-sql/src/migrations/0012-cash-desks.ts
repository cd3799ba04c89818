import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Places where money is taken and counted, and the lines of their sessions. */
export const migration0012: Migration = {
  version: 12,
  name: "cash-desks",
  steps: (builder) => [
    tenantTable(builder, "cash_desk", {
      columns: {
        cash_desk_id: "text",
        version: "integer",
        branch: "text",
        state: "text",
        session: "integer",
        opened_at: "integer",
        closed_at: "integer?"
      },
      key: ["cash_desk_id"],
      checks: { state: "state in ('open', 'closed')", session: "session >= 1" }
    }),
    tenantTable(builder, "cash_entry", {
      columns: {
        cash_entry_id: "text",
        cash_desk_id: "text",
        session: "integer",
        kind: "text",
        method: "text",
        amount: "integer",
        entry_id: "text?",
        at: "integer",
        actor: "text",
        reason: "text"
      },
      key: ["cash_entry_id"],
      references: { cash_desk_id: ["cash_desk", "cash_desk_id"], entry_id: ["entry", "entry_id"] },
      checks: { kind: "kind in ('float', 'payment', 'payout', 'moved', 'difference')" }
    }),
    tenantIndex(builder, "cash_of_session", "cash_entry", ["cash_desk_id", "session"])
  ]
}
