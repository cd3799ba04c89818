import type { IncidentFacts, IncidentId, IncidentReaderRow } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { paidCharge } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { ofBarcode, readerOfCard } from "./keys.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { fieldsOf, mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type IncidentSlots =
  | "incident"
  | "incidentsOfItem"
  | "chargesOfIncident"
  | "chargesOfItemIncidents"
  | "incidentsToBill"
  | "conditionOfItem"
  | "conditionsOfItem"
  | "titleOfItem"
  | "allIncidentsOfItem"
  | "registeredIncidents"
  | "incidentsOfReader"
  | "incidentsOfOther"
  | "lastLoanOfItem"
  | "useOfItem"

/** Losses, thefts and damage, what they were charged with, and what was seen of items. */
export const incidentFacts = (builder: Builder): Pick<Slots, IncidentSlots> => ({
  incident: oneRow("incident", incidentShape, incidents(builder)),
  incidentsOfItem: manyRows("incidents_of_item", shapeOfOnly("incident", rowOf("incident")), openOfItem(builder), [
    ["incident", "reportedAt"],
    ["incident", "incidentId"]
  ]),
  chargesOfIncident: manyRows(
    "charges_of_incident",
    shapeOf(paidCharge(builder)),
    charges(builder).where("link.incident_id", "=", parameter("incidentId")),
    [["charge", "chargeId"]]
  ),
  chargesOfItemIncidents: manyRows(
    "charges_of_item_incidents",
    shapeOf({ ...paidCharge(builder), incidentId: oneValue<IncidentId>(sql.ref("link.incident_id")) }),
    charges(builder).where("link.incident_id", "in", openOfItem(builder).select("incident.incident_id")),
    [["charge", "chargeId"]]
  ),
  incidentsToBill: pageOfRows(
    "incidents_to_bill",
    shapeOfOnly("incident", rowOf("incident")),
    builder.db
      .selectFrom("incident")
      .where("incident.tenant_id", "=", tenant)
      .where("incident.bill_at", "is not", null)
      .where("incident.bill_at", "<", parameter<number>("before")),
    {
      order: [
        ["incident", "billAt"],
        ["incident", "incidentId"]
      ],
      cursor: ["integer", "text"]
    }
  ),
  conditionOfItem: oneRow(
    "condition_of_item",
    shapeOfOnly("condition", rowOf("condition")),
    conditions(builder).orderBy("condition.at", "desc").orderBy("condition.condition_id", "desc").limit(sql.lit(1))
  ),
  conditionsOfItem: pageOfRows(
    "conditions_of_item",
    shapeOfOnly("condition", rowOf("condition")),
    conditions(builder),
    {
      order: [
        ["condition", "at"],
        ["condition", "conditionId"]
      ],
      down: true,
      cursor: ["integer", "text"]
    }
  ),
  registeredIncidents: pageOfRows(
    "registered_incidents",
    mapped(
      shapeOf({
        incident: rowOf("incident"),
        item: fieldsOf("item", ["barcode"]),
        title: fieldsOf("title", ["title"])
      }),
      ({ incident, item, title }) => ({ incident, ...item, ...title })
    ),
    builder.db
      .selectFrom("incident")
      .innerJoin("item", (join) =>
        join.on("item.tenant_id", "=", tenant).onRef("item.item_id", "=", "incident.item_id")
      )
      .innerJoin("title", (join) =>
        join.on("title.tenant_id", "=", tenant).onRef("title.title_id", "=", "item.title_id")
      )
      .where("incident.tenant_id", "=", tenant),
    { order: [["incident", "incidentId"]], cursor: ["text"] }
  ),
  allIncidentsOfItem: pageOfRows(
    "all_incidents_of_item",
    shapeOfOnly("incident", rowOf("incident")),
    incidentsOf(builder),
    {
      order: [
        ["incident", "reportedAt"],
        ["incident", "incidentId"]
      ],
      down: true,
      cursor: ["integer", "text"]
    }
  ),
  incidentsOfReader: incidentLinks(builder, "incidents_of_reader", readerOfCard(builder)),
  incidentsOfOther: incidentLinks(builder, "incidents_of_other", readerOfCard(builder, "other")),
  lastLoanOfItem: oneRow(
    "last_loan_of_item",
    shapeOf({ loan: rowOf("loan"), reader: rowOf("reader"), account: rowOf("account") }),
    builder.db
      .selectFrom("loan")
      .innerJoin("loan_reader as link", (join) =>
        join.on("link.tenant_id", "=", tenant).onRef("link.loan_id", "=", "loan.loan_id")
      )
      .innerJoin("reader", (join) =>
        join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "link.reader_id")
      )
      .innerJoin("account", (join) =>
        join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "link.reader_id")
      )
      .where("loan.tenant_id", "=", tenant)
      .where("loan.loan_id", "=", lastClosedLoan(builder))
  ),
  useOfItem: oneRow(
    "use_of_item",
    shapeOf({
      loanCount: oneValue<number>(sql`count(${sql.ref("loan.loan_id")})`),
      renewalCount: oneValue<number>(sql`cast(coalesce(sum(${sql.ref("loan.renewal_count")}), 0) as bigint)`),
      firstLentAt: oneValue<number | null>(sql`min(${sql.ref("loan.lent_at")})`),
      lastLentAt: oneValue<number | null>(sql`max(${sql.ref("loan.lent_at")})`)
    }),
    builder.db
      .selectFrom("item")
      .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.item_id", "=", "item.item_id"))
      .where("item.tenant_id", "=", tenant)
      .where("item.barcode", "=", parameter("barcode"))
      .groupBy("item.item_id")
  ),
  titleOfItem: oneRow(
    "title_of_item",
    shapeOfOnly("title", rowOf("title")),
    builder.db
      .selectFrom("title")
      .where("title.tenant_id", "=", tenant)
      .where("title.title_id", "=", ofBarcode(builder, "title_id"))
  )
})

