import type { Candidate } from "@openshelf/core"
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely"
import type { Database } from "../schema/database.ts"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, ofReservedCopy, titleOfReservation } from "./keys.ts"
import { manyRows, pageOfRows, type Query } from "./query.ts"
import { rowOf, shapeOf } from "./shape.ts"

/** Who waits for a copy or for any copy of its title, first in the queue first. */
export const candidates = (
  builder: Builder
): Pick<Slots, "candidatesOfItem" | "candidatesAfterReservation" | "candidatesBeside" | "candidatesOfTitle"> => ({
  candidatesOfTitle: pageOfRows(
    "candidates_of_title",
    candidate,
    reservationsWithReaders(builder)
      .where("reservation.title_id", "=", parameter("titleId"))
      .where("reservation.place", "is not", null)
      .where("reservation.state", "=", sql.lit("waiting")),
    { order: [["reservation", "place"]], cursor: ["integer"] }
  ),
  candidatesOfItem: candidatesFor(builder, "candidates_of_item", (key) => ofBarcode(builder, key)),
  candidatesAfterReservation: candidatesFor(builder, "candidates_after_reservation", (key) =>
    ofReservedCopy(builder, key)
  ),
  candidatesBeside: manyRows(
    "candidates_beside",
    candidate,
    waitingBeside(builder, reservationsWithReaders(builder) as unknown as Narrowed),
    [["reservation", "place"]],
    "limited"
  )
})

const candidate = shapeOf({ reservation: rowOf("reservation"), reader: rowOf("reader"), account: rowOf("account") })

type Key = "title_id" | "item_id" | "volume" | "type"

/** A query of reservations that can be narrowed. */
interface Narrowed {
  readonly where: (condition: (where: ExpressionBuilder<Database, "reservation">) => Expression<SqlBool>) => this
}

/** Reservations of those asked for that wait for this copy, or for any like it. */
const waitingFor = <Q extends Narrowed>(reservations: Q, copy: (key: Key) => Expression<string>): Q =>
  reservations.where((where) =>
    where.and([
      where("reservation.title_id", "=", copy("title_id")),
      where("reservation.place", "is not", null),
      where("reservation.state", "=", sql.lit("waiting")),
      where.or([where("reservation.item_id", "is", null), where("reservation.item_id", "=", copy("item_id"))]),
      where.or([where("reservation.volume", "=", sql.lit("")), where("reservation.volume", "=", copy("volume"))]),
      where.or([where("reservation.item_type", "=", sql.lit("")), where("reservation.item_type", "=", copy("type"))])
    ])
  )

/** Reservations of those asked for that wait for the title of the one that is asked by, without it. */
const waitingBeside = <Q extends Narrowed>(builder: Builder, reservations: Q): Q =>
  reservations.where((where) =>
    where.and([
      where("reservation.title_id", "=", titleOfReservation(builder)),
      where("reservation.place", "is not", null),
      where("reservation.state", "=", sql.lit("waiting")),
      where("reservation.reservation_id", "<>", parameter("reservationId"))
    ])
  )

/** Ids of the readers of the first so many candidates, as the candidates are asked for. */
export const readersOfCandidates = (builder: Builder, copy: (key: Key) => Expression<string>): Expression<string> =>
  waitingFor(readersInOrder(builder), copy) as unknown as Expression<string>

/** The same of those who wait besides a reservation. */
export const readersBeside = (builder: Builder): Expression<string> =>
  waitingBeside(builder, readersInOrder(builder)) as unknown as Expression<string>

const readersInOrder = ({ db }: Builder): Narrowed =>
  db
    .selectFrom("reservation")
    .innerJoin("reservation_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.reservation_id", "=", "reservation.reservation_id")
    )
    .select("link.reader_id")
    .where("reservation.tenant_id", "=", tenant)
    .orderBy("reservation.place")
    .limit(parameter<number>("limit")) as unknown as Narrowed

/** Reservations with who has them. */
const reservationsWithReaders = ({ db }: Builder) =>
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

const candidatesFor = <By>(
  builder: Builder,
  name: string,
  copy: (key: Key) => Expression<string>
): Query<By, ReadonlyArray<Candidate>> =>
  manyRows(
    name,
    candidate,
    waitingFor(reservationsWithReaders(builder) as unknown as Narrowed, copy),
    [["reservation", "place"]],
    "limited"
  )
