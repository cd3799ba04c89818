import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { oneRow, pageOfRows } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** Loans between systems, and what is to be told of them. */
export const interlendingFacts = ({ db }: Builder): Pick<Slots, "interloan" | "openInterloans" | "messageToSend"> => ({
  interloan: oneRow(
    "interloan",
    shapeOfOnly("interloan", rowOf("interloan")),
    db
      .selectFrom("interloan")
      .where("interloan.tenant_id", "=", tenant)
      .where("interloan.interloan_id", "=", parameter("interloanId"))
  ),
  openInterloans: pageOfRows(
    "open_interloans",
    mapped(
      shapeOf({
        interloan: rowOf("interloan"),
        copy: fieldsOf("item", ["itemId", "barcode", "status", "presentBranch", "loanId"])
      }),
      ({ interloan, copy }) => ({ interloan, copy: copy.itemId === null ? null : copy })
    ),
    db
      .selectFrom("interloan")
      .leftJoin("item", (join) =>
        join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "interloan.item_id")
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
