import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf } from "./shape.ts"

/** What the lists of a branch are made from: titles that are waited for, and its pickup shelf. */
export const branchFacts = (builder: Builder): Pick<Slots, "waitedTitles" | "pickupShelf" | "readersOfShelf"> => ({
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
  ),
  readersOfShelf: pageOfRows(
    "readers_of_shelf",
    mapped(
      shapeOf({
        reservation: fieldsOf("reservation", ["shelfUntil", "reservationId"]),
        link: fieldsOf("reservationReader", ["readerId"], "link"),
        awaitedCount: oneValue(awaitedOfSet(builder), Number)
      }),
      ({ reservation, link, awaitedCount }) => ({ ...reservation, ...link, awaitedCount })
    ),
    builder.db
      .selectFrom("reservation")
      .innerJoin("reservation_reader as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.reservation_id", "=", "reservation.reservation_id")
      )
      .where("reservation.tenant_id", "=", tenant)
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

/** How many of the set that the linked reservation is of are not on the shelf. */
const awaitedOfSet = ({ db }: Builder): Expression<number | null> =>
  db
    .selectFrom("reservation_reader as other")
    .innerJoin("reservation as awaited", (join) =>
      join.on("awaited.tenant_id", "=", tenant).onRef("awaited.reservation_id", "=", "other.reservation_id")
    )
    .select((count) => count.fn.countAll<number>().as("awaited"))
    .where("other.tenant_id", "=", tenant)
    .where("other.reader_id", "=", sql.ref<string>("link.reader_id"))
    .where("other.group_id", "=", sql.ref<string>("link.group_id"))
    .where("other.group_kind", "=", sql.lit("together"))
    .where("awaited.state", "<>", sql.lit("setAside"))
    .$asScalar()
