import type { AppealFacts, ChargeRow } from "@openshelf/core"
import { type Expression, sql } from "kysely"
import { parameter, tenant } from "../statement.ts"
import { chargesOf, paidCharge } from "./accountFacts.ts"
import type { Builder, Slots } from "./builder.ts"
import { readersBeside, readersOfCandidates } from "./candidates.ts"
import {
  borrowerOfItem,
  ofBarcode,
  ofReservedCopy,
  readerOfBooking,
  readerOfCard,
  readerOfReservation
} from "./keys.ts"
import { incidentChargesOf } from "./lossFacts.ts"
import { settledOf } from "./overdueFacts.ts"
import { manyRows, oneRow, pageOfRows, type Query } from "./query.ts"
import { mapped, oneValue, rowOf, shapeOf, shapeOfOnly } from "./shape.ts"

type AppealSlots =
  | "appeal"
  | "chargesOfAppeal"
  | "incidentChargesOfAppeal"
  | "settledOfAppeal"
  | "appealsOfReader"
  | "appealsOfOther"
  | "appealOfCharge"
  | "heldOfReader"
  | "heldOfBorrower"
  | "heldOfBooker"
  | "heldOfQueue"
  | "heldOfReservation"
  | "heldAfterReservation"
  | "heldBeside"
  | "openAppeals"
  | "appealsToDecide"
  | "forgivenOfReader"

/** Disputed charges, and what was forgiven. */
export const appealFacts = (builder: Builder): Pick<Slots, AppealSlots> => ({
  appeal: oneRow("appeal", appealShape(builder), appealWithCharge(builder)),
  chargesOfAppeal: chargesOf(builder, "charges_of_appeal", accountOfAppeal(builder)),
  incidentChargesOfAppeal: incidentChargesOf(builder, "incident_charges_of_appeal", accountOfAppeal(builder)),
  settledOfAppeal: settledOf(builder, "settled_of_appeal", accountOfAppeal(builder)),
  appealsOfReader: pageOfRows(
    "appeals_of_reader",
    appealRow(),
    appeals(builder).where("appeal.account_id", "=", readerOfCard(builder)),
    {
      order: [
        ["appeal", "openedAt"],
        ["appeal", "appealId"]
      ],
      down: true,
      cursor: ["integer", "text"]
    }
  ),
  appealsOfOther: manyRows(
    "appeals_of_other",
    appealRow(),
    appeals(builder).where("appeal.account_id", "=", readerOfCard(builder, "other")),
    [["appeal", "appealId"]]
  ),
  appealOfCharge: oneRow(
    "appeal_of_charge",
    appealRow(),
    appeals(builder).where("appeal.charge_id", "=", parameter("chargeId"))
  ),
  heldOfReader: held(builder, "held_of_reader", readerOfCard(builder)),
  heldOfBooker: held(builder, "held_of_booker", readerOfBooking(builder)),
  heldOfBorrower: held(builder, "held_of_borrower", borrowerOfItem(builder)),
  heldOfQueue: held(
    builder,
    "held_of_queue",
    readersOfCandidates(builder, (key) => ofBarcode(builder, key))
  ),
  heldOfReservation: held(builder, "held_of_reservation", readerOfReservation(builder, parameter("reservationId"))),
  heldAfterReservation: held(
    builder,
    "held_after_reservation",
    readersOfCandidates(builder, (key) => ofReservedCopy(builder, key))
  ),
  heldBeside: held(builder, "held_beside", readersBeside(builder)),
  openAppeals: pageOfRows("open_appeals", appealRow(), appeals(builder).where("appeal.decided_at", "is", null), {
    order: [
      ["appeal", "openedAt"],
      ["appeal", "appealId"]
    ],
    cursor: ["integer", "text"]
  }),
  appealsToDecide: pageOfRows(
    "appeals_to_decide",
    appealRow(),
    appeals(builder)
      .where("appeal.decided_at", "is", null)
      .where("appeal.decide_until", "is not", null)
      .where("appeal.decide_until", "<", parameter<number>("before")),
    {
      order: [
        ["appeal", "decideUntil"],
        ["appeal", "appealId"]
      ],
      cursor: ["integer", "text"]
    }
  ),
  forgivenOfReader: forgiven(builder)
})

