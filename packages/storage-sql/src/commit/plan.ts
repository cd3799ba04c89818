import { type Decision, type LoanCountRow, type VersionedTable, versionedTables } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { type Bound, bind } from "../statement.ts"
import { keyOf } from "../steps/rowSteps.ts"
import type { Step } from "../steps/step.ts"
import type { InsertedTable, Steps } from "../steps/steps.ts"

export interface BoundStep extends Bound {
  readonly statement: Step
}

/** What is kept of a command besides what its decision does. */
export interface CommandNote {
  readonly keyHash: string
  readonly contentHash: string
  readonly name: string
  readonly at: number
  readonly documentsVersion: number
  /** JSON. */
  readonly receipt: string
}

/**
 * A decision as steps in the one order in which all commands write: versioned rows table by table and by id, so that
 * commands meet at the first row they share and not crosswise; then links, entries, counts, events, the command last.
 */
export const commitPlan = (
  steps: Steps,
  tenantId: string,
  decision: Decision<unknown>,
  command: CommandNote
): ReadonlyArray<BoundStep> => {
  const plan: Array<BoundStep> = []
  const add = (step: Step, values: object): void => {
    plan.push({ statement: step, values: bind(step, tenantId, values as Readonly<Record<string, unknown>>) })
  }
  for (const table of versionedTables) {
    for (const change of changesOf(table, decision)) add(steps[change.act][table], change.values)
    for (const row of decision.insert[table] ?? []) add(steps.insert[table], row)
  }
  addCuts(add, steps, decision.cut)
  for (const table of afterVersioned) for (const row of decision.insert[table] ?? []) add(steps.insert[table], row)
  for (const owed of decision.charges) add(steps.charges, owed)
  for (const left of decision.credits) add(steps.credits, left)
  for (const group of summed(decision.count)) add(group.count > 0 ? steps.countUp : steps.countDown, group)
  for (const event of decision.insert.event ?? []) add(steps.insert.event, event)
  add(steps.command, command)
  return plan
}

/** Each after what it refers to. */
const afterVersioned = [
  "titleRecord",
  "card",
  "loanReader",
  "unseenRenewal",
  "libraryEntry",
  "claimSearch",
  "reservationReader",
  "entry",
  "charge",
  "credit",
  "allotment",
  "chargeLoan",
  "readerBlock",
  "readerNote",
  "readerLink",
  "lostCard",
  "incidentReader",
  "chargeIncident",
  "condition",
  "cashEntry",
  "appealStatement",
  "bookingReader",
  "slotTaken",
  "outbox"
] as const satisfies ReadonlyArray<InsertedTable>

interface Change {
  readonly act: "update" | "guard"
  readonly id: string
  readonly claims: number
  readonly values: object
}

/** Rows that give up a place, a copy or a number come before those that may get it; otherwise by id. */
const changesOf = (table: VersionedTable, { update, guard }: Decision<unknown>): ReadonlyArray<Change> => {
  const key = keyOf(table)
  const changes: Array<Change> = []
  for (const { row, was } of update[table] ?? []) {
    const fields = row as unknown as Readonly<Record<string, unknown>>
    changes.push({ act: "update", id: fields[key] as string, claims: claimsOf(table, fields), values: { ...row, was } })
  }
  for (const { id, was } of guard[table] ?? []) {
    changes.push({ act: "guard", id, claims: 0, values: { [key]: id, was, version: was + 1 } })
  }
  return changes.length < 2
    ? changes
    : changes.sort((left, right) => left.claims - right.claims || byText(left.id, right.id))
}

const claimsOf = (table: VersionedTable, row: Readonly<Record<string, unknown>>): number => {
  let claims = 0
  for (const columns of claimable[table]) if (columns.every((column) => row[column] !== null)) claims++
  return claims
}

/** Unique columns that a row can do without. */
const claimable = Object.fromEntries(
  versionedTables.map((table) => {
    const { unique, nullable } = tables[table] as {
      unique: ReadonlyArray<ReadonlyArray<string>>
      nullable: ReadonlyArray<string>
    }
    return [table, unique.filter((columns) => columns.some((column) => nullable.includes(column)))]
  })
) as unknown as Readonly<Record<VersionedTable, ReadonlyArray<ReadonlyArray<string>>>>

const addCuts = (add: (step: Step, values: object) => void, steps: Steps, cut: Decision<unknown>["cut"]): void => {
  for (const loanId of cut.loanReader ?? []) add(steps.cut.loanReader, { loanId })
  for (const reservationId of cut.reservationReader ?? []) add(steps.cut.reservationReader, { reservationId })
  for (const chargeId of cut.chargeLoan ?? []) add(steps.cut.chargeLoan, { chargeId })
  for (const card of cut.card ?? []) add(steps.cut.card, { card })
  for (const blockId of cut.readerBlock ?? []) add(steps.cut.readerBlock, { blockId })
  for (const noteId of cut.readerNote ?? []) add(steps.cut.readerNote, { noteId })
  for (const linkId of cut.readerLink ?? []) add(steps.cut.readerLink, { linkId })
  for (const incidentId of cut.incidentReader ?? []) add(steps.cut.incidentReader, { incidentId })
  for (const chargeId of cut.chargeIncident ?? []) add(steps.cut.chargeIncident, { chargeId })
  for (const card of cut.lostCard ?? []) add(steps.cut.lostCard, { card })
  for (const appealId of cut.appealStatement ?? []) add(steps.cut.appealStatement, { appealId })
  for (const bookingId of cut.bookingReader ?? []) add(steps.cut.bookingReader, { bookingId })
  for (const reservationId of cut.slotTaken ?? []) add(steps.cut.slotTaken, { reservationId })
  for (const messageId of cut.outbox ?? []) add(steps.cut.outbox, { messageId })
  for (const titleId of cut.titleRecord ?? []) add(steps.cut.titleRecord, { titleId })
}

/** One change a group: of several, what remains of them. */
const summed = (counts: ReadonlyArray<LoanCountRow>): ReadonlyArray<LoanCountRow> => {
  if (counts.length < 2) return counts
  const groups = new Map<string, LoanCountRow>()
  for (const row of counts) {
    const name = JSON.stringify(tables.loanCount.key.map((column) => row[column]))
    groups.set(name, { ...row, count: (groups.get(name)?.count ?? 0) + row.count })
  }
  return [...groups].sort(([left], [right]) => byText(left, right)).flatMap(([, row]) => (row.count === 0 ? [] : [row]))
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
