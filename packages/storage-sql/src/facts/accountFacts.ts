import type { ChargeFacts, DepositFacts, LoanId, Minor } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { borrowerOfItem, ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows, type Query } from "./query.ts"
import { oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type AccountSlots =
  | "chargesOfReader"
  | "chargesOfBorrower"
  | "chargesOfItem"
  | "chargesOfOther"
  | "depositsOfReader"
  | "depositsOfOther"
  | "entriesOfReader"

/** What a reader owes, and the lines of the account. */
export const accountFacts = (builder: Builder): Pick<Slots, AccountSlots> => ({
  chargesOfItem: manyRows(
    "charges_of_item",
    shapeOf(loanCharge(builder)),
    linkedCharges(builder).where("link.loan_id", "=", ofBarcode(builder, "loan_id")),
    [["charge", "chargeId"]]
  ),
  depositsOfReader: depositsOf(builder, "deposits_of_reader", readerOfCard(builder)),
  depositsOfOther: depositsOf(builder, "deposits_of_other", readerOfCard(builder, "other")),
  chargesOfOther: manyRows(
    "charges_of_other",
    shapeOf({
      charge: rowOf("charge"),
      loanId: oneValue<LoanId | null>(sql.ref("link.loan_id")),
      renewalCount: oneValue<number | null>(sql.ref("link.renewal_count"))
    }),
    builder.db
      .selectFrom("charge")
      .leftJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
      )
      .where("charge.tenant_id", "=", tenant)
      .where("charge.account_id", "=", readerOfCard(builder, "other"))
      .where("charge.outstanding", ">", sql.lit(0)),
    [["charge", "chargeId"]]
  ),
  chargesOfReader: chargesOf(builder, "charges_of_reader", readerOfCard(builder)),
  chargesOfBorrower: chargesOf(builder, "charges_of_borrower", borrowerOfItem(builder)),
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

const chargesOf = <By>(
  { db }: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<ChargeFacts>> =>
  manyRows(
    name,
    shapeOf({
      charge: rowOf("charge"),
      loanId: oneValue<LoanId | null>(sql.ref("loan.loan_id")),
      loanClosed: oneValue(
        sql`case when ${sql.ref("loan.closed_at")} is not null then 1 else 0 end`,
        (cell) => cell === 1
      )
    }),
    db
      .selectFrom("charge")
      .leftJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
      )
      .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
      .where("charge.tenant_id", "=", tenant)
      .where("charge.account_id", "=", reader)
      .where("charge.outstanding", ">", sql.lit(0)),
    [
      ["charge", "raisedAt"],
      ["charge", "chargeId"]
    ]
  )

const depositsOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<DepositFacts>> =>
  manyRows(
    name,
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
      .where("charge.account_id", "=", reader)
      .where("charge.kind", "=", sql.lit("deposit")),
    [["charge", "chargeId"]]
  )

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
