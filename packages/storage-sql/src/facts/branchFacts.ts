import { sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { pageOfRows } from "./query.ts"
import { fieldsOf, rowOf, shapeOf } from "./shape.ts"

/** What the lists of a branch are made from: titles that are waited for, and its pickup shelf. */
export const branchFacts = (builder: Builder): Pick<Slots, "waitedTitles" | "pickupShelf"> => ({
  waitedTitles: pageOfRows(
    "waited_titles",
    shapeOf({
      title: fieldsOf("title", ["titleId", "title", "responsibility", "format", "language"]),
      queue: rowOf("titleQueue", "queue")
    }),
    builder.db
      .selectFrom("title_queue as queue")
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "queue.title_id")
      )
      .where("queue.tenant_id", "=", tenant)
      .where("queue.waiting_count", ">", sql.lit(0)),
    { order: [["title", "titleId"]], cursor: ["text"] }
  ),
  pickupShelf: pageOfRows(
    "pickup_shelf",
    shapeOf({ reservation: rowOf("reservation"), ...itemParts }),
    itemsWithTitle(builder)
      .innerJoin("reservation", (join) =>
        join.on("reservation.tenant_id", "=", tenant).onRef("reservation.set_aside_item_id", "=", "item.item_id")
      )
      .where("reservation.state", "=", sql.lit("setAside"))
      .where("reservation.shelf_until", "is not", null)
      .where("reservation.pickup_branch", "=", parameter("branch")),
    {
      order: [
        ["reservation", "shelfUntil"],
        ["reservation", "reservationId"]
      ],
      cursor: ["integer", "text"]
    }
  )
})
