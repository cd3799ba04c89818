import type { BookedItem, Instant, ReaderId } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { copyOfReservation, itemOfBooking, ofBarcode, readerOfBooking, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type BookingSlots = Pick<
  Slots,
  | "booking"
  | "bookingsBeside"
  | "bookingsOfItem"
  | "bookingsOfReservation"
  | "bookingsOfTitle"
  | "bookingsOfLoans"
  | "bookingsOfReader"
  | "bookingsOfOther"
  | "bookingsOfBooker"
  | "bookingsOver"
>

/** Bookings, with whose they are while they live. */
export const bookingFacts = (builder: Builder): BookingSlots => ({
  booking: oneRow(
    "booking",
    shapeOf({
      ...ownedParts,
      ...itemParts,
      reader: rowOf("reader"),
      account: rowOf("account"),
      loanDueAt: oneValue<Instant | null>(loanDueAt(builder))
    }),
    bookedItems(builder)
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "link.reader_id")
      )
      .where("booking.booking_id", "=", parameter("bookingId"))
  ),
  bookingsBeside: manyRows(
    "bookings_beside",
    shapeOf(ownedParts),
    liveBookings(builder)
      .where("booking.item_id", "=", itemOfBooking(builder))
      .where("booking.booking_id", "<>", parameter("bookingId")),
    firstBlocked
  ),
  bookingsOfItem: manyRows(
    "bookings_of_item",
    shapeOf(ownedParts),
    liveBookings(builder).where("booking.item_id", "=", ofBarcode(builder, "item_id")),
    firstBlocked
  ),
  bookingsOfReservation: manyRows(
    "bookings_of_reservation",
    shapeOf(ownedParts),
    liveBookings(builder).where("booking.item_id", "=", copyOfReservation(builder)),
    firstBlocked
  ),
  bookingsOfTitle: manyRows(
    "bookings_of_title",
    shapeOf(ownedParts),
    liveBookings(builder)
      .innerJoin("item", (join) => join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "booking.item_id"))
      .where("item.title_id", "=", parameter("titleId")),
    firstBlocked
  ),
  bookingsOfLoans: manyRows(
    "bookings_of_loans",
    shapeOf(ownedParts),
    liveBookings(builder)
      .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "booking.item_id"))
      .innerJoin("loan_reader as borrower", (join) =>
        join.on("borrower.tenant_id", "=", tenant).onRef("borrower.loan_id", "=", "loan.loan_id")
      )
      .where("loan.closed_at", "is", null)
      .where("borrower.reader_id", "=", readerOfCard(builder)),
    firstBlocked
  ),
  bookingsOfReader: bookingsOf(builder, "bookings_of_reader", readerOfCard(builder)),
  bookingsOfOther: bookingsOf(builder, "bookings_of_other", readerOfCard(builder, "other")),
  bookingsOfBooker: bookingsOf(builder, "bookings_of_booker", readerOfBooking(builder)),
  bookingsOver: pageOfRows(
    "bookings_over",
    shapeOfOnly("booking", rowOf("booking")),
    builder.db
      .selectFrom("booking")
      .where("booking.tenant_id", "=", tenant)
      .where("booking.ended_at", "is", null)
      .where("booking.until_at", "<", parameter("before")),
    {
      order: [
        ["booking", "untilAt"],
        ["booking", "bookingId"]
      ],
      cursor: ["integer", "text"]
    }
  )
})

const firstBlocked = [
  ["booking", "blockedFrom"],
  ["booking", "bookingId"]
] as const

const ownedParts = {
  booking: rowOf("booking"),
  readerId: oneValue<ReaderId>(sql.ref("link.reader_id"))
}

const bookingsOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<BookedItem>> =>
  manyRows(
    name,
    shapeOf({ ...ownedParts, ...itemParts }),
    bookedItems(builder).where("link.reader_id", "=", reader).where("booking.ended_at", "is", null),
    [
      ["booking", "fromAt"],
      ["booking", "bookingId"]
    ]
  )

const liveBookings = ({ db }: Builder) =>
  db
    .selectFrom("booking")
    .innerJoin("booking_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.booking_id", "=", "booking.booking_id")
    )
    .where("booking.tenant_id", "=", tenant)
    .where("booking.ended_at", "is", null)

const bookedItems = (builder: Builder) =>
  itemsWithTitle(builder)
    .innerJoin("booking", (join) =>
      join.on("booking.tenant_id", "=", tenant).onRef("booking.item_id", "=", "item.item_id")
    )
    .innerJoin("booking_reader as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.booking_id", "=", "booking.booking_id")
    )

/** When the item of the booking of the outer query is due. */
const loanDueAt = ({ db }: Builder): Expression<number | null> =>
  db
    .selectFrom("loan")
    .select("loan.due_at as due")
    .where("loan.tenant_id", "=", tenant)
    .where("loan.item_id", "=", sql.ref<string>("booking.item_id"))
    .where("loan.closed_at", "is", null)
    .$asScalar()
