import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type PickupSlots = Pick<Slots, "pickupSlot" | "slotsOfBranch" | "slotsOfReader">

/** Lockers and times at which reserved copies are fetched. */
export const pickupSlotFacts = (builder: Builder): PickupSlots => {
  const { db } = builder
  return {
    pickupSlot: oneRow(
      "pickup_slot",
      shapeOfOnly("pickupSlot", rowOf("pickupSlot")),
      db
        .selectFrom("pickup_slot")
        .where("pickup_slot.tenant_id", "=", tenant)
        .where("pickup_slot.slot_id", "=", parameter("slotId"))
    ),
    slotsOfBranch: pageOfRows(
      "slots_of_branch",
      shapeOfOnly("pickupSlot", rowOf("pickupSlot")),
      db
        .selectFrom("pickup_slot")
        .where("pickup_slot.tenant_id", "=", tenant)
        .where("pickup_slot.branch", "=", parameter("branch"))
        .where("pickup_slot.closed_at", "is", null)
        .where((where) =>
          where.or([
            where("pickup_slot.until_at", "is", null),
            where("pickup_slot.until_at", ">", parameter<number>("at"))
          ])
        ),
      { order: [["pickupSlot", "slotId"]], cursor: ["text"] }
    ),
    slotsOfReader: manyRows(
      "slots_of_reader",
      mapped(
        shapeOf({ held: fieldsOf("slotTaken", ["reservationId"], "held"), slot: rowOf("pickupSlot", "slot") }),
        ({ held, slot }) => ({ ...held, slot })
      ),
      db
        .selectFrom("reservation_reader as link")
        .innerJoin("slot_taken as held", (join) =>
          join.on("held.tenant_id", "=", tenant).onRef("held.reservation_id", "=", "link.reservation_id")
        )
        .innerJoin("pickup_slot as slot", (join) =>
          join.on("slot.tenant_id", "=", tenant).onRef("slot.slot_id", "=", "held.slot_id")
        )
        .where("link.tenant_id", "=", tenant)
        .where("link.reader_id", "=", readerOfCard(builder)),
      [["held", "reservationId"]]
    )
  }
}
