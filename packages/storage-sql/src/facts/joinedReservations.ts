import type { JoinedReservation } from "@openshelf/core"
import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { readersBeside, readersOfCandidates } from "./candidates.ts"
import { itemParts } from "./itemFacts.ts"
import { ofBarcode, ofReservedCopy, readerOfCard, readerOfReservation } from "./keys.ts"
import { manyRows, type Query } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf } from "./shape.ts"

type JoinedSlots =
  | "joinedOfQueue"
  | "joinedAfterReservation"
  | "joinedBeside"
  | "joinedOfKept"
  | "joinedOfReservation"
  | "joinedOfReader"
  | "joinedOfOther"

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
  joinedBeside: joinedOf(builder, "joined_beside", readersBeside(builder)),
  joinedOfKept: joinedOf(builder, "joined_of_kept", readerOfReservation(builder, ofBarcode(builder, "reservation_id"))),
  joinedOfReservation: joinedOf(
    builder,
    "joined_of_reservation",
    readerOfReservation(builder, parameter("reservationId"))
  ),
  joinedOfReader: joinedOf(builder, "joined_of_reader", readerOfCard(builder)),
  joinedOfOther: joinedOf(builder, "joined_of_other", readerOfCard(builder, "other"))
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
        reader: rowOf("reader"),
        link: fieldsOf("reservationReader", ["groupId", "groupKind"], "link"),
        ...itemParts
      }),
      ({ reservation, reader, link, item, queue, title }) =>
        ({
          reservation,
          reader,
          ...link,
          copy: item.itemId === null ? null : { item, queue, title }
        }) as JoinedReservation
    ),
    db
      .selectFrom("reservation_reader as link")
      .innerJoin("reservation", (join) =>
        join.on("reservation.tenant_id", "=", tenant).onRef("reservation.reservation_id", "=", "link.reservation_id")
      )
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .innerJoin("title_queue as queue", (join) =>
        join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "reservation.title_id")
      )
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "reservation.title_id")
      )
      .leftJoin("item", (join) =>
        join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "reservation.set_aside_item_id")
      )
      .where("link.tenant_id", "=", tenant)
      .where("link.reader_id", "in", readers)
      .where("link.group_id", "is not", null),
    [["reservation", "reservationId"]]
  )
