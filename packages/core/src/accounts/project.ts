import type { AtSession } from "../cash/event.ts"
import type { CashKind } from "../cash/model.ts"
import { cashEntry } from "../cash/project.ts"
import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import { Minor } from "../money/minor.ts"
import type { AccountEvent } from "./event.ts"
import { type EntryId, type EntryKind, mergedTo } from "./model.ts"

/** The rows that a fact of an account's history changes. */
export const projectAccount = (event: AccountEvent, place: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "ChargeMovedAway":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "transfer", change: -event.amount, reason: mergedTo }),
        ...allotted(event.entryId, [event], event, place)
      ]
    case "ChargeRaised":
    case "ChargeMovedHere":
      return [
        ...entry(event, raisedBy(event, place), {
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
            refunded: nothing,
            forgiven: nothing,
            raisedAt: event._tag === "ChargeMovedHere" ? event.raisedAt : event.at
          }
        }
      ]
    case "ChargeAdjusted":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: event.as,
          change: event.amount,
          reason: event.reason,
          corrects: event.chargeId
        }),
        {
          op: "add",
          table: "charge",
          id: event.chargeId,
          add: { amount: event.amount, outstanding: event.amount, ...forgivenBy(event) }
        }
      ]
    case "ChargeRefunded":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "refund",
          change: -event.amount,
          reason: event.reason,
          corrects: event.chargeId
        }),
        credit(event, event.entryId, event.amount),
        { op: "add", table: "charge", id: event.chargeId, add: { refunded: event.amount, ...forgivenBy(event) } }
      ]
    case "PaymentReceived": {
      const rest = event.amount - event.allotments.reduce((sum, { amount }) => sum + amount, 0)
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "payment",
          change: -event.amount,
          reason: event.method
        }),
        ...(rest > 0 ? [credit(event, event.entryId, rest)] : []),
        ...allotted(event.entryId, event.allotments, event, place),
        ...atDesk(event, place, { ...event, kind: "payment" })
      ]
    }
    case "CreditGranted":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "credit", change: -event.amount, reason: event.reason }),
        credit(event, event.entryId, event.amount)
      ]
    case "CreditApplied":
      return [
        moved(event, place, 0),
        ...allotted(event.creditId, event.allotments, event, place),
        taken(
          event.creditId,
          event.allotments.reduce((sum, { amount }) => sum + amount, 0)
        )
      ].flat()
    case "CreditPaidOut":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "payout",
          change: event.amount,
          reason: event.method,
          corrects: event.creditId
        }),
        taken(event.creditId, event.amount),
        ...atDesk(event, place, { ...event, kind: "payout", amount: -event.amount })
      ]
    case "EntryVoided":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "void",
          change: event.amount,
          reason: event.reason,
          corrects: event.voids
        }),
        ...allotted(
          event.voids,
          event.allotments.map(({ chargeId, amount }) => ({ chargeId, amount: -amount })),
          event,
          place
        ),
        ...(event.credit > 0 ? [taken(event.voids, event.credit)] : []),
        ...atDesk(event, place, {
          entryId: event.entryId,
          kind: "payment",
          method: event.cash?.method ?? "",
          amount: -event.amount
        })
      ]
    case "DebtHandedOver":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "transfer",
          change: -event.amount,
          reason: event.to
        }),
        ...allotted(event.entryId, event.allotments, event, place)
      ]
    case "DepositGivenBack":
      return [
        ...entry(event, place, { entryId: event.entryId, kind: "credit", change: -event.amount, reason: "deposit" }),
        { op: "add", table: "charge", id: event.chargeId, add: { refunded: event.amount } },
        ...entry(event, place, {
          entryId: event.payoutId,
          kind: "payout",
          change: event.amount,
          reason: event.method,
          corrects: event.entryId
        }),
        ...atDesk(event, place, {
          entryId: event.payoutId,
          kind: "payout",
          method: event.method,
          amount: -event.amount
        })
      ]
    case "OverdueForgone":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: "waiver",
          change: -event.amount,
          reason: "cap",
          corrects: event.settledBy
        }),
        ...allotted(event.entryId, event.allotments, event, place)
      ]
    case "ChargeWaived":
      return [
        ...entry(event, place, {
          entryId: event.entryId,
          kind: event.writtenOff === 1 ? "writeOff" : "waiver",
          change: -event.amount,
          reason: event.reason
        }),
        ...allotted(event.entryId, [event], event, place)
      ]
  }
}

const nothing = Minor.make(0)

/** What was taken off or given back by somebody, rather than by rules. */
const forgivenBy = ({
  byHand,
  amount
}: {
  readonly byHand?: 1
  readonly amount: Minor
}): { readonly forgiven?: number } => (byHand === 1 ? { forgiven: Math.abs(amount) } : {})

/** Whoever moved a charge to another account did not raise it. */
const raisedBy = (event: AccountEvent, place: EventPlace): EventPlace =>
  event._tag === "ChargeMovedHere" && event.chargedBy !== null ? { ...place, actor: event.chargedBy } : place

const entry = (
  event: AccountEvent,
  place: EventPlace,
  line: {
    readonly entryId: EntryId
    readonly kind: EntryKind
    readonly change: number
    readonly reason: string
    readonly corrects?: EntryId
  }
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
      actor: place.actor,
      branch: event.branch,
      reason: line.reason,
      corrects: line.corrects ?? null
    }
  },
  ...moved(event, place, line.change)
]

/** The account one event further on, with what it owes. */
const moved = ({ accountId }: AccountEvent, { seq }: EventPlace, balance: number): ReadonlyArray<RowChange> => [
  { op: "set", table: "account", id: accountId, version: seq, set: {} },
  { op: "add", table: "account", id: accountId, add: { balance } }
]

/** The line of the cash desk's session, where money was taken or given at one. */
const atDesk = (
  { cash, at }: { readonly cash?: AtSession; readonly at: AccountEvent["at"] },
  { actor }: EventPlace,
  line: {
    readonly entryId: EntryId
    readonly kind: CashKind
    readonly method: string
    readonly amount: number
  }
): ReadonlyArray<RowChange> => {
  if (cash === undefined) return []
  const { cashDeskId, session } = cash
  const { entryId, kind, method, amount } = line
  const row = { cashEntryId: entryId, cashDeskId, session, kind, method, amount, entryId, at, actor, reason: "" }
  return [cashEntry(row)]
}

const credit = ({ accountId, at }: AccountEvent, creditId: EntryId, amount: number): RowChange => ({
  op: "insert",
  table: "credit",
  row: { creditId, accountId, amount: Minor.make(amount), remaining: Minor.make(amount), raisedAt: at }
})

const taken = (creditId: EntryId, amount: number): RowChange => ({
  op: "add",
  table: "credit",
  id: creditId,
  add: { remaining: -amount }
})

const allotted = (
  entryId: EntryId,
  allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: number }>,
  { at }: Pick<AccountEvent, "at">,
  { seq }: EventPlace
): ReadonlyArray<RowChange> =>
  allotments.flatMap(
    ({ chargeId, amount }): ReadonlyArray<RowChange> => [
      { op: "insert", table: "allotment", row: { entryId, chargeId, nth: seq, amount: Minor.make(amount), at } },
      { op: "add", table: "charge", id: chargeId, add: { outstanding: -amount } }
    ]
  )
