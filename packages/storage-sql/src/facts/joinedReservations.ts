import type { JoinedReservation } from "@openshelf/core"
import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { readersOfCandidates } from "./candidates.ts"
import { ofBarcode, ofReservedCopy, readerOfCard, readerOfReservation } from "./keys.ts"
import { manyRows, type Query } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf } from "./shape.ts"

type JoinedSlots =
  | "joinedOfQueue"
  | "joinedAfterReservation"
  | "joinedOfKept"
  | "joinedOfReservation"
  | "joinedOfReader"

/** Reservations of a reader that are joined with others. */
export const joinedReservations = (builder: Builder): Pick<Slots, JoinedSlots> => ({
  joinedOfQueue: joinedOf(
    builder,
    "joined_of_queue",
    readersOfCandidates(builder, (key) => ofBarcode(builder, key))
  ),
  joinedAfterReservation: joinedOf(
    builder,
    "joined_after_reservation",
    readersOfCandidates(builder, (key) => ofReservedCopy(builder, key))
  ),
  joinedOfKept: joinedOf(builder, "joined_of_kept", readerOfReservation(builder, ofBarcode(builder, "reservation_id"))),
  joinedOfReservation: joinedOf(
    builder,
    "joined_of_reservation",
    readerOfReservation(builder, parameter("reservationId"))
  ),
  joinedOfReader: joinedOf(builder, "joined_of_reader", readerOfCard(builder))
})

const joinedOf = <By>(
  { db }: Builder,
  name: string,
  readers: Expression<string>
): Query<By, ReadonlyArray<JoinedReservation>> =>
  manyRows(
    name,
    mapped(
      shapeOf({
        reservation: rowOf("reservation"),
        link: fieldsOf("reservationReader", ["groupId", "groupKind"], "link")
      }),
      ({ reservation, link }) => ({ reservation, ...link }) as JoinedReservation
    ),
    db
      .selectFrom("reservation_reader as link")
      .innerJoin("reservation", (join) =>
        join.on("reservation.tenant_id", "=", tenant).onRef("reservation.reservation_id", "=", "link.reservation_id")
      )
      .where("link.tenant_id", "=", tenant)
      .where("link.reader_id", "in", readers)
      .where("link.group_id", "is not", null),
    [["reservation", "reservationId"]]
  )
