import type { LoanCountRow } from "../readers/model.ts"
import { type Actor, actorName, type Channel } from "./actor.ts"
import { type Decision, type VersionedTable, versionedTables } from "./decision.ts"
import type { DomainEvent, EventRow, Override } from "./event.ts"
import { project, streamOf } from "./project.ts"
import type { ProjectedTable, RowChange } from "./rowChange.ts"
import { keyColumn, type TableName, type Tables } from "./tables.ts"

/** Where, by whom and in which way a command is given. */
export interface Place {
  readonly actor: Actor
  readonly branch: string
  readonly channel: Channel
  /** The desk, workstation or kiosk, by the library's own code. */
  readonly desk?: string
}

interface Held {
  row: Record<string, unknown>
  /** The version it was read with; `null`: it is new. */
  readonly was: number | null
  changed: boolean
}

type Inserts = { [T in TableName]?: Array<Tables[T]> }
type Cuts = { -readonly [T in keyof Decision<unknown>["cut"]]: Array<NonNullable<Decision<unknown>["cut"][T]>[number]> }

/** Collects what a decision does: the facts that it emits, the rows that follow from them, the rows that it rests on. */
export interface Draft {
  /** The decision looks at this row: it must not move until it is committed. */
  readonly restOn: <T extends VersionedTable | "charge" | "credit">(table: T, row: Tables[T]) => void
  /** The row as it stands after what was emitted so far. */
  readonly now: <T extends VersionedTable>(table: T, id: string) => Tables[T]
  /** The row as it stands now if the decision rests on it; else as it is given. */
  readonly latest: <T extends VersionedTable | "charge" | "credit">(table: T, row: Tables[T]) => Tables[T]
  /** The fact, and the rows that follow from it. */
  readonly emit: (event: DomainEvent, overrides?: ReadonlyArray<Override>) => void
  /** A row that no event gives: a link, a card, a reader's or title's contents. */
  readonly insert: <T extends TableName>(table: T, row: Tables[T]) => void
  /** A reader or title with changed contents. */
  readonly replace: <T extends "reader" | "title">(table: T, row: Tables[T]) => void
  readonly count: (group: LoanCountRow) => void
  readonly cut: <T extends keyof Cuts>(table: T, id: NonNullable<Cuts[T]>[number]) => void
  readonly decide: <Receipt>(receipt: Receipt) => Decision<Receipt>
}

const keyOf = (table: TableName): string => (keyColumn as Readonly<Record<string, string>>)[table] ?? ""

export const draft = (place: Place): Draft => {
  const actor = actorName(place.actor)
  const held = new Map<TableName, Map<string, Held>>()
  const inserts: Inserts = {}
  const events: Array<EventRow> = []
  const counts: Array<LoanCountRow> = []
  const cuts: Cuts = {}

  const find = (table: TableName, id: string): Held | undefined => held.get(table)?.get(id)
  const hold = (table: TableName, row: object, was: number | null): void => {
    const one = { row: row as Record<string, unknown>, was, changed: was === null }
    const id = one.row[keyOf(table)] as string
    const known = held.get(table)
    if (known === undefined) held.set(table, new Map([[id, one]]))
    else known.set(id, one)
  }
  const heldRow = (table: TableName, id: string): Held => {
    const found = find(table, id)
    if (found === undefined) throw new Error(`a decision changes ${table} ${id} without resting on it`)
    return found
  }
  const insert = <T extends TableName>(table: T, row: Tables[T]): void => append(inserts, table, row)
  const seqOf = (event: DomainEvent): number => {
    const [table, id] = historyRow(event)
    const known = find(table, id)
    return known === undefined ? 1 : eventSeq(event, known)
  }
  const apply = (change: RowChange): void => {
    if (change.op === "insert") {
      if (isHeld(change.table)) hold(change.table, change.row, null)
      else insert(change.table, change.row)
      return
    }
    const target = heldRow(change.table, change.id)
    target.changed = true
    target.row =
      change.op === "set"
        ? { ...target.row, ...change.set, version: change.version }
        : added(target.row, change.add as Readonly<Record<string, number>>)
  }

  return {
    restOn: (table, row) => {
      const key = (row as unknown as Record<string, unknown>)[keyOf(table)] as string
      if (find(table, key) === undefined) hold(table, row, "version" in row ? row.version : 0)
    },
    now: <T extends VersionedTable>(table: T, id: string) => heldRow(table, id).row as unknown as Tables[T],
    latest: (table, row) => {
      const key = (row as unknown as Record<string, unknown>)[keyOf(table)] as string
      return (find(table, key)?.row ?? row) as never
    },
    emit: (event, overrides = []) => {
      const seq = seqOf(event)
      const { _tag, ...facts } = event
      events.push({
        streamId: streamOf(event),
        seq,
        tag: _tag,
        at: event.at,
        actor,
        branch: place.branch,
        channel: place.channel,
        desk: place.desk ?? "",
        body: JSON.stringify(overrides.length === 0 ? facts : { ...facts, overrides })
      })
      for (const change of project(event, { seq, actor })) apply(change)
    },
    insert,
    replace: (table, row) => {
      const target = heldRow(table, (row as unknown as Record<string, unknown>)[keyOf(table)] as string)
      target.row = row as unknown as Record<string, unknown>
      target.changed = true
    },
    count: (group) => {
      counts.push(group)
    },
    cut: (table, id) => append(cuts, table, id),
    decide: (receipt) => {
      const update: Record<string, Array<unknown>> = {}
      const guard: Record<string, Array<unknown>> = {}
      const charges: Array<Decision<unknown>["charges"][number]> = []
      const credits: Array<Decision<unknown>["credits"][number]> = []
      for (const [table, rows] of held)
        for (const { row, was, changed } of rows.values()) {
          if (was === null) insert(table, row as unknown as Tables[typeof table])
          else if (table === "charge") {
            const { chargeId, amount, outstanding, refunded, forgiven } = row as unknown as Tables["charge"]
            if (changed) charges.push({ chargeId, amount, outstanding, refunded, forgiven })
          } else if (table === "credit") {
            const { creditId, remaining } = row as unknown as Tables["credit"]
            if (changed) credits.push({ creditId, remaining })
          } else if (changed)
            append(update, table, { row: row.version === was ? { ...row, version: was + 1 } : row, was })
          else append(guard, table, { id: row[keyOf(table)], was })
        }
      if (events.length > 0) inserts.event = events
      return { insert: inserts, update, guard, count: counts, charges, credits, cut: cuts, receipt }
    }
  }
}

