import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { copyOfReservation, ofBarcode } from "./keys.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type TransitSlots = Pick<Slots, "transitsOfItem" | "transitsOfReservation" | "transitsFrom" | "transitsTo">

/** Copies that travel, or are to. */
export const transitFacts = (builder: Builder): TransitSlots => ({
  transitsOfItem: manyRows(
    "transits_of_item",
    onlyTransit,
    transitsOf(builder, ofBarcode(builder, "item_id")),
    inOrder
  ),
  transitsOfReservation: manyRows(
    "transits_of_reservation",
    onlyTransit,
    transitsOf(builder, copyOfReservation(builder)),
    inOrder
  ),
  transitsFrom: transitsAt(builder, "transits_from", "transit.from_branch"),
  transitsTo: transitsAt(builder, "transits_to", "transit.to_branch")
})

const transitsOf = ({ db }: Builder, itemId: Expression<string>) =>
  db
    .selectFrom("transit")
    .where("transit.tenant_id", "=", tenant)
    .where("transit.item_id", "=", itemId)
    .where("transit.ended_at", "is", null)

const inOrder = [
  ["transit", "plannedAt"],
  ["transit", "transitId"]
] as const

const onlyTransit = shapeOfOnly("transit", rowOf("transit"))

const transitsAt = (
  builder: Builder,
  name: string,
  end: "transit.from_branch" | "transit.to_branch"
): Slots["transitsFrom"] =>
  pageOfRows(
    name,
    shapeOf({ transit: rowOf("transit"), ...itemParts }),
    itemsWithTitle(builder)
      .innerJoin("transit", (join) =>
        join.on("transit.tenant_id", "=", tenant).onRef("transit.item_id", "=", "item.item_id")
      )
      .where("transit.ended_at", "is", null)
      .where(end, "=", parameter("branch")),
    {
      order: inOrder,
      cursor: ["integer", "text"]
    }
  )
