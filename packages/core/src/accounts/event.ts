import type { Instant } from "../calendar/instant.ts"
import type { AtSession } from "../cash/event.ts"
import type { Minor } from "../money/minor.ts"
import type { ChargeOrigin } from "./chargeOrigin.ts"
import type { AccountId, ChargeKind, EntryId } from "./model.ts"

/** Names the charge, never the loan: which loan it is for stands in `ChargeLoanRow` alone. */
export type AccountEvent =
  | {
      readonly _tag: "ChargeRaised"
      readonly accountId: AccountId
      readonly chargeId: EntryId
      readonly kind: ChargeKind
      readonly amount: Minor
      readonly at: Instant
      readonly branch: string
      readonly itemType: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
      /** How the amount came about, step by step. */
      readonly steps: ReadonlyArray<unknown>
      /** What staff wrote of a charge that they raised by hand. */
      readonly reason?: string
    }
  | {
      readonly _tag: "PaymentReceived"
      readonly accountId: AccountId
      readonly entryId: EntryId
      /** What was given, above zero. */
      readonly amount: Minor
      readonly method: string
      /** Where it was taken, if at a cash desk. */
      readonly cash?: AtSession
      readonly at: Instant
      readonly branch: string
      readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: Minor }>
    }
  /** A charge is more or less than it was. What of it is owed is never below zero: what was paid too much is refunded. */
  | {
      readonly _tag: "ChargeAdjusted"
      readonly accountId: AccountId
      readonly chargeId: EntryId
      readonly entryId: EntryId
      /** `void`: it was raised in error. */
      readonly as: "adjustment" | "void"
      /** Somebody took it off: the rules do not charge it again. */
      readonly byHand?: 1
      /** What it is more, or, below zero, less. */
      readonly amount: Minor
      readonly reason: string
      readonly at: Instant
      readonly branch: string
      readonly policyVersion?: number
      readonly policyRows?: Readonly<Record<string, string>>
      readonly steps?: ReadonlyArray<unknown>
    }
  /** What was paid of a charge is owed to the reader again: a credit, until it is handed out or taken by a charge. */
  | {
      readonly _tag: "ChargeRefunded"
      readonly accountId: AccountId
      readonly chargeId: EntryId
      readonly entryId: EntryId
      readonly amount: Minor
      /** Somebody gave it back: the rules do not charge it again. */
      readonly byHand?: 1
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "CreditGranted"
      readonly accountId: AccountId
      readonly entryId: EntryId
      readonly amount: Minor
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "CreditApplied"
      readonly accountId: AccountId
      readonly creditId: EntryId
      readonly at: Instant
      readonly branch: string
      readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: Minor }>
    }
  | {
      readonly _tag: "CreditPaidOut"
      readonly accountId: AccountId
      readonly creditId: EntryId
      readonly entryId: EntryId
      readonly amount: Minor
      readonly method: string
      readonly cash?: AtSession
      readonly at: Instant
      readonly branch: string
    }
  /** A payment, a waiver, a write-off or a transfer that should not have been, undone: what it paid is owed again. */
  | {
      readonly _tag: "EntryVoided"
      readonly accountId: AccountId
      readonly entryId: EntryId
      readonly voids: EntryId
      readonly amount: Minor
      /** What it had paid of which charge. */
      readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: Minor }>
      /** What of it no charge had taken. */
      readonly credit: Minor
      /** Of a payment at a session that is still open: what was taken is not there. */
      readonly cash?: AtSession & { readonly method: string }
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }
  /** A debt is another office's from now on, which collects it. */
  | {
      readonly _tag: "DebtHandedOver"
      readonly accountId: AccountId
      readonly entryId: EntryId
      readonly to: string
      readonly amount: Minor
      readonly at: Instant
      readonly branch: string
      readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: Minor }>
    }
  | {
      readonly _tag: "DepositGivenBack"
      readonly accountId: AccountId
      /** The entry that takes the deposit off the library's hands. */
      readonly entryId: EntryId
      /** The entry of the money handed out. */
      readonly payoutId: EntryId
      readonly chargeId: EntryId
      readonly amount: Minor
      readonly method: string
      readonly cash?: AtSession
      readonly at: Instant
      readonly branch: string
    }
  /** What was still owed of a charge goes to another account, as two readers became one. */
  | {
      readonly _tag: "ChargeMovedAway"
      readonly accountId: AccountId
      readonly entryId: EntryId
      readonly chargeId: EntryId
      readonly amount: Minor
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "ChargeMovedHere"
      readonly accountId: AccountId
      readonly chargeId: EntryId
      readonly movedFrom: EntryId
      readonly kind: ChargeKind
      readonly amount: Minor
      /** When it was first raised. */
      readonly raisedAt: Instant
      /** Who raised it, wherever it stood then; `null`: nobody knows any more. */
      readonly chargedBy: string | null
      /** By what it was raised, and what became of it until it was moved; `null`: nobody knows any more. */
      readonly origin: ChargeOrigin | null
      readonly at: Instant
      readonly branch: string
    }
  /** Being late costs no more altogether: what a payment, or a credit, that settles everything leaves unpaid is not asked for. */
  | {
      readonly _tag: "OverdueForgone"
      readonly accountId: AccountId
      readonly entryId: EntryId
      /** The payment or credit: undone, it is owed again with it. */
      readonly settledBy: EntryId
      readonly amount: Minor
      readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: Minor }>
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "ChargeWaived"
      readonly accountId: AccountId
      readonly entryId: EntryId
      readonly chargeId: EntryId
      readonly amount: Minor
      readonly reason: string
      /** Days or hours changed afterwards, and less would have been charged. */
      readonly cause?: "calendar"
      /** Given up as not to be had, rather than forgiven. */
      readonly writtenOff?: 1
      readonly at: Instant
      readonly branch: string
    }
