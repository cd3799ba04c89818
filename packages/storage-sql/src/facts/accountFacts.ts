import type { ChargeFacts, CreditRow, DepositFacts, IncidentId, LoanId, Minor } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { borrowerOfItem, ofBarcode, readerOfBooking, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type AccountSlots =
  | "chargesOfReader"
  | "chargesOfBorrower"
  | "chargesOfBooker"
  | "chargesOfItem"
  | "chargesOfOther"
  | "creditsOfReader"
  | "creditsOfOther"
  | "oneCharge"
  | "entryOfReader"
  | "allottedByEntry"
  | "forgoneWithEntry"
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
  creditsOfReader: creditsOf(builder, "credits_of_reader", readerOfCard(builder)),
  creditsOfOther: creditsOf(builder, "credits_of_other", readerOfCard(builder, "other")),
  oneCharge: oneRow(
    "one_charge",
    shapeOf(paidCharge(builder)),
    chargesOfCard(builder).where("charge.charge_id", "=", parameter("chargeId"))
  ),
  entryOfReader: oneRow(
    "entry_of_reader",
    mapped(
      shapeOf({
        entry: rowOf("entry"),
        credit: rowOf("credit"),
        isVoid: oneValue(isVoid(builder), (cell) => Number(cell) > 0)
      }),
      ({ credit, ...found }) => ({ ...found, credit: credit.creditId === null ? null : credit })
    ),
    builder.db
      .selectFrom("entry")
      .leftJoin("credit", (join) =>
        join.on("credit.tenant_id", "=", tenant).onRef("credit.credit_id", "=", "entry.entry_id")
      )
      .where("entry.tenant_id", "=", tenant)
      .where("entry.entry_id", "=", parameter("entryId"))
      .where("entry.account_id", "=", readerOfCard(builder))
  ),
  allottedByEntry: manyRows(
    "allotted_by_entry",
    shapeOf({ ...paidCharge(builder), amount: oneValue<Minor>(allottedTo(builder, asked)) }),
    chargesOfCard(builder).where(
      "charge.charge_id",
      "in",
      allotmentsOf(builder, asked)
        .select("allotment.charge_id")
        .groupBy("allotment.charge_id")
        .having(sql<boolean>`sum(${sql.ref("allotment.amount")}) <> 0`)
    ),
    [["charge", "chargeId"]]
  ),
  forgoneWithEntry: manyRows(
    "forgone_with_entry",
    mapped(
      shapeOf({
        ...paidCharge(builder),
        amount: oneValue<Minor>(allottedTo(builder, sql.ref("entry.entry_id"))),
        entry: fieldsOf("entry", ["entryId"])
      }),
      ({ entry, ...found }) => ({ ...found, ...entry })
    ),
    chargesOfCard(builder)
      .innerJoin("entry", (join) =>
        join
          .on("entry.tenant_id", "=", tenant)
          .onRef("entry.account_id", "=", "charge.account_id")
          .on("entry.corrects", "=", asked)
          .on("entry.kind", "=", sql.lit("waiver"))
      )
      .where(
        "charge.charge_id",
        "in",
        allotmentsOf(builder, sql.ref("entry.entry_id"))
          .select("allotment.charge_id")
          .groupBy("allotment.charge_id")
          .having(sql<boolean>`sum(${sql.ref("allotment.amount")}) <> 0`)
      ),
    [
      ["entry", "entryId"],
      ["charge", "chargeId"]
    ]
  ),
  depositsOfReader: depositsOf(builder, "deposits_of_reader", readerOfCard(builder)),
  depositsOfOther: depositsOf(builder, "deposits_of_other", readerOfCard(builder, "other")),
  chargesOfOther: manyRows(
    "charges_of_other",
    shapeOf({
      charge: rowOf("charge"),
      loanId: oneValue<LoanId | null>(sql.ref("link.loan_id")),
      renewalCount: oneValue<number | null>(sql.ref("link.renewal_count")),
      incidentId: oneValue<IncidentId | null>(sql.ref("cause.incident_id"))
    }),
    builder.db
      .selectFrom("charge")
      .leftJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
      )
      .leftJoin("charge_incident as cause", (join) =>
        join.on("cause.tenant_id", "=", tenant).onRef("cause.charge_id", "=", "charge.charge_id")
      )
      .where("charge.tenant_id", "=", tenant)
      .where("charge.account_id", "=", readerOfCard(builder, "other"))
      .where("charge.outstanding", ">", sql.lit(0)),
    [["charge", "chargeId"]]
  ),
  chargesOfReader: chargesOf(builder, "charges_of_reader", readerOfCard(builder)),
  chargesOfBooker: chargesOf(builder, "charges_of_booker", readerOfBooking(builder)),
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

