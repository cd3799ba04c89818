import { bookkeepingTable, type Migration, tenantTable } from "./ddl.ts"

/** Tenants with their documents, tokens, events and carried-out commands; and leases, which belong to no tenant. */
export const migration0001: Migration = {
  version: 1,
  name: "tenants",
  steps: (builder) => [
    bookkeepingTable(
      builder,
      "lease",
      { name: "text", owner: "text", fencing: "integer", taken_at: "integer", expires_at: "integer" },
      "name"
    ),
    tenantTable(builder, "tenant", {
      columns: { name: "text", currency: "text", documents_version: "integer", opened_at: "integer" },
      key: [],
      checks: { documents_version: "documents_version >= 0" }
    }),
    tenantTable(builder, "document", {
      columns: {
        kind: "text",
        version: "integer",
        valid_from: "integer",
        content: "text",
        published_at: "integer",
        published_by: "text"
      },
      key: ["kind", "version"],
      checks: { kind: "kind in ('policy', 'calendar')", version: "version >= 1" },
      long: true
    }),
    tenantTable(builder, "token", {
      columns: {
        token_hash: "text",
        role: "text",
        subject: "text",
        branch: "text",
        permissions: "text",
        created_at: "integer",
        expires_at: "integer?"
      },
      key: ["token_hash"],
      checks: { role: "role in ('reader', 'desk', 'manager')" }
    }),
    tenantTable(builder, "event", {
      columns: {
        stream_id: "text",
        seq: "integer",
        tag: "text",
        at: "integer",
        actor: "text",
        branch: "text",
        channel: "text",
        desk: "text",
        body: "text"
      },
      key: ["stream_id", "seq"],
      checks: { seq: "seq >= 1" }
    }),
    tenantTable(builder, "command", {
      columns: {
        key_hash: "text",
        content_hash: "text",
        name: "text",
        at: "integer",
        receipt: "text",
        documents_version: "integer"
      },
      key: ["key_hash"],
      long: true
    })
  ]
}