const append = (lists: object, name: string, value: unknown): void => {
  const known = lists as Record<string, Array<unknown>>
  const list = known[name]
  if (list === undefined) known[name] = [value]
  else list.push(value)
}

const heldTables: ReadonlySet<string> = new Set([...versionedTables, "charge", "credit"])

const isHeld = (table: ProjectedTable): boolean => heldTables.has(table)

const added = (row: Record<string, unknown>, add: Readonly<Record<string, number>>): Record<string, unknown> => {
  const sum = { ...row }
  for (const column of Object.keys(add)) sum[column] = (sum[column] as number) + (add[column] as number)
  return sum
}

/** The row whose version counts the events of this event's stream. */
const historyRow = (event: DomainEvent): readonly [TableName, string] => {
  switch (event._tag) {
    case "ItemCheckedOut":
    case "LoanRenewed":
    case "LoanRedated":
    case "DueDateChanged":
    case "LoanRecalled":
    case "RecallCancelled":
    case "LoanReminded":
    case "ReturnClaimed":
    case "ClaimSearched":
    case "LoanLost":
    case "LoanTakenUpAgain":
    case "LoanSettled":
    case "ItemReturned":
      return ["loan", event.loanId]
    case "ReservationPlaced":
    case "ReservationSetAside":
    case "ReservationRedated":
    case "ReservationSuspended":
    case "ReservationResumed":
    case "ReservationChanged":
    case "ReservationMoved":
    case "ReservationPutBack":
    case "ReservationReady":
    case "ReservationFilled":
    case "ReservationCancelled":
    case "ReservationExpired":
      return ["reservation", event.reservationId]
    case "TransitPlanned":
    case "TransitSent":
    case "TransitArrived":
    case "TransitCancelled":
    case "TransitLost":
      return ["transit", event.transitId]
    case "ChargeRaised":
    case "PaymentReceived":
    case "OverdueForgone":
    case "ChargeWaived":
    case "ChargeAdjusted":
    case "ChargeRefunded":
    case "CreditGranted":
    case "CreditApplied":
    case "CreditPaidOut":
    case "EntryVoided":
    case "DebtHandedOver":
    case "DepositGivenBack":
    case "ChargeMovedAway":
    case "ChargeMovedHere":
      return ["account", event.accountId]
    case "CashDeskOpened":
    case "CashMoved":
    case "CashDeskClosed":
      return ["cashDesk", event.cashDeskId]
    case "ReaderRegistered":
    case "ReaderChanged":
    case "ReaderBlockPlaced":
    case "ReaderBlockLifted":
      return ["reader", event.readerId]
    case "TitleAdded":
    case "TitleChanged":
      return ["title", event.titleId]
    case "ItemAdded":
    case "ItemChanged":
    case "ItemUsedInHouse":
    case "ConditionSeen":
      return ["item", event.itemId]
    case "IncidentReported":
    case "IncidentCharged":
    case "ReplacementAgreed":
    case "ReplacementBought":
    case "IncidentEnded":
      return ["incident", event.incidentId]
    case "AppealOpened":
    case "AppealMoved":
    case "AppealDecided":
      return ["appeal", event.appealId]
    case "BookingPlaced":
    case "BookingChanged":
    case "BookingFulfilled":
    case "BookingCancelled":
    case "BookingExpired":
      return ["booking", event.bookingId]
    case "PickupSlotAdded":
    case "PickupSlotClosed":
    case "PickupSlotTaken":
    case "PickupSlotLeft":
      return ["pickupSlot", event.slotId]
    case "InterloanRequested":
    case "InterloanMoved":
      return ["interloan", event.interloanId]
  }
}

/** Events count on from the version of their row; an item is moved by other streams too, so its own event says where it stands. */
const eventSeq = (event: DomainEvent, { row }: Held): number =>
  event._tag === "ItemChanged" || event._tag === "ItemUsedInHouse" || event._tag === "ConditionSeen"
    ? event.itemVersion
    : (row.version as number) + 1
