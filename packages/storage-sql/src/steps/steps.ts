import type { Decision, VersionedTable } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import type { Builder } from "../facts/builder.ts"
import { columnName } from "../schema/columnName.ts"
import { parameter, statement, tenant } from "../statement.ts"
import { commandStep } from "./commandStep.ts"
import { countDownStep, countUpStep } from "./countSteps.ts"
import { deleteStep, eachVersioned, guardStep, insertStep, updateStep } from "./rowSteps.ts"
import type { Step } from "./step.ts"
import { touching } from "./touching.ts"

export type InsertedTable = keyof Decision<unknown>["insert"]

/** Everything that a decision can do, compiled. */
export interface Steps {
  readonly insert: Readonly<Record<InsertedTable, Step>>
  readonly update: Readonly<Record<VersionedTable, Step>>
  readonly guard: Readonly<Record<VersionedTable, Step>>
  readonly cut: Readonly<Record<keyof Decision<unknown>["cut"], Step>>
  readonly charges: Step
  readonly credits: Step
  readonly countUp: Step
  readonly countDown: Step
  readonly command: Step
}

export const steps = (builder: Builder): Steps => ({
  insert: Object.fromEntries(inserted.map((table) => [table, insertStep(builder, table)])) as Steps["insert"],
  update: eachVersioned((table) => updateStep(builder, table)),
  guard: eachVersioned((table) => guardStep(builder, table)),
  cut: {
    loanReader: deleteStep(builder, "loanReader", "loanId"),
    reservationReader: deleteStep(builder, "reservationReader", "reservationId"),
    chargeLoan: deleteStep(builder, "chargeLoan", "chargeId"),
    card: deleteStep(builder, "card", "card"),
    readerBlock: deleteStep(builder, "readerBlock", "blockId"),
    readerNote: deleteStep(builder, "readerNote", "noteId"),
    readerLink: deleteStep(builder, "readerLink", "linkId"),
    lostCard: deleteStep(builder, "lostCard", "card"),
    incidentReader: deleteStep(builder, "incidentReader", "incidentId"),
    chargeIncident: deleteStep(builder, "chargeIncident", "chargeId"),
    appealStatement: deleteStep(builder, "appealStatement", "appealId"),
    bookingReader: deleteStep(builder, "bookingReader", "bookingId"),
    slotTaken: deleteStep(builder, "slotTaken", "reservationId"),
    outbox: deleteStep(builder, "outbox", "messageId"),
    titleRecord: deleteStep(builder, "titleRecord", "titleId")
  },
  charges: chargesStep(builder),
  credits: creditsStep(builder),
  countUp: countUpStep(builder),
  countDown: countDownStep(builder),
  command: commandStep(builder)
})

/** Tables that decisions do not insert into: these have ways of their own. */
const notInserted: ReadonlySet<string> = new Set(["command", "document", "token", "loanCount"])
const inserted = (Object.keys(tables) as ReadonlyArray<keyof typeof tables>).filter(
  (table): table is InsertedTable => !notInserted.has(table)
)

const chargesStep = (builder: Builder): Step => {
  const query = builder.db
    .updateTable("charge")
    .set({
      amount: parameter("amount"),
      outstanding: parameter("outstanding"),
      refunded: parameter("refunded"),
      forgiven: parameter("forgiven")
    })
    .where("tenant_id", "=", tenant)
    .where("charge_id", "=", parameter("chargeId"))
  return touching(builder, statement(`owed_of_${columnName("charge")}`, query))
}

const creditsStep = (builder: Builder): Step => {
  const query = builder.db
    .updateTable("credit")
    .set({ remaining: parameter("remaining") })
    .where("tenant_id", "=", tenant)
    .where("credit_id", "=", parameter("creditId"))
  return touching(builder, statement(`remaining_of_${columnName("credit")}`, query))
}
