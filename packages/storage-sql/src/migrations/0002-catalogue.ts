import { leadingTitle } from "../schema/leadingTitle.ts"
import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

const statuses = [
  "available",
  "onLoan",
  "setAside",
  "inTransit",
  "withdrawn",
  "inRepair",
  "onOrder",
  "inProcess",
  "inProcessNotReservable",
  "awaitingDelivery",
  "restricted",
  "missing",
  "unknown",
  "claimedReturned",
  "declaredLost",
  "agedToLost",
  "lostAndPaid"
]

/** Titles, their records and queues, and items. */
export const migration0002: Migration = {
  version: 2,
  name: "catalogue",
  steps: (builder) => [
    tenantTable(builder, "title", {
      columns: {
        title_id: "text",
        version: "integer",
        source: "text?",
        control_number: "text?",
        format: "text",
        language: "text",
        title: "text",
        responsibility: "text",
        description: "text",
        search_text: "text",
        added_at: "integer"
      },
      key: ["title_id"],
      unique: [["source", "control_number"]],
      checks: { version: "version >= 1" },
      long: true
    }),
    tenantIndex(builder, "title_in_order", "title", [], { expressions: [leadingTitle] }),
    tenantTable(builder, "title_record", {
      columns: { title_id: "text", encoding: "text", content: "bytes" },
      key: ["title_id"],
      references: { title_id: ["title", "title_id"] },
      long: true
    }),
    tenantTable(builder, "title_queue", {
      columns: { title_id: "text", version: "integer", waiting_count: "integer", next_place: "integer" },
      key: ["title_id"],
      references: { title_id: ["title", "title_id"] },
      checks: { version: "version >= 1", waiting_count: "waiting_count >= 0", next_place: "next_place >= 1" }
    }),
    tenantIndex(builder, "title_waited_for", "title_queue", ["title_id"], { where: "waiting_count > 0" }),
    tenantTable(builder, "item", {
      columns: {
        item_id: "text",
        version: "integer",
        title_id: "text",
        barcode: "text",
        status: "text",
        shelf_status: "text",
        home_branch: "text",
        present_branch: "text",
        type: "text",
        collection: "text",
        location: "text",
        volume_set: "text",
        volume: "text",
        call_number: "text",
        price: "integer?",
        price_currency: "text",
        parts: "integer",
        lending_alert: "text",
        return_alert: "text",
        loan_id: "text?",
        reservation_id: "text?",
        transit_id: "text?",
        stay_branch: "text?",
        lender: "text",
        lender_due_at: "integer?",
        in_house_uses: "integer",
        on_shelf_from: "integer?",
        added_at: "integer"
      },
      key: ["item_id"],
      unique: [["barcode"]],
      references: { title_id: ["title_queue", "title_id"] },
      checks: {
        version: "version >= 1",
        status: `status in (${statuses.map((status) => `'${status}'`).join(", ")})`,
        shelf_status:
          "shelf_status in ('available', 'restricted') and (status not in ('available', 'restricted') or status = shelf_status)",
        parts: "parts >= 1",
        lender_due_at: "lender <> '' or lender_due_at is null",
        in_house_uses: "in_house_uses >= 0",
        loan_id: "(status in ('onLoan', 'claimedReturned', 'declaredLost', 'agedToLost')) = (loan_id is not null)",
        reservation_id: "status = 'inTransit' or (status = 'setAside') = (reservation_id is not null)",
        transit_id: "(status = 'inTransit') = (transit_id is not null)"
      }
    }),
    tenantIndex(builder, "item_of_title", "item", ["title_id", "barcode"])
  ]
}
