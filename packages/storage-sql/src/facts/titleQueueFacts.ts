import type { CopyStanding, WaitingCount } from "@openshelf/core"
import { sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** The queue of a title, and the copies that it waits for. Whose the reservations and loans are is not asked. */
export const titleQueueFacts = (
  builder: Builder
): Pick<Slots, "queueOfTitle" | "waitingBefore" | "copiesStanding"> => ({
  queueOfTitle: pageOfRows(
    "queue_of_title",
    shapeOfOnly("reservation", rowOf("reservation")),
    reservationsOfTitle(builder),
    { order: [["reservation", "place"]], cursor: ["integer"] }
  ),
  waitingBefore: waitingBefore(builder),
  copiesStanding: copiesStanding(builder)
})

/** Ended ones have no place: they lie before and behind none. */
const reservationsOfTitle = ({ db }: Builder) =>
  db
    .selectFrom("reservation")
    .where("reservation.tenant_id", "=", tenant)
    .where("reservation.title_id", "=", parameter("titleId"))

const grouped = ["itemId", "volume", "itemType", "notBefore", "suspended", "suspendedUntil"] as const

const waitingBefore = (builder: Builder): Slots["waitingBefore"] =>
  manyRows(
    "waiting_before",
    mapped(
      shapeOf({ group: fieldsOf("reservation", grouped), waiting: oneValue<number>(sql`count(*)`) }),
      ({ group, waiting }): WaitingCount => ({ ...group, count: waiting })
    ),
    reservationsOfTitle(builder)
      .where("reservation.state", "=", sql.lit("waiting"))
      .where("reservation.place", "<", parameter<number>("place"))
      .groupBy([
        "reservation.item_id",
        "reservation.volume",
        "reservation.item_type",
        "reservation.not_before",
        "reservation.suspended",
        "reservation.suspended_until"
      ]),
    []
  )

const copiesStanding = ({ db }: Builder): Slots["copiesStanding"] =>
  pageOfRows(
    "copies_standing",
    mapped(
      shapeOf({ item: rowOf("item"), transit: rowOf("transit"), loan: rowOf("loan"), keptFor: rowOf("reservation") }),
      ({ item, transit, loan, keptFor }): CopyStanding => ({
        item,
        transit: transit.transitId === null ? null : transit,
        loan: loan.loanId === null ? null : loan,
        keptFor: keptFor.reservationId === null ? null : keptFor
      })
    ),
    db
      .selectFrom("item")
      .leftJoin("transit", (join) =>
        join.on("transit.tenant_id", "=", tenant).onRef("transit.transit_id", "=", "item.transit_id")
      )
      .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "item.loan_id"))
      .leftJoin("reservation", (join) =>
        join.on("reservation.tenant_id", "=", tenant).onRef("reservation.reservation_id", "=", "item.reservation_id")
      )
      .where("item.tenant_id", "=", tenant)
      .where("item.title_id", "=", parameter("titleId")),
    { order: [["item", "barcode"]], cursor: ["text"] }
  )
