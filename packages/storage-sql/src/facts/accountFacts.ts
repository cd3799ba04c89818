import type { LoanId } from "@openshelf/core"
import { sql } from "kysely"
import { tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** What a reader owes, and the lines of the account. */
export const accountFacts = (builder: Builder): Pick<Slots, "chargesOfReader" | "entriesOfReader"> => ({
  chargesOfReader: manyRows(
    "charges_of_reader",
    shapeOf({
      charge: rowOf("charge"),
      loanId: oneValue<LoanId | null>(sql.ref("loan.loan_id")),
      loanClosed: oneValue(
        sql`case when ${sql.ref("loan.closed_at")} is not null then 1 else 0 end`,
        (cell) => cell === 1
      )
    }),
    builder.db
      .selectFrom("charge")
      .leftJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
      )
      .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
      .where("charge.tenant_id", "=", tenant)
      .where("charge.account_id", "=", readerOfCard(builder))
      .where("charge.outstanding", ">", sql.lit(0)),
    [
      ["charge", "raisedAt"],
      ["charge", "chargeId"]
    ]
  ),
  entriesOfReader: pageOfRows(
    "entries_of_reader",
    shapeOfOnly("entry", rowOf("entry")),
    builder.db
      .selectFrom("entry")
      .where("entry.tenant_id", "=", tenant)
      .where("entry.account_id", "=", readerOfCard(builder)),
    {
      order: [
        ["entry", "at"],
        ["entry", "entryId"]
      ],
      down: true,
      cursor: ["integer", "text"]
    }
  )
})
