import type { ChargedIncident, Instant, LoanRow, Minor } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { loanCharge, paidCharge } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, type Query } from "./query.ts"
import { copies, copyCount } from "./renewalFacts.ts"
import { mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type LossSlots =
  | "lossOfItem"
  | "chargesOfLoss"
  | "incidentChargesOfReader"
  | "incidentChargesOfOther"
  | "blockingIncidents"
  | "titleOfIncident"
  | "copiesOfIncident"
  | "loanChargesOfIncident"

/** What a loss was charged with, whom, and what it is reckoned from. */
export const lossFacts = (builder: Builder): Pick<Slots, LossSlots> => ({
  lossOfItem: oneRow(
    "loss_of_item",
    mapped(shapeOf({ incident: rowOf("incident"), loan: rowOf("loan") }), withLoan),
    lossOfItem(builder).leftJoin("loan", (join) =>
      join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "incident.loan_id")
    )
  ),
  chargesOfLoss: manyRows(
    "charges_of_loss",
    shapeOf({
      ...paidCharge(builder),
      paidAt: oneValue<Instant | null>(paidAt(builder)),
      handedOver: oneValue<Minor>(handedOver(builder)),
      reader: rowOf("reader"),
      account: rowOf("account")
    }),
    linkedCharges(builder)
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "charge.account_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "charge.account_id")
      )
      .where("link.incident_id", "=", lossOfItem(builder).select("incident.incident_id").$asScalar()),
    [["charge", "chargeId"]]
  ),
  incidentChargesOfReader: incidentChargesOf(builder, "incident_charges_of_reader", readerOfCard(builder)),
  incidentChargesOfOther: incidentChargesOf(builder, "incident_charges_of_other", readerOfCard(builder, "other")),
  blockingIncidents: manyRows(
    "blocking_incidents",
    shapeOfOnly("incident", rowOf("incident")),
    builder.db
      .selectFrom("loan_reader as link")
      .innerJoin("incident", (join) =>
        join.on("incident.tenant_id", "=", tenant).onRef("incident.loan_id", "=", "link.loan_id")
      )
      .where("link.tenant_id", "=", tenant)
      .where("link.reader_id", "=", readerOfCard(builder))
      .where("incident.blocks_borrowing", "=", sql.lit(1)),
    [["incident", "incidentId"]]
  ),
  titleOfIncident: oneRow(
    "title_of_incident",
    shapeOfOnly("title", rowOf("title")),
    builder.db
      .selectFrom("title")
      .where("title.tenant_id", "=", tenant)
      .where("title.title_id", "=", titleOfIncident(builder))
  ),
  copiesOfIncident: manyRows(
    "copies_of_incident",
    copyCount,
    copies(builder).where("item.title_id", "=", titleOfIncident(builder)),
    []
  ),
  loanChargesOfIncident: manyRows(
    "loan_charges_of_incident",
    shapeOf(loanCharge(builder)),
    builder.db
      .selectFrom("charge")
      .innerJoin("charge_loan as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
      )
      .where("charge.tenant_id", "=", tenant)
      .where("link.loan_id", "=", loanOfIncident(builder)),
    [["charge", "chargeId"]]
  )
})

/** What an outer join did not find is no loan. */
const withLoan = <Row extends { readonly loan: LoanRow }>({ loan, ...found }: Row) => ({
  ...found,
  loan: loan.loanId === null ? null : loan
})

/** The last loss of the item that is not over, or was settled. */
const lossOfItem = (builder: Builder) =>
  builder.db
    .selectFrom("incident")
    .where("incident.tenant_id", "=", tenant)
    .where("incident.item_id", "=", ofBarcode(builder, "item_id"))
    .where("incident.kind", "in", [sql.lit("loss"), sql.lit("theft"), sql.lit("missing")])
    .where((of) => of.or([of("incident.ended_at", "is", null), of("incident.state", "=", sql.lit("settled"))]))
    .orderBy("incident.reported_at", "desc")
    .orderBy("incident.incident_id", "desc")
    .limit(sql.lit(1))

const linkedCharges = ({ db }: Builder) =>
  db
    .selectFrom("charge")
    .innerJoin("charge_incident as link", (join) =>
      join.on("link.tenant_id", "=", tenant).onRef("link.charge_id", "=", "charge.charge_id")
    )
    .where("charge.tenant_id", "=", tenant)

export const incidentChargesOf = <By>(
  builder: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<ChargedIncident>> =>
  manyRows(
    name,
    mapped(
      shapeOf({ ...paidCharge(builder), incident: rowOf("incident"), loan: rowOf("loan"), ...itemParts }),
      withLoan
    ),
    itemsWithTitle(builder)
      .innerJoin("incident", (join) =>
        join.on("incident.tenant_id", "=", tenant).onRef("incident.item_id", "=", "item.item_id")
      )
      .innerJoin("charge_incident as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.incident_id", "=", "incident.incident_id")
      )
      .innerJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "link.charge_id")
      )
      .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "incident.loan_id"))
      .where("charge.account_id", "=", reader)
      .where("charge.kind", "in", [sql.lit("loss"), sql.lit("damage"), sql.lit("processing")]),
    [["charge", "chargeId"]]
  )

/** When money last went to the charge of the outer query. */
const paidAt = ({ db }: Builder) =>
  db
    .selectFrom("allotment as part")
    .innerJoin("entry as paying", (join) =>
      join.on("paying.tenant_id", "=", tenant).onRef("paying.entry_id", "=", "part.entry_id")
    )
    .select(sql<number | null>`max(${sql.ref("part.at")})`.as("paid_at"))
    .where("part.tenant_id", "=", tenant)
    .where(sql.ref("part.charge_id"), "=", sql.ref("charge.charge_id"))
    .where("part.amount", ">", sql.lit(0))
    .where("paying.kind", "in", [sql.lit("payment"), sql.lit("credit"), sql.lit("refund")])
    .where(
      db
        .selectFrom("allotment as whole")
        .select(sql<number>`sum(${sql.ref("whole.amount")})`.as("left"))
        .where("whole.tenant_id", "=", tenant)
        .where(sql.ref("whole.charge_id"), "=", sql.ref("part.charge_id"))
        .where(sql.ref("whole.entry_id"), "=", sql.ref("part.entry_id")),
      ">",
      sql.lit(0)
    )

const handedOver = ({ db }: Builder) =>
  db
    .selectFrom("allotment as part")
    .innerJoin("entry as given", (join) =>
      join.on("given.tenant_id", "=", tenant).onRef("given.entry_id", "=", "part.entry_id")
    )
    .select(sql<number>`cast(coalesce(sum(${sql.ref("part.amount")}), 0) as bigint)`.as("handed_over"))
    .where("part.tenant_id", "=", tenant)
    .where(sql.ref("part.charge_id"), "=", sql.ref("charge.charge_id"))
    .where("given.kind", "=", sql.lit("transfer"))

const ofIncident = ({ db }: Builder) =>
  db
    .selectFrom("incident")
    .where("incident.tenant_id", "=", tenant)
    .where("incident.incident_id", "=", parameter("incidentId"))

const loanOfIncident = (builder: Builder): Expression<string> =>
  ofIncident(builder).select("incident.loan_id as id").$castTo<{ id: string }>().$asScalar()

const titleOfIncident = (builder: Builder): Expression<string> =>
  ofIncident(builder)
    .innerJoin("item as lost", (join) =>
      join.on("lost.tenant_id", "=", tenant).onRef("lost.item_id", "=", "incident.item_id")
    )
    .select("lost.title_id as id")
    .$castTo<{ id: string }>()
    .$asScalar()
