import { Effect } from "effect"
import type { DomainEvent, EventRow } from "../decision/event.ts"
import { tables } from "../decision/tableShapes.ts"
import { compareText } from "../storage/compareText.ts"
import type { Busy, Storage, StorageFault } from "../storage/port.ts"
import type { History } from "./check.ts"
import { rowReader } from "./eachRow.ts"

type HistoryTable = History["table"]
const historyTables = [
  "loan",
  "reservation",
  "transit",
  "account",
  "item",
  "incident",
  "appeal",
  "booking",
  "pickupSlot",
  "interloan"
] as const satisfies ReadonlyArray<HistoryTable>

/**
 * Everything that has a history of its own, with its events, by id: the tables are read side by side in key order, so that no more than one history and a page of each table are held. Histories of readers and titles are left out.
 */
export const eachHistory = (
  storage: Storage["Service"],
  tenant: string,
  visit: (history: History) => void
): Effect.Effect<void, Busy | StorageFault> =>
  Effect.gen(function* () {
    const events = rowReader(storage, tenant, "event")
    const rows = historyTables.map((table) => ({ table, reader: rowReader(storage, tenant, table) }))
    const readers = [events, ...rows.map(({ reader }) => reader)]
    while (true) {
      for (const reader of readers) if (!reader.filled()) yield* reader.fill
      const id = smallest([events.head()?.streamId, ...rows.map(({ table, reader }) => idOf(table, reader.head()))])
      if (id === null) return
      const own: Array<EventRow> = []
      for (let head = events.head(); head?.streamId === id; head = events.head()) {
        own.push(head)
        events.advance()
        if (!events.filled()) yield* events.fill
      }
      visitRows(id, own, rows, visit)
    }
  })

const visitRows = (
  id: string,
  events: ReadonlyArray<EventRow>,
  rows: ReadonlyArray<{
    readonly table: HistoryTable
    readonly reader: { readonly head: () => object | null; readonly advance: () => void }
  }>,
  visit: (history: History) => void
): void => {
  const tagged = new Set(events.map(({ tag }) => tableOf[tag]))
  for (const { table, reader } of rows) {
    const isRow = idOf(table, reader.head()) === id
    const own = events.filter(({ tag }) => tableOf[tag] === table)
    if (isRow || tagged.has(table)) visit({ table, id, row: isRow ? reader.head() : null, events: own } as History)
    if (isRow) reader.advance()
  }
}

/** Whose history an event is part of. */
const tableOf: { readonly [Tag in DomainEvent["_tag"]]: HistoryTable | null } = {
  ItemCheckedOut: "loan",
  LoanRenewed: "loan",
  LoanRedated: "loan",
  ReservationRedated: "reservation",
  ReservationReady: "reservation",
  TransitPlanned: "transit",
  TransitSent: "transit",
  TransitArrived: "transit",
  TransitCancelled: "transit",
  TransitLost: "transit",
  ReservationSuspended: "reservation",
  ReservationResumed: "reservation",
  ReservationChanged: "reservation",
  ReservationMoved: "reservation",
  DueDateChanged: "loan",
  ItemReturned: "loan",
  LoanReminded: "loan",
  LoanRecalled: "loan",
  RecallCancelled: "loan",
  ReturnClaimed: "loan",
  ClaimSearched: "loan",
  LoanLost: "loan",
  LoanTakenUpAgain: "loan",
  LoanSettled: "loan",
  IncidentReported: "incident",
  IncidentCharged: "incident",
  ReplacementAgreed: "incident",
  ReplacementBought: "incident",
  IncidentEnded: "incident",
  ConditionSeen: "item",
  AppealOpened: "appeal",
  AppealMoved: "appeal",
  AppealDecided: "appeal",
  BookingPlaced: "booking",
  BookingChanged: "booking",
  BookingFulfilled: "booking",
  BookingCancelled: "booking",
  BookingExpired: "booking",
  PickupSlotAdded: "pickupSlot",
  PickupSlotClosed: "pickupSlot",
  PickupSlotTaken: "pickupSlot",
  PickupSlotLeft: "pickupSlot",
  InterloanRequested: "interloan",
  InterloanMoved: "interloan",
  ReservationPlaced: "reservation",
  ReservationSetAside: "reservation",
  ReservationPutBack: "reservation",
  ReservationFilled: "reservation",
  ReservationCancelled: "reservation",
  ReservationExpired: "reservation",
  ChargeRaised: "account",
  PaymentReceived: "account",
  OverdueForgone: "account",
  ChargeWaived: "account",
  ChargeAdjusted: "account",
  ChargeRefunded: "account",
  CreditGranted: "account",
  CreditApplied: "account",
  CreditPaidOut: "account",
  EntryVoided: "account",
  DebtHandedOver: "account",
  DepositGivenBack: "account",
  ChargeMovedAway: "account",
  ChargeMovedHere: "account",
  CashDeskOpened: null,
  CashMoved: null,
  CashDeskClosed: null,
  ItemAdded: "item",
  ItemChanged: "item",
  ItemUsedInHouse: "item",
  ReaderRegistered: null,
  ReaderChanged: null,
  ReaderBlockPlaced: null,
  ReaderBlockLifted: null,
  TitleAdded: null,
  TitleChanged: null
}

const idOf = (table: HistoryTable, row: object | null): string | undefined =>
  row === null ? undefined : (row as Record<string, string>)[tables[table].key[0] as string]

const smallest = (ids: ReadonlyArray<string | undefined>): string | null => {
  let least: string | null = null
  for (const id of ids) if (id !== undefined && (least === null || compareText(id, least) < 0)) least = id
  return least
}
