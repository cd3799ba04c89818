import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import { Minor } from "../money/minor.ts"
import type { AccountEvent } from "./event.ts"
import type { EntryId, EntryKind } from "./model.ts"

/** The rows that a fact of an account's history changes. */
export const projectAccount = (event: AccountEvent, place: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "ChargeMovedAway":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "transfer", change: -event.amount, reason: "merged" }),
        ...allotted(event.entryId, event.chargeId, event.amount)
      ]
    case "ChargeRaised":
    case "ChargeMovedHere":
      return [
        ...entry(event, place, {
          entryId: event.chargeId,
          kind: "charge",
          change: event.amount,
          reason: ("reason" in event ? event.reason : undefined) ?? event.kind
        }),
        {
          op: "insert",
          table: "charge",
          row: {
            chargeId: event.chargeId,
            accountId: event.accountId,
            kind: event.kind,
            amount: event.amount,
            outstanding: event.amount,
            raisedAt: event._tag === "ChargeMovedHere" ? event.raisedAt : event.at
          }
        }
      ]
    case "PaymentReceived":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "payment",
          change: -event.amount,
          reason: event.method
        }),
        ...event.allotments.flatMap(({ chargeId, amount }) => allotted(event.entryId, chargeId, amount))
      ]
    case "DepositGivenBack":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "credit", change: -event.amount, reason: "deposit" }),
        ...entry(event, place, { entryId: event.payoutId, kind: "payout", change: event.amount, reason: event.method })
      ]
    case "ChargeWaived":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "waiver", change: -event.amount, reason: event.reason }),
        ...allotted(event.entryId, event.chargeId, event.amount)
      ]
  }
}

const entry = (
  event: AccountEvent,
  { seq, actor }: EventPlace,
  line: { readonly entryId: EntryId; readonly kind: EntryKind; readonly change: number; readonly reason: string }
): ReadonlyArray<RowChange> => [
  {
    op: "insert",
    table: "entry",
    row: {
      entryId: line.entryId,
      accountId: event.accountId,
      kind: line.kind,
      amount: Minor.make(line.change),
      at: event.at,
      actor,
      branch: event.branch,
      reason: line.reason
    }
  },
  { op: "set", table: "account", id: event.accountId, version: seq, set: {} },
  { op: "add", table: "account", id: event.accountId, add: { balance: line.change } }
]

const allotted = (entryId: EntryId, chargeId: EntryId, amount: Minor): ReadonlyArray<RowChange> => [
  { op: "insert", table: "allotment", row: { entryId, chargeId, amount } },
  { op: "add", table: "charge", id: chargeId, add: { outstanding: -amount } }
]
