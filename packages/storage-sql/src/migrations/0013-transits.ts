import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Copies on their way between branches: of one copy, one at a time. */
export const migration0013: Migration = {
  version: 13,
  name: "transits",
  steps: (builder) => [
    tenantTable(builder, "transit", {
      columns: {
        transit_id: "text",
        version: "integer",
        state: "text",
        item_id: "text",
        open_item_id: "text?",
        reason: "text",
        from_branch: "text",
        to_branch: "text",
        reservation_id: "text?",
        then_status: "text?",
        planned_at: "integer",
        sent_at: "integer?",
        ended_at: "integer?",
        arrived_branch: "text?"
      },
      key: ["transit_id"],
      unique: [["open_item_id"]],
      references: { item_id: ["item", "item_id"] },
      checks: {
        version: "version >= 1",
        state: "state in ('planned', 'open', 'arrived', 'cancelled', 'lost')",
        reason: "reason in ('home', 'reservation', 'booking', 'repair', 'processing', 'rotation', 'moved')",
        open_item_id: "(state = 'open') = (open_item_id is not null)",
        sent_at: "(state <> 'planned' or sent_at is null) and (state <> 'open' or sent_at is not null)",
        then_status: "state <> 'open' or then_status is not null",
        ended_at: "(state in ('planned', 'open')) = (ended_at is null)"
      }
    }),
    tenantIndex(builder, "transit_of_item", "transit", ["item_id"], { where: "ended_at is null" }),
    tenantIndex(builder, "transit_from", "transit", ["from_branch", "planned_at", "transit_id"], {
      where: "ended_at is null"
    }),
    tenantIndex(builder, "transit_to", "transit", ["to_branch", "planned_at", "transit_id"], {
      where: "ended_at is null"
    })
  ]
}
