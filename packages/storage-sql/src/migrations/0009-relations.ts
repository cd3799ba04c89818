import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** What staff note of readers, who stands for whom, and cards that were lost. */
export const migration0009: Migration = {
  version: 9,
  name: "relations",
  steps: (builder) => [
    tenantTable(builder, "reader_note", {
      columns: { note_id: "text", reader_id: "text", text: "text", placed_at: "integer" },
      key: ["note_id"],
      references: { reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "note_of_reader", "reader_note", ["reader_id"]),
    tenantTable(builder, "reader_link", {
      columns: {
        link_id: "text",
        reader_id: "text",
        other_id: "text",
        kind: "text",
        since: "integer",
        ends_at: "integer?"
      },
      key: ["link_id"],
      unique: [["reader_id", "other_id", "kind"]],
      references: { reader_id: ["reader", "reader_id"], other_id: ["reader", "reader_id"] },
      checks: { kind: "kind in ('guarantor', 'proxy')", other_id: "other_id <> reader_id" }
    }),
    tenantIndex(builder, "link_to_reader", "reader_link", ["other_id"]),
    tenantTable(builder, "lost_card", {
      columns: { card: "text", reader_id: "text", lost_at: "integer" },
      key: ["card"],
      references: { reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "lost_card_of_reader", "lost_card", ["reader_id"]),
    tenantIndex(builder, "reader_pending", "reader", ["reader_id"], { where: "status = 'pending'" })
  ]
}
