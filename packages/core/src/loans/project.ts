import type { ItemRow } from "../catalogue/model.ts"
import { standingOf } from "../catalogue/standing.ts"
import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { OwedBetween } from "./betweenLibraries.ts"
import type { LoanEvent } from "./event.ts"
import type { LoanRow } from "./model.ts"

/** The rows that a fact of a loan's history changes. */
export const projectLoan = (event: LoanEvent, { seq, actor }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "ItemCheckedOut":
      return [
        {
          op: "insert",
          table: "loan",
          row: {
            loanId: event.loanId,
            version: seq,
            state: "onLoan",
            itemId: event.itemId,
            titleId: event.titleId,
            branch: event.branch,
            lentAt: event.at,
            dueAt: event.dueAt,
            closedAt: null,
            lateUntil: null,
            renewalCount: 0,
            reminderCount: 0,
            recalledAt: null,
            dueBeforeRecall: null,
            recalledBy: null,
            onSite: event.onSite,
            itemType: event.itemType,
            collection: event.collection,
            readerCategory: event.readerCategory,
            policyVersion: event.policyVersion
          }
        },
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set: {
            status: "onLoan",
            loanId: event.loanId,
            reservationId: null,
            presentBranch: event.branch,
            stayBranch: null,
            onShelfFrom: null
          }
        },
        ...(event.owedBetween === undefined ? [] : [libraryEntry(event, event.owedBetween)])
      ]
    case "LoanRenewed":
      return [
        {
          op: "set",
          table: "loan",
          id: event.loanId,
          version: seq,
          set: {
            dueAt: event.dueAt,
            renewalCount: event.renewalCount,
            reminderCount: 0,
            ...notRecalled,
            policyVersion: event.policyVersion
          }
        },
        ...(event.unseen === undefined ? [] : [unseenRenewal(event)])
      ]
    case "LoanRedated":
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set: { dueAt: event.dueAt } }]
    case "DueDateChanged": {
      // A date by hand is none that the end of a recall takes back.
      const set = { dueAt: event.dueAt, dueBeforeRecall: null }
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set }]
    }
    case "LoanRecalled": {
      const { at: recalledAt, wasDueAt: dueBeforeRecall, dueAt } = event
      const set = { dueAt, recalledAt, dueBeforeRecall, recalledBy: event.by }
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set }]
    }
    case "RecallCancelled": {
      const set = { dueAt: event.dueAt, ...notRecalled }
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set }]
    }
    case "LoanReminded":
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set: { reminderCount: event.number } }]
    case "ReturnClaimed":
      return stateOf(event, seq, { state: "claimedReturned", lateUntil: event.at }, { status: "claimedReturned" })
    case "ClaimSearched": {
      const { loanId, nth, place: where, note, at } = event
      return [
        { op: "set", table: "loan", id: loanId, version: seq, set: {} },
        { op: "insert", table: "claimSearch", row: { loanId, nth, place: where, note, at, actor } }
      ]
    }
    case "LoanLost":
      return stateOf(
        event,
        seq,
        { state: "lost", lateUntil: event.lateUntil },
        { status: event.as === "aged" ? "agedToLost" : "declaredLost" }
      )
    case "LoanTakenUpAgain":
      return stateOf(event, seq, { state: "onLoan", lateUntil: null }, { status: "onLoan" })
    case "LoanSettled":
      return stateOf(event, seq, { state: "closed", closedAt: event.at }, { status: event.status, loanId: null })
    case "ItemReturned":
      return [
        { op: "set", table: "loan", id: event.loanId, version: seq, set: { state: "closed", closedAt: event.at } },
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set: {
            status: standingOf(event),
            loanId: null,
            presentBranch: event.branch,
            onShelfFrom: event.onShelfFrom ?? null
          }
        }
      ]
  }
}

const notRecalled = { recalledAt: null, dueBeforeRecall: null, recalledBy: null } as const

const libraryEntry = (
  { loanId, at }: Extract<LoanEvent, { readonly _tag: "ItemCheckedOut" }>,
  owed: OwedBetween
): RowChange => ({ op: "insert", table: "libraryEntry", row: { loanId, ...owed, at } })

const unseenRenewal = ({ loanId, renewalCount }: Extract<LoanEvent, { readonly _tag: "LoanRenewed" }>): RowChange => ({
  op: "insert",
  table: "unseenRenewal",
  row: { loanId, renewalCount }
})

type StateEvent = Extract<
  LoanEvent,
  { readonly _tag: "ReturnClaimed" | "LoanLost" | "LoanTakenUpAgain" | "LoanSettled" }
>

/** The loan in another state, and its item with it. */
const stateOf = (
  { loanId, itemId, itemVersion }: StateEvent,
  seq: number,
  set: Partial<LoanRow>,
  item: Partial<ItemRow>
): ReadonlyArray<RowChange> => [
  { op: "set", table: "loan", id: loanId, version: seq, set },
  { op: "set", table: "item", id: itemId, version: itemVersion, set: item }
]