const appealRow = () => shapeOfOnly("appeal", rowOf("appeal"))

const appeals = ({ db }: Builder) => db.selectFrom("appeal").where("appeal.tenant_id", "=", tenant)

const accountOfAppeal = ({ db }: Builder): Expression<string> =>
  db
    .selectFrom("appeal as disputed")
    .select("disputed.account_id as id")
    .where("disputed.tenant_id", "=", tenant)
    .where("disputed.appeal_id", "=", parameter("appealId"))
    .$asScalar()

const appealShape = (builder: Builder) =>
  mapped(
    shapeOf({
      appeal: rowOf("appeal"),
      statement: rowOf("appealStatement", "statement"),
      ...paidCharge(builder),
      reader: rowOf("reader"),
      account: rowOf("account")
    }),
    ({ statement, ...found }): AppealFacts => ({ ...found, statement: statement.appealId === null ? null : statement })
  )

const appealWithCharge = (builder: Builder) =>
  appeals(builder)
    .innerJoin("charge", (join) =>
      join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "appeal.charge_id")
    )
    .innerJoin("reader", (join) =>
      join.on("reader.tenant_id", "=", tenant).onRef("reader.reader_id", "=", "appeal.account_id")
    )
    .innerJoin("account", (join) =>
      join.on("account.tenant_id", "=", tenant).onRef("account.account_id", "=", "appeal.account_id")
    )
    .leftJoin("appeal_statement as statement", (join) =>
      join.on("statement.tenant_id", "=", tenant).onRef("statement.appeal_id", "=", "appeal.appeal_id")
    )
    .where("appeal.appeal_id", "=", parameter("appealId"))

/** Charges of these readers that are disputed and of which something is owed. */
const held = <By>({ db }: Builder, name: string, readers: Expression<unknown>): Query<By, ReadonlyArray<ChargeRow>> =>
  manyRows(
    name,
    shapeOfOnly("charge", rowOf("charge")),
    db
      .selectFrom("appeal")
      .innerJoin("charge", (join) =>
        join.on("charge.tenant_id", "=", tenant).onRef("charge.charge_id", "=", "appeal.charge_id")
      )
      .where("appeal.tenant_id", "=", tenant)
      .where("appeal.account_id", "in", readers as Expression<string>)
      .where("appeal.decided_at", "is", null)
      .where("charge.outstanding", ">", sql.lit(0)),
    [["charge", "chargeId"]]
  )

/** A sum over the lines from an instant on; a line that another one undid does not count. */
const forgiven = (builder: Builder): Slots["forgivenOfReader"] => {
  const { db } = builder
  const undone = db
    .selectFrom("entry as undo")
    .select("undo.entry_id")
    .where("undo.tenant_id", "=", tenant)
    .where(sql.ref("undo.account_id"), "=", sql.ref("entry.account_id"))
    .where(sql.ref("undo.corrects"), "=", sql.ref("entry.entry_id"))
    .where("undo.kind", "=", sql.lit("void"))
  const sum = oneRow<{ readonly card: string; readonly since: number }, number>(
    "forgiven_of_reader",
    shapeOfOnly("forgiven", oneValue<number>(sql`cast(coalesce(-sum(${sql.ref("entry.amount")}), 0) as bigint)`)),
    db
      .selectFrom("entry")
      .where("entry.tenant_id", "=", tenant)
      .where("entry.account_id", "=", readerOfCard(builder))
      .where("entry.at", ">=", parameter<number>("since"))
      .where("entry.kind", "in", [sql.lit("waiver"), sql.lit("writeOff")])
      .where(({ not, exists }) => not(exists(undone)))
  )
  return { ...sum, gives: (rows, by) => sum.gives(rows, by) ?? 0 }
}
