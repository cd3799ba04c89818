import type { Instant } from "../calendar/instant.ts"
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
      /** By what it was raised, and what became of it until it was moved; `null`: nobody knows any more. */
      readonly origin: ChargeOrigin | null
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
      readonly at: Instant
      readonly branch: string
    }
