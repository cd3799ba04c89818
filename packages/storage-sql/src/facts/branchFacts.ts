import type { SetStanding } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf } from "./shape.ts"

/** What the lists of a branch are made from: titles that are waited for, and its pickup shelf. */
export const branchFacts = (builder: Builder): Pick<Slots, "waitedTitles" | "pickupShelf" | "shelfToTell"> => ({
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
  pickupShelf: pageOfRows("pickup_shelf", mapped(shapeOf(shelvedParts(builder)), ofSet), shelved(builder), byShelf),
  shelfToTell: pageOfRows(
    "shelf_to_tell",
    mapped(shapeOf({ ...shelvedParts(builder), reader: rowOf("reader") }), ofSet),
    shelved(builder).innerJoin("reader", (join) =>
      join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
    ),
    byShelf
  )
})

const shelved = (builder: Builder) =>
  itemsWithTitle(builder)
    .innerJoin("reservation", (join) =>
      join.on("reservation.tenant_id", "=", tenant).onRef("reservation.set_aside_item_id", "=", "item.item_id")
    )
    .innerJoin("reservation_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.reservation_id", "=", "reservation.reservation_id")
    )
    .where("reservation.state", "=", sql.lit("setAside"))
    .where("reservation.shelf_until", "is not", null)
    .where("reservation.pickup_branch", "=", parameter("branch"))

const byShelf = {
  order: [
    ["reservation", "shelfUntil"],
    ["reservation", "reservationId"]
  ],
  cursor: ["integer", "text"]
} as const

const shelvedParts = (builder: Builder) => ({
  reservation: rowOf("reservation"),
  ...itemParts,
  kind: oneValue<string | null>(sql.ref("link.group_kind")),
  here: oneValue<number>(membersOf(builder, "setAside")),
  of: oneValue<number>(membersOf(builder))
})

const ofSet = <Row extends SetStanding & { readonly kind: string | null }>({ kind, here, of, ...row }: Row) => ({
  ...row,
  ofSet: kind === "together" ? { here, of } : null
})

/** How many reservations the group of the outer query's link has; in this state, where one is named. */
const membersOf = ({ db }: Builder, state?: "setAside"): Expression<number> => {
  const members = db
    .selectFrom("reservation_reader as member")
    .innerJoin("reservation as joined", (join) =>
      join.on("joined.tenant_id", "=", tenant).onRef("joined.reservation_id", "=", "member.reservation_id")
    )
    .select((count) => count.fn.countAll<number>().as("members"))
    .where("member.tenant_id", "=", tenant)
    .where("member.reader_id", "=", sql.ref<string>("link.reader_id"))
    .where("member.group_id", "=", sql.ref<string>("link.group_id"))
  return (state === undefined ? members : members.where("joined.state", "=", sql.lit(state))).$asScalar()
}
