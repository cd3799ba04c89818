import type { IncidentFacts, IncidentId } from "@openshelf/core"
import { sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { paidCharge } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { itemParts, itemsWithTitle } from "./itemFacts.ts"
import { ofBarcode } from "./keys.ts"
import { manyRows, oneRow, pageOfRows } from "./query.ts"
import { mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type IncidentSlots =
  | "incident"
  | "incidentsOfItem"
  | "chargesOfIncident"
  | "chargesOfItemIncidents"
  | "incidentsToBill"
  | "conditionOfItem"
  | "conditionsOfItem"
  | "titleOfItem"

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
          sql`coalesce(${sql.ref("loan_reader.reader_id")}, ${sql.ref("incident_reader.reader_id")})`
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

const openOfItem = (builder: Builder) =>
  builder.db
    .selectFrom("incident")
    .where("incident.tenant_id", "=", tenant)
    .where("incident.item_id", "=", ofBarcode(builder, "item_id"))
    .where("incident.ended_at", "is", null)

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
