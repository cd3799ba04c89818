import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"

/** A reader's account. There is one a reader, and it has the reader's id. */
export const AccountId = id.pipe(Schema.brand("AccountId"))
export type AccountId = typeof AccountId.Type

export const EntryId = id.pipe(Schema.brand("EntryId"))
export type EntryId = typeof EntryId.Type

export const EntryKind = Schema.Literals(["charge", "payment", "waiver", "credit", "payout", "transfer"])
export type EntryKind = typeof EntryKind.Type

/** What a loan is charged for, by the rules. */
export const LoanChargeKind = Schema.Literals(["overdue", "rental", "deposit"])
export type LoanChargeKind = typeof LoanChargeKind.Type

/** Whether the rules charge it for a loan, so that its cause is known and charged once. */
export const isOfLoan = (kind: ChargeKind): kind is LoanChargeKind =>
  (LoanChargeKind.literals as ReadonlyArray<string>).includes(kind)

/** What staff charge a reader for by hand: compensation for what was lost or damaged, or any other fee. */
export const HandChargeKind = Schema.Literals(["compensation", "fee"])
export type HandChargeKind = typeof HandChargeKind.Type

/** What a charge is for. */
export const ChargeKind = Schema.Literals([...LoanChargeKind.literals, ...HandChargeKind.literals])
export type ChargeKind = typeof ChargeKind.Type

export interface AccountRow {
  readonly accountId: AccountId
  /** Number of this account's events; 0 when it is opened. */
  readonly version: number
  /** Sum of the entries: what is owed. */
  readonly balance: Minor
}

/** One line of the ledger. Only ever added. */
export interface EntryRow {
  readonly entryId: EntryId
  readonly accountId: AccountId
  readonly kind: EntryKind
  /** What it does to the balance: a charge or a payout above zero, a payment, waiver or credit below. */
  readonly amount: Minor
  readonly at: Instant
  readonly actor: string
  readonly branch: string
  /** Why, for a waiver; how it was paid, for a payment; what for, for a charge. */
  readonly reason: string
}

/** A charge and what is still owed of it. Its entry has the same id. */
export interface ChargeRow {
  readonly chargeId: EntryId
  readonly accountId: AccountId
  readonly kind: ChargeKind
  readonly amount: Minor
  readonly outstanding: Minor
  readonly raisedAt: Instant
}

/** How much of a payment or waiver went to which charge. */
export interface AllotmentRow {
  readonly entryId: EntryId
  readonly chargeId: EntryId
  readonly amount: Minor
}

/**
 * Which loan a charge is for: at most one charge of a kind for each stretch between renewals. Cut once nothing is owed, a
 * deposit's once it is given back, and with the last of them the loan's reader.
 */
export interface ChargeLoanRow {
  readonly loanId: LoanId
  readonly kind: LoanChargeKind
  /** Renewals of the loan when the charge was raised. */
  readonly renewalCount: number
  readonly chargeId: EntryId
}
