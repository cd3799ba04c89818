import type { Expression } from "kysely"
import { parameter, tenant } from "../statement.ts"
import type { Builder, Slots } from "./builder.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, pageOfRows, type Query } from "./query.ts"
import { mapped, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type HistorySlots = "historyOfLoan" | "historyOfReservation" | "historyOfOther" | "historyOfCharge" | "chargesOfLoans"

/** Histories of loans, reservations and charges, for what looks back at an earlier decision. */
export const historyFacts = (builder: Builder): Pick<Slots, HistorySlots> => ({
  historyOfLoan: history("history_of_loan", eventsOf(builder, ofBarcode(builder, "loan_id"))),
  historyOfReservation: history("history_of_reservation", eventsOf(builder, parameter("reservationId"))),
  historyOfOther: history("history_of_other", eventsOf(builder, readerOfCard(builder, "other"))),
  historyOfCharge: history(
    "history_of_charge",
    events(builder).where("event.stream_id", "in", streamsOfCharge(builder))
  ),
  chargesOfLoans: pageOfRows(
    "charges_of_loans",
    mapped(
      shapeOf({ charge: rowOf("charge"), loan: rowOf("loan"), chargeLoan: rowOf("chargeLoan") }),
      ({ charge, loan }) => ({ charge, loan })
    ),
    builder.db
      .selectFrom("charge_loan")
      .innerJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "charge_loan.charge_id")
      )
      .innerJoin("loan", (join) =>
        join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "charge_loan.loan_id")
      )
      .where("charge_loan.tenant_id", "=", tenant)
      .where("charge.raised_at", ">=", parameter("from")),
    {
      order: [
        ["chargeLoan", "loanId"],
        ["chargeLoan", "kind"],
        ["chargeLoan", "renewalCount"]
      ],
      cursor: ["text", "text", "integer"]
    }
  )
})

const history = <By>(name: string, query: unknown): Query<By, ReadonlyArray<never>> =>
  manyRows(name, shapeOfOnly("event", rowOf("event")), query, [
    ["event", "streamId"],
    ["event", "seq"]
  ]) as never

const events = ({ db }: Builder) => db.selectFrom("event").where("event.tenant_id", "=", tenant)

const eventsOf = (builder: Builder, streamId: Expression<string>) =>
  events(builder).where("event.stream_id", "=", streamId)

/** The account that the charge stands in, and its loan. */
const streamsOfCharge = ({ db }: Builder): ReadonlyArray<Expression<string>> => [
  db
    .selectFrom("charge")
    .select("charge.account_id as stream")
    .where("charge.tenant_id", "=", tenant)
    .where("charge.charge_id", "=", parameter("chargeId"))
    .$asScalar(),
  db
    .selectFrom("charge_loan")
    .select("charge_loan.loan_id as stream")
    .where("charge_loan.tenant_id", "=", tenant)
    .where("charge_loan.charge_id", "=", parameter("chargeId"))
    .$asScalar()
]
