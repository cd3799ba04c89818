import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder } from "./builder.ts"

/** The id of the reader with the card that is asked by. */
export const readerOfCard = ({ db }: Builder, by: "card" | "other" = "card"): Expression<string> =>
  db
    .selectFrom("card")
    .select("card.reader_id as id")
    .where("card.tenant_id", "=", tenant)
    .where("card.card", "=", parameter(by))
    .$asScalar()

/** The id of the reader who has the item with the barcode that is asked by. */
export const borrowerOfItem = (builder: Builder): Expression<string> =>
  builder.db
    .selectFrom("loan_reader as lent")
    .innerJoin("loan as held", (join) =>
      join.on("held.tenant_id", "=", tenant).onRef("held.loan_id", "=", "lent.loan_id")
    )
    .select("lent.reader_id as id")
    .where("lent.tenant_id", "=", tenant)
    .where("held.item_id", "=", ofBarcode(builder, "item_id"))
    .where("held.closed_at", "is", null)
    .$asScalar()

type ItemKey = "volume_set" | "volume" | "type" | "item_id" | "title_id" | "reservation_id" | "loan_id"

/** A key of the item with the barcode that is asked by. */
export const ofBarcode = ({ db }: Builder, key: ItemKey): Expression<string> =>
  db
    .selectFrom("item")
    .select(`item.${key} as key`)
    .where("item.tenant_id", "=", tenant)
    .where("item.barcode", "=", parameter("barcode"))
    .$castTo<{ key: string }>()
    .$asScalar()

/** A key of the copy set aside for the reservation that is asked by. */
export const ofReservedCopy = (builder: Builder, key: ItemKey): Expression<string> =>
  builder.db
    .selectFrom("item")
    .select(`item.${key} as key`)
    .where("item.tenant_id", "=", tenant)
    .where("item.item_id", "=", copyOfReservation(builder))
    .$castTo<{ key: string }>()
    .$asScalar()

/** The title of the reservation that is asked by. */
export const titleOfReservation = ({ db }: Builder): Expression<string> =>
  db
    .selectFrom("reservation")
    .select("reservation.title_id as id")
    .where("reservation.tenant_id", "=", tenant)
    .where("reservation.reservation_id", "=", parameter("reservationId"))
    .$asScalar()

/** Whose a live booking is. */
export const readerOfBooking = ({ db }: Builder): Expression<string> =>
  db
    .selectFrom("booking_reader as booker")
    .select("booker.reader_id as id")
    .where("booker.tenant_id", "=", tenant)
    .where("booker.booking_id", "=", parameter("bookingId"))
    .$asScalar()

/** The item of the booking that is asked by. */
export const itemOfBooking = ({ db }: Builder): Expression<string> =>
  db
    .selectFrom("booking as asked")
    .select("asked.item_id as id")
    .where("asked.tenant_id", "=", tenant)
    .where("asked.booking_id", "=", parameter("bookingId"))
    .$asScalar()

/** A key of that item. */
export const ofBookedItem = (builder: Builder, key: ItemKey): Expression<string> =>
  builder.db
    .selectFrom("item")
    .select(`item.${key} as key`)
    .where("item.tenant_id", "=", tenant)
    .where("item.item_id", "=", itemOfBooking(builder))
    .$castTo<{ key: string }>()
    .$asScalar()

/** The id of the copy set aside for the reservation that is asked by. */
export const copyOfReservation = ({ db }: Builder): Expression<string> =>
  db
    .selectFrom("reservation")
    .select("reservation.set_aside_item_id as id")
    .where("reservation.tenant_id", "=", tenant)
    .where("reservation.reservation_id", "=", parameter("reservationId"))
    .$castTo<{ id: string }>()
    .$asScalar()

/** Whose a live reservation is. */
export const readerOfReservation = ({ db }: Builder, reservationId: Expression<string>): Expression<string> =>
  db
    .selectFrom("reservation_reader as owner")
    .select("owner.reader_id as id")
    .where("owner.tenant_id", "=", tenant)
    .where("owner.reservation_id", "=", reservationId)
    .$asScalar()
