import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { oneRow } from "./query.ts"
import { rowOf, shapeOfOnly } from "./shape.ts"

/** Loans between systems, and what is to be told of them. */
export const interlendingFacts = ({ db }: Builder): Pick<Slots, "interloan" | "messageToSend"> => ({
  interloan: oneRow(
    "interloan",
    shapeOfOnly("interloan", rowOf("interloan")),
    db
      .selectFrom("interloan")
      .where("interloan.tenant_id", "=", tenant)
      .where("interloan.interloan_id", "=", parameter("interloanId"))
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
