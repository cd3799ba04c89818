import type { LoanId, Minor } from "@openshelf/core"
import { sql } from "kysely"
import { tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows } from "./query.ts"
import { oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

/** What a reader owes, and the lines of the account. */
export const accountFacts = (
  builder: Builder
): Pick<Slots, "chargesOfReader" | "chargesOfItem" | "depositsOfReader" | "entriesOfReader"> => ({
  chargesOfItem: manyRows(
    "charges_of_item",
    shapeOf(loanCharge(builder)),
    linkedCharges(builder).where("link.loan_id", "=", ofBarcode(builder, "loan_id")),
    [["charge", "chargeId"]]
  ),
  depositsOfReader: manyRows(
    "deposits_of_reader",
    shapeOf({
      ...loanCharge(builder),
      loanId: oneValue<LoanId>(sql.ref("loan.loan_id")),
      loanClosed: oneValue(
        sql`case when ${sql.ref("loan.closed_at")} is not null then 1 else 0 end`,
        (cell) => cell === 1
      )
    }),
    linkedCharges(builder)
      .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
      .where("charge.account_id", "=", readerOfCard(builder))
      .where("charge.kind", "=", sql.lit("deposit")),
    [["charge", "chargeId"]]
  ),
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

const linkedCharges = ({ db }: Builder) =>
  db
    .selectFrom("charge")
    .innerJoin("charge_loan as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
    )
    .where("charge.tenant_id", "=", tenant)

/** A charge, and how much of it was paid. */
const loanCharge = ({ db }: Builder) => ({
  charge: rowOf("charge"),
  paid: oneValue<Minor>(
    db
      .selectFrom("allotment")
      .innerJoin("entry", (join) =>
        join.on("entry.tenant_id", "=", tenant).onRef("entry.entry_id", "=", "allotment.entry_id")
      )
      .select(sql<number>`cast(coalesce(sum(${sql.ref("allotment.amount")}), 0) as bigint)`.as("paid"))
      .where("allotment.tenant_id", "=", tenant)
      .where(sql.ref("allotment.charge_id"), "=", sql.ref("charge.charge_id"))
      .where("entry.kind", "=", sql.lit("payment"))
  )
})