const creditsOf = <By>(
  { db }: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<CreditRow>> =>
  manyRows(
    name,
    shapeOfOnly("credit", rowOf("credit")),
    db
      .selectFrom("credit")
      .where("credit.tenant_id", "=", tenant)
      .where("credit.account_id", "=", reader)
      .where("credit.remaining", ">", sql.lit(0)),
    [
      ["credit", "raisedAt"],
      ["credit", "creditId"]
    ]
  )

export const chargesOf = <By>(
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

const chargesOfCard = (builder: Builder) =>
  builder.db
    .selectFrom("charge")
    .where("charge.tenant_id", "=", tenant)
    .where("charge.account_id", "=", readerOfCard(builder))

const allotmentsOf = ({ db }: Builder, entryId: Expression<string>) =>
  db.selectFrom("allotment").where("allotment.tenant_id", "=", tenant).where("allotment.entry_id", "=", entryId)

const asked = parameter<string>("entryId")

/** What of an entry went to this charge. */
const allottedTo = (builder: Builder, entryId: Expression<string>) =>
  allotmentsOf(builder, entryId)
    .select(sql<number>`cast(coalesce(sum(${sql.ref("allotment.amount")}), 0) as bigint)`.as("amount"))
    .where(sql.ref("allotment.charge_id"), "=", sql.ref("charge.charge_id"))

/** How many lines undo this one. */
const isVoid = ({ db }: Builder) =>
  db
    .selectFrom("entry as undo")
    .select(sql<number>`count(*)`.as("count"))
    .where("undo.tenant_id", "=", tenant)
    .where(sql.ref("undo.account_id"), "=", sql.ref("entry.account_id"))
    .where(sql.ref("undo.corrects"), "=", sql.ref("entry.entry_id"))
    .where("undo.kind", "=", sql.lit("void"))

/** The same with the stretch of its loan that it is for. */
export const loanCharge = (builder: Builder) => ({
  ...paidCharge(builder),
  renewalCount: oneValue<number>(sql.ref("link.renewal_count"))
})

/** A charge, and how much of it was paid, in money or by a credit. */
export const paidCharge = (builder: Builder) => ({ charge: rowOf("charge"), paid: paidOf(builder, "charge") })

/** How much of a charge was paid, that stands under this name in the statement. */
export const paidOf = (builder: Builder, charge: "charge" | "fees") => oneValue<Minor>(paidSum(builder, charge))

export const paidSum = ({ db }: Builder, charge: "charge" | "fees") =>
  db
    .selectFrom("allotment")
    .innerJoin("entry", (join) =>
      join.on("entry.tenant_id", "=", tenant).onRef("entry.entry_id", "=", "allotment.entry_id")
    )
    .select(sql<number>`cast(coalesce(sum(${sql.ref("allotment.amount")}), 0) as bigint)`.as("paid"))
    .where("allotment.tenant_id", "=", tenant)
    .where(sql.ref("allotment.charge_id"), "=", sql.ref(`${charge}.charge_id`))
    .where("entry.kind", "in", [sql.lit("payment"), sql.lit("credit"), sql.lit("refund")])
