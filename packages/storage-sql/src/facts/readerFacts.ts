import type { Card, LoanCountRow } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { bind, parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, readerOfBooking, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type ReaderSlots =
  | "reader"
  | "otherReader"
  | "readerById"
  | "pendingReaders"
  | "loanOfItem"
  | "loanOfCharge"
  | "loanCounts"
  | "loanCountsOfOther"
  | "loanCountsOfBooker"
  | "cardsOfReader"
  | "cardsAlike"
  | "cardsOfOther"
  | "cardHolders"

/** Readers with their accounts, cards, and counts of open loans. */
export const readerFacts = (builder: Builder): Pick<Slots, ReaderSlots> => {
  const { db } = builder
  const readers = readersWithAccount(builder)
  return {
    reader: oneRow("reader", shapeOf(parts), readers.where("reader.reader_id", "=", readerOfCard(builder))),
    otherReader: oneRow(
      "other_reader",
      shapeOf(parts),
      readers.where("reader.reader_id", "=", readerOfCard(builder, "other"))
    ),
    readerById: oneRow("reader_by_id", shapeOf(parts), readers.where("reader.reader_id", "=", parameter("readerId"))),
    loanOfItem: oneRow(
      "loan_of_item",
      shapeOf({ loan: rowOf("loan"), ...parts }),
      readers
        .innerJoin("loan_reader as link", (join) =>
          join.on("link.tenant_id", "=", tenant).onRef("link.reader_id", "=", "reader.reader_id")
        )
        .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
        .where("loan.item_id", "=", ofBarcode(builder, "item_id"))
        .where("loan.closed_at", "is", null)
    ),
    loanOfCharge: oneRow(
      "loan_of_charge",
      shapeOf({
        charge: rowOf("charge"),
        loan: rowOf("loan"),
        othersOwed: oneValue<number>(othersOwed(builder)),
        ...parts
      }),
      readers
        .innerJoin("charge", (join) =>
          join.on("charge.tenant_id", "=", tenant).onRef("charge.account_id", "=", "reader.reader_id")
        )
        .innerJoin("charge_loan as link", (join) =>
          join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
        )
        .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "link.loan_id"))
        .where("charge.charge_id", "=", parameter("chargeId"))
    ),
    loanCounts: loanCountsOf(builder, "loan_counts", readerOfCard(builder)),
    loanCountsOfOther: loanCountsOf(builder, "loan_counts_of_other", readerOfCard(builder, "other")),
    loanCountsOfBooker: loanCountsOf(builder, "loan_counts_of_booker", readerOfBooking(builder)),
    cardsOfReader: cardsOf(builder, "cards_of_reader", parameter("readerId")),
    cardsAlike: cardsOf(builder, "cards_alike", readerOfCard(builder)),
    cardsOfOther: cardsOf(builder, "cards_of_other", readerOfCard(builder, "other")),
    pendingReaders: pageOfRows(
      "pending_readers",
      shapeOfOnly("reader", rowOf("reader")),
      db.selectFrom("reader").where("reader.tenant_id", "=", tenant).where("reader.status", "=", sql.lit("pending")),
      { order: [["reader", "readerId"]], cursor: ["text"] }
    ),
    cardHolders: cardHolders(builder)
  }
}

const loanCountsOf = <By>(
  { db }: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<LoanCountRow>> =>
  manyRows(
    name,
    shapeOfOnly("loanCount", rowOf("loanCount")),
    db.selectFrom("loan_count").where("loan_count.tenant_id", "=", tenant).where("loan_count.reader_id", "=", reader),
    (["itemType", "collection", "branch", "onSite"] as const).map((field) => ["loanCount", field] as const)
  )

const cardsOf = <By>({ db }: Builder, name: string, reader: Expression<string>): Query<By, ReadonlyArray<Card>> =>
  manyRows(
    name,
    mapped(shapeOfOnly("card", fieldsOf("card", ["card"])), ({ card }) => card),
    db.selectFrom("card").where("card.tenant_id", "=", tenant).where("card.reader_id", "=", reader),
    [["card", "card"]]
  )

const cardHolders = ({ db }: Builder): Slots["cardHolders"] => {
  const holders: Slots["cardHolders"] = manyRows(
    "card_holders",
    shapeOfOnly("card", rowOf("card")),
    db
      .selectFrom("card")
      .where("card.tenant_id", "=", tenant)
      .where("card.card", "in", [parameter("first"), parameter("second")]),
    [["card", "card"]]
  )
  return {
    ...holders,
    values: (tenantId, { cards: [first, second] }) => bind(holders.statement, tenantId, { first, second })
  }
}

const parts = { reader: rowOf("reader"), account: rowOf("account") }

const readersWithAccount = ({ db }: Builder) =>
  db
    .selectFrom("reader")
    .innerJoin("account", (join) =>
      join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "reader.reader_id")
    )
    .where("reader.tenant_id", "=", tenant)

/** How many other charges of the loan of the outer query something is owed of. */
const othersOwed = ({ db }: Builder): Expression<number> =>
  db
    .selectFrom("charge_loan as other")
    .innerJoin("charge as owed", (join) =>
      join.on("owed.tenant_id", "=", tenant).onRef("owed.charge_id", "=", "other.charge_id")
    )
    .select((count) => count.fn.countAll<number>().as("others"))
    .where("other.tenant_id", "=", tenant)
    .where("other.loan_id", "=", sql.ref<string>("loan.loan_id"))
    .where("other.charge_id", "<>", parameter<string>("chargeId"))
    .where("owed.outstanding", ">", sql.lit(0))
    .$asScalar()