/** With the loan, and whoever had the item or is named by a conduct record, as far as they are there. */
const incidents = (builder: Builder) =>
  itemsWithTitle(builder)
    .innerJoin("incident", (join) =>
      join.on("incident.tenant_id", "=", tenant).onRef("incident.item_id", "=", "item.item_id")
    )
    .leftJoin("loan", (join) => join.on("loan.tenant_id", "=", tenant).onRef("loan.loan_id", "=", "incident.loan_id"))
    .leftJoin("loan_reader", (join) =>
      join.on("loan_reader.tenant_id", "=", tenant).onRef("loan_reader.loan_id", "=", "incident.loan_id")
    )
    .leftJoin("incident_reader", (join) =>
      join
        .on("incident_reader.tenant_id", "=", tenant)
        .onRef("incident_reader.incident_id", "=", "incident.incident_id")
    )
    .leftJoin("reader", (join) =>
      join
        .on("reader.tenant_id", "=", tenant)
        .on(
          sql.ref("reader.reader_id"),
          "=",
          sql`coalesce(${sql.ref("incident_reader.reader_id")}, ${sql.ref("loan_reader.reader_id")})`
        )
    )
    .leftJoin("account", (join) =>
      join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "reader.reader_id")
    )
    .where("incident.incident_id", "=", parameter("incidentId"))

const incidentShape = mapped(
  shapeOf({
    incident: rowOf("incident"),
    ...itemParts,
    loan: rowOf("loan"),
    reader: rowOf("reader"),
    account: rowOf("account")
  }),
  ({ loan, reader, account, ...found }): IncidentFacts => ({
    ...found,
    loan: loan.loanId === null ? null : loan,
    liable: reader.readerId === null ? null : { reader, account }
  })
)

const incidentsOf = (builder: Builder) =>
  builder.db
    .selectFrom("incident")
    .where("incident.tenant_id", "=", tenant)
    .where("incident.item_id", "=", ofBarcode(builder, "item_id"))

const openOfItem = (builder: Builder) => incidentsOf(builder).where("incident.ended_at", "is", null)

/** Links of a reader to incidents that have not ended. */
const incidentLinks = <By>(
  { db }: Builder,
  name: string,
  reader: Expression<string>
): Query<By, ReadonlyArray<IncidentReaderRow>> =>
  manyRows(
    name,
    shapeOfOnly("incidentReader", rowOf("incidentReader")),
    db
      .selectFrom("incident_reader")
      .innerJoin("incident", (join) =>
        join.on("incident.tenant_id", "=", tenant).onRef("incident.incident_id", "=", "incident_reader.incident_id")
      )
      .where("incident_reader.tenant_id", "=", tenant)
      .where("incident_reader.reader_id", "=", reader)
      .where("incident.ended_at", "is", null),
    [["incidentReader", "incidentId"]]
  )

const lastClosedLoan = (builder: Builder): Expression<string> =>
  builder.db
    .selectFrom("loan as last")
    .select("last.loan_id as id")
    .where("last.tenant_id", "=", tenant)
    .where("last.item_id", "=", ofBarcode(builder, "item_id"))
    .where("last.closed_at", "is not", null)
    .orderBy("last.lent_at", "desc")
    .orderBy("last.loan_id", "desc")
    .limit(sql.lit(1))
    .$asScalar()

const charges = ({ db }: Builder) =>
  db
    .selectFrom("charge_incident as link")
    .innerJoin("charge", (join) =>
      join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "link.charge_id")
    )
    .where("link.tenant_id", "=", tenant)

const conditions = (builder: Builder) =>
  builder.db
    .selectFrom("condition")
    .where("condition.tenant_id", "=", tenant)
    .where("condition.item_id", "=", ofBarcode(builder, "item_id"))
