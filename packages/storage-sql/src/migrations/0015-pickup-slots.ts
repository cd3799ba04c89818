import { type Migration, tenantIndex, tenantTable } from "./ddl.ts"

/** Lockers and times at which reserved copies are fetched, and which reservation has which. */
export const migration0015: Migration = {
  version: 15,
  name: "pickup-slots",
  steps: (builder) => [
    tenantTable(builder, "pickup_slot", {
      columns: {
        slot_id: "text",
        version: "integer",
        branch: "text",
        kind: "text",
        name: "text",
        from_at: "integer?",
        until_at: "integer?",
        capacity: "integer",
        taken: "integer",
        closed_at: "integer?"
      },
      key: ["slot_id"],
      checks: {
        version: "version >= 1",
        kind: "kind in ('locker', 'curbside')",
        taken: "taken >= 0 and taken <= capacity",
        span: "(from_at is null) = (until_at is null) and (from_at is null or from_at < until_at)"
      }
    }),
    tenantIndex(builder, "slot_of_branch", "pickup_slot", ["branch", "slot_id"], { where: "closed_at is null" }),
    tenantTable(builder, "slot_taken", {
      columns: { reservation_id: "text", slot_id: "text" },
      key: ["reservation_id"],
      references: {
        reservation_id: ["reservation", "reservation_id"],
        slot_id: ["pickup_slot", "slot_id"]
      }
    })
  ]
}
