import type { OverdueFacts, RunningCharge, SettledCharge } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { paidCharge, paidOf, paidSum } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, rowOf, shapeOf } from "./shape.ts"

/** Overdue loans with everything that their lateness depends on, and the charge that runs for each. */
export const overdueFacts = (
  builder: Builder
): Pick<Slots, "overdueLoans" | "settledOfReader" | "accruingOfReader" | "accruingOfOther"> => ({
  settledOfReader: settledOf(builder, "settled_of_reader", readerOfCard(builder)),
  accruingOfReader: accruingOf(builder, "accruing_of_reader", readerOfCard(builder), ["overdue"]),
  accruingOfOther: accruingOf(builder, "accruing_of_other", readerOfCard(builder, "other"), ["overdue", "reminder"]),
  overdueLoans: pageOfRows(
    "overdue_loans",
    mapped(
      shapeOf({
        loan: rowOf("loan"),
        ...itemParts,
        reader: rowOf("reader"),
        account: rowOf("account"),
        ...paidCharge(builder),
        fees: rowOf("charge", "fees"),
        paidFees: paidOf(builder, "fees")
      }),
      ({ charge, paid, fees, paidFees, ...lent }): OverdueFacts => {
        const { renewalCount } = lent.loan
        return {
          ...lent,
          known: charge.chargeId === null ? null : { charge, paid, renewalCount },
          reminded: fees.chargeId === null ? null : { charge: fees, paid: paidFees, renewalCount }
        }
      }
    ),
    itemsWithTitle(builder)
      .innerJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "item.item_id"))
      .innerJoin("loan_reader as borrower", (join) =>
        join.on("borrower.tenant_id", "=", tenant).onRef("borrower.loan_id", "=", "loan.loan_id")
      )
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "borrower.reader_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "reader.reader_id")
      )
      .leftJoin("charge_loan as running", (join) =>
        join
          .on("running.tenant_id", "=", tenant)
          .onRef("running.loan_id", "=", "loan.loan_id")
          .on("running.kind", "=", sql.lit("overdue"))
          .onRef("running.renewal_count", "=", "loan.renewal_count")
      )
      .leftJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "running.charge_id")
      )
      .leftJoin("charge_loan as reminding", (join) =>
        join
          .on("reminding.tenant_id", "=", tenant)
          .onRef("reminding.loan_id", "=", "loan.loan_id")
          .on("reminding.kind", "=", sql.lit("reminder"))
          .onRef("reminding.renewal_count", "=", "loan.renewal_count")
      )
      .leftJoin("charge as fees", (join) =>
        join.on("fees.tenant_id", "=", tenant).onRef("fees.charge_id", "=", "reminding.charge_id")
      )
      .where("loan.closed_at", "is", null)
      .where("loan.state", "=", sql.lit("onLoan"))
      .where("loan.due_at", "<", parameter<number>("before")),
    {
      order: [
        ["loan", "dueAt"],
        ["loan", "loanId"]
      ],
      cursor: ["integer", "text"]
    }
  )
})

const accruingOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>,
  kinds: ReadonlyArray<"overdue" | "reminder">
): Query<By, ReadonlyArray<RunningCharge>> =>
  manyRows(
    name,
    mapped(
      shapeOf({ ...paidCharge(builder), loan: fieldsOf("loan", ["loanId", "renewalCount"]) }),
      ({ loan, ...known }) => ({ ...known, ...loan })
    ),
    builder.db
      .selectFrom("loan_reader as borrower")
      .innerJoin("loan", (join) =>
        join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "borrower.loan_id")
      )
      .innerJoin("charge_loan as running", (join) =>
        join
          .on("running.tenant_id", "=", tenant)
          .onRef("running.loan_id", "=", "loan.loan_id")
          .onRef("running.renewal_count", "=", "loan.renewal_count")
      )
      .innerJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "running.charge_id")
      )
      .where("borrower.tenant_id", "=", tenant)
      .where("borrower.reader_id", "=", reader)
      .where(
        "running.kind",
        "in",
        kinds.map((kind) => sql.lit(kind))
      )
      .where("loan.closed_at", "is", null),
    [["charge", "chargeId"]]
  )

/** Charges of the reader's lost loans of which nothing is owed, without deposits. */
export const settledOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<SettledCharge>> =>
  manyRows(
    name,
    mapped(
      shapeOf({ charge: fieldsOf("charge", ["chargeId"]), loan: fieldsOf("loan", ["loanId"]) }),
      ({ charge, loan }) => ({ ...charge, ...loan })
    ),
    builder.db
      .selectFrom("loan_reader as borrower")
      .innerJoin("loan", (join) =>
        join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "borrower.loan_id")
      )
      .innerJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.loan_id", "=", "loan.loan_id")
      )
      .innerJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "link.charge_id")
      )
      .where("borrower.tenant_id", "=", tenant)
      .where("borrower.reader_id", "=", reader)
      .where("loan.closed_at", "is", null)
      .where("loan.state", "=", sql.lit("lost"))
      .where("charge.outstanding", "=", sql.lit(0))
      .where((of) =>
        of.or([
          of("charge.kind", "<>", sql.lit("deposit")),
          of(sql.ref("charge.refunded"), "=", paidSum(builder, "charge"))
        ])
      ),
    [["charge", "chargeId"]]
  )
