import type { Candidate } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, ofReservedCopy } from "./keys.ts"
import { manyRows, type Query } from "./query.ts"
import { rowOf, shapeOf } from "./shape.ts"

/** Who waits for a copy or for any copy of its title, first in the queue first. */
export const candidates = (builder: Builder): Pick<Slots, "candidatesOfItem" | "candidatesAfterReservation"> => ({
  candidatesOfItem: waitingFor(
    builder,
    "candidates_of_item",
    ofBarcode(builder, "title_id"),
    ofBarcode(builder, "item_id")
  ),
  candidatesAfterReservation: waitingFor(
    builder,
    "candidates_after_reservation",
    ofReservedCopy(builder, "title_id"),
    ofReservedCopy(builder, "item_id")
  )
})

const candidate = shapeOf({ reservation: rowOf("reservation"), reader: rowOf("reader"), account: rowOf("account") })

const waitingFor = <By>(
  { db }: Builder,
  name: string,
  titleId: Expression<string>,
  itemId: Expression<string>
): Query<By, ReadonlyArray<Candidate>> =>
  manyRows(
    name,
    candidate,
    db
      .selectFrom("reservation")
      .innerJoin("reservation_reader as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.reservation_id", "=", "reservation.reservation_id")
      )
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "link.reader_id")
      )
      .where("reservation.tenant_id", "=", tenant)
      .where("reservation.title_id", "=", titleId)
      .where("reservation.place", "is not", null)
      .where("reservation.state", "=", sql.lit("waiting"))
      .where((where) =>
        where.or([where("reservation.item_id", "is", null), where("reservation.item_id", "=", itemId)])
      ),
    [["reservation", "place"]],
    "limited"
  )
