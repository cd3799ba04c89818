import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Blocks of readers that were set by hand. */
export const migration0008: Migration = {
  version: 8,
  name: "blocks",
  steps: (builder) => [
    tenantTable(builder, "reader_block", {
      columns: {
        block_id: "text",
        reader_id: "text",
        kind: "text",
        actions: "text",
        ends_at: "integer?",
        note: "text",
        ignored_at_home: "integer",
        placed_at: "integer"
      },
      key: ["block_id"],
      references: { reader_id: ["reader", "reader_id"] },
      checks: { ignored_at_home: "ignored_at_home in (0, 1)" }
    }),
    tenantIndex(builder, "block_of_reader", "reader_block", ["reader_id"])
  ]
}
