import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { LoanEvent } from "./event.ts"

/** The rows that a fact of a loan's history changes. */
export const projectLoan = (event: LoanEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
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
            renewalCount: 0,
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
            onShelfFrom: null
          }
        }
      ]
    case "LoanRenewed":
      return [
        {
          op: "set",
          table: "loan",
          id: event.loanId,
          version: seq,
          set: { dueAt: event.dueAt, renewalCount: event.renewalCount, policyVersion: event.policyVersion }
        },
        ...(event.unseen === undefined ? [] : [unseenRenewal(event)])
      ]
    case "LoanRedated":
    case "DueDateChanged":
      return [{ op: "set", table: "loan", id: event.loanId, version: seq, set: { dueAt: event.dueAt } }]
    case "ItemReturned":
      return [
        { op: "set", table: "loan", id: event.loanId, version: seq, set: { state: "closed", closedAt: event.at } },
        {
          op: "set",
          table: "item",
          id: event.itemId,
          version: event.itemVersion,
          set: {
            status: "available",
            loanId: null,
            presentBranch: event.branch,
            onShelfFrom: event.onShelfFrom ?? null
          }
        }
      ]
  }
}

const unseenRenewal = ({ loanId, renewalCount }: Extract<LoanEvent, { readonly _tag: "LoanRenewed" }>): RowChange => ({
  op: "insert",
  table: "unseenRenewal",
  row: { loanId, renewalCount }
})
