import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { oneRow, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** Loans between systems, and what is to be told of them. */
export const interlendingFacts = ({
  db
}: Builder): Pick<Slots, "interloan" | "interloanOfReservation" | "openInterloans" | "messageToSend"> => ({
  interloan: oneRow(
    "interloan",
    shapeOfOnly("interloan", rowOf("interloan")),
    db
      .selectFrom("interloan")
      .where("interloan.tenant_id", "=", tenant)
      .where("interloan.interloan_id", "=", parameter("interloanId"))
  ),
  interloanOfReservation: oneRow(
    "interloan_of_reservation",
    shapeOfOnly("interloan", rowOf("interloan")),
    db
      .selectFrom("interloan")
      .where("interloan.tenant_id", "=", tenant)
      .where("interloan.open_reservation_id", "=", parameter("reservationId"))
  ),
  openInterloans: pageOfRows(
    "open_interloans",
    mapped(
      shapeOf({
        interloan: rowOf("interloan"),
        copy: fieldsOf("item", ["itemId", "barcode", "status", "presentBranch", "loanId"]),
        reservation: fieldsOf("reservation", ["reservationId", "state", "pickupBranch"])
      }),
      ({ interloan, copy, reservation }) => ({
        interloan,
        copy: copy.itemId === null ? null : copy,
        reservation: reservation.reservationId === null ? null : reservation
      })
    ),
    db
      .selectFrom("interloan")
      .leftJoin("item", (join) =>
        join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "interloan.item_id")
      )
      .leftJoin("reservation", (join) =>
        join
          .on("reservation.tenant_id", "=", tenant)
          .onRef("reservation.reservation_id", "=", "interloan.reservation_id")
      )
      .where("interloan.tenant_id", "=", tenant)
      .where("interloan.side", "=", parameter("side"))
      .where("interloan.ended_at", "is", null),
    { order: [["interloan", "interloanId"]], cursor: ["text"] }
  ),
  messageToSend: oneRow(
    "message_to_send",
    shapeOfOnly("outbox", rowOf("outbox")),
    db
      .selectFrom("outbox")
      .where("outbox.tenant_id", "=", tenant)
      .where("outbox.message_id", "=", parameter("messageId"))
  )
})
