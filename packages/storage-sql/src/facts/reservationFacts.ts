import type { KeptReservation, PickupSlotRow, ReaderId, ReservationFacts } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, ofBookedItem, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type ReservationSlots = Pick<
  Slots,
  | "setAsideOfItem"
  | "setAsideOfBooking"
  | "reservation"
  | "reservationsOfReader"
  | "reservationsOfOther"
  | "shelfExpired"
  | "waitExpired"
  | "suspensionOver"
>

/** Reservations, with whose they are while they live. */
export const reservationFacts = (builder: Builder): ReservationSlots => {
  return {
    setAsideOfItem: keptBy(builder, "set_aside_of_item", ofBarcode(builder, "reservation_id")),
    setAsideOfBooking: keptBy(builder, "set_aside_of_booking", ofBookedItem(builder, "reservation_id")),
    reservation: oneRow(
      "reservation",
      mapped(shapeOf({ ...ownedParts, queue: queuePart, slot: slotPart }), withSlot),
      slotted(builder)
        .innerJoin("title_queue as queue", (join) =>
          join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "reservation.title_id")
        )
        .where("reservation.reservation_id", "=", parameter("reservationId"))
    ),
    reservationsOfReader: liveOf(builder, "reservations_of_reader", readerOfCard(builder)),
    reservationsOfOther: liveOf(builder, "reservations_of_other", readerOfCard(builder, "other")),
    shelfExpired: pageOfRows(
      "shelf_expired",
      shapeOfOnly("reservation", rowOf("reservation")),
      builder.db
        .selectFrom("reservation")
        .where("reservation.tenant_id", "=", tenant)
        .where("reservation.state", "=", sql.lit("setAside"))
        .where("reservation.shelf_until", "<", parameter("before")),
      { order: [["reservation", "reservationId"]], cursor: ["text"] }
    ),
    waitExpired: waitingPast(builder, "wait_expired", "waitUntil", "wait_until"),
    suspensionOver: waitingPast(builder, "suspension_over", "suspendedUntil", "suspended_until")
  }
}

/** The reservation that has a copy, with whom it is for. */
const keptBy = <By>(
  builder: Builder,
  name: string,
  reservationId: Expression<string>
): Query<By, KeptReservation | null> =>
  oneRow(
    name,
    mapped(shapeOf({ ...ownedParts, slot: slotPart, reader: rowOf("reader") }), withSlot),
    slotted(builder)
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .where("reservation.reservation_id", "=", reservationId)
  )

/** Reservations that still wait though an instant of theirs has passed, the one of the earliest first. */
const waitingPast = (
  { db }: Builder,
  name: string,
  instant: "waitUntil" | "suspendedUntil",
  column: "wait_until" | "suspended_until"
) =>
  pageOfRows(
    name,
    shapeOfOnly("reservation", rowOf("reservation")),
    db
      .selectFrom("reservation")
      .where("reservation.tenant_id", "=", tenant)
      .where("reservation.state", "=", sql.lit("waiting"))
      .where(`reservation.${column}`, "<", parameter("before")),
    {
      order: [
        ["reservation", instant],
        ["reservation", "reservationId"]
      ],
      cursor: ["integer", "text"]
    }
  )

const queuePart = rowOf("titleQueue", "queue")
const slotPart = rowOf("pickupSlot", "slot")
const titlePart = fieldsOf("title", ["titleId", "title", "responsibility", "format", "language"])
const ownedParts = {
  reservation: rowOf("reservation"),
  readerId: oneValue<ReaderId>(sql.ref("link.reader_id"))
}

/** Reservations of a reader that live, with their titles and queues. */
const liveOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<ReservationFacts>> =>
  manyRows(
    name,
    shapeOf({ ...ownedParts, title: titlePart, queue: queuePart, ahead: oneValue<number>(waitingAhead(builder)) }),
    queued(builder)
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "reservation.title_id")
      )
      .where("link.reader_id", "=", reader)
      .where("reservation.ended_at", "is", null),
    [
      ["reservation", "placedAt"],
      ["reservation", "reservationId"]
    ]
  )

const queued = (builder: Builder) =>
  ownedReservations(builder).innerJoin("title_queue as queue", (join) =>
    join.on("queue.tenant_id", "=", tenant).onRef("queue.title_id", "=", "reservation.title_id")
  )

/** With the pickup slot that they have, if any. */
const slotted = (builder: Builder) =>
  ownedReservations(builder)
    .leftJoin("slot_taken as held", (join) =>
      join.on("held.tenant_id", "=", tenant).onRef("held.reservation_id", "=", "reservation.reservation_id")
    )
    .leftJoin("pickup_slot as slot", (join) =>
      join.on("slot.tenant_id", "=", tenant).onRef("slot.slot_id", "=", "held.slot_id")
    )

const withSlot = <Row extends { readonly slot: PickupSlotRow }>({ slot, ...found }: Row) => ({
  ...found,
  slot: slot.slotId === null ? null : slot
})

const ownedReservations = ({ db }: Builder) =>
  db
    .selectFrom("reservation")
    .innerJoin("reservation_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.reservation_id", "=", "reservation.reservation_id")
    )
    .where("reservation.tenant_id", "=", tenant)

/** How many wait in the title's queue before the reservation of the outer query. */
const waitingAhead = ({ db }: Builder): Expression<number> =>
  db
    .selectFrom("reservation as other")
    .select((count) => count.fn.countAll<number>().as("ahead"))
    .where("other.tenant_id", "=", tenant)
    .where("other.title_id", "=", sql.ref<string>("reservation.title_id"))
    .where("other.state", "=", sql.lit("waiting"))
    .where("other.place", "<", sql.ref<number>("reservation.place"))
    .$asScalar()
