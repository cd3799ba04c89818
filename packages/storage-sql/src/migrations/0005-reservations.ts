import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Reservations, and the links to their readers. */
export const migration0005: Migration = {
  version: 5,
  name: "reservations",
  steps: (builder) => [
    tenantTable(builder, "reservation", {
      columns: {
        reservation_id: "text",
        version: "integer",
        state: "text",
        kind: "text",
        title_id: "text",
        item_id: "text?",
        volume: "text",
        item_type: "text",
        copy_type: "text",
        copy_collection: "text",
        pickup_branch: "text",
        reader_category: "text",
        place: "integer?",
        rank: "integer?",
        placed_at: "integer",
        not_before: "integer?",
        suspended: "integer",
        suspended_until: "integer?",
        wait_until: "integer?",
        set_aside_item_id: "text?",
        set_aside_at: "integer?",
        shelf_until: "integer?",
        ended_at: "integer?",
        loan_id: "text?"
      },
      key: ["reservation_id"],
      unique: [["title_id", "place"], ["set_aside_item_id"]],
      references: { title_id: ["title_queue", "title_id"] },
      checks: {
        version: "version >= 1",
        kind: "kind in ('page', 'wait', 'recall')",
        suspended: "suspended in (0, 1)",
        suspended_until: "suspended = 1 or suspended_until is null",
        state: "state in ('waiting', 'inTransit', 'setAside', 'filled', 'cancelled', 'expired')",
        set_aside_item_id: "(state in ('setAside', 'inTransit')) = (set_aside_item_id is not null)",
        ended_at: "(state in ('waiting', 'inTransit', 'setAside')) = (ended_at is null)",
        place: "(place is null) = (ended_at is not null)",
        rank: "(place is null) = (rank is null)"
      }
    }),
    tenantIndex(builder, "reservation_on_shelf", "reservation", ["reservation_id"], {
      where: "shelf_until is not null"
    }),
    tenantIndex(builder, "reservation_at_pickup", "reservation", ["pickup_branch", "shelf_until", "reservation_id"], {
      where: "shelf_until is not null"
    }),
    tenantIndex(builder, "reservation_suspended_until", "reservation", ["suspended_until", "reservation_id"], {
      where: "suspended_until is not null"
    }),
    tenantIndex(builder, "reservation_waiting_until", "reservation", ["wait_until", "reservation_id"], {
      where: "wait_until is not null"
    }),
    tenantTable(builder, "reservation_reader", {
      columns: { reservation_id: "text", reader_id: "text", group_id: "text?", group_kind: "text?" },
      checks: {
        group_kind: "group_kind in ('anyOf', 'together')",
        group_id: "(group_id is null) = (group_kind is null)"
      },
      key: ["reservation_id"],
      references: { reservation_id: ["reservation", "reservation_id"], reader_id: ["reader", "reader_id"] }
    }),
    tenantIndex(builder, "reservation_of_reader", "reservation_reader", ["reader_id"])
  ]
}
