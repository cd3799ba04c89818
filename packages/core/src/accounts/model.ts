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

/**
 * `adjustment` changes a charge, both ways; `waiver` and `writeOff` forgo one; `credit` and `refund` are owed to the reader,
 * `payout` hands such money out; `void` undoes an entry made in error; `transfer` moves a debt elsewhere or from there.
 */
export const EntryKind = Schema.Literals([
  "charge",
  "adjustment",
  "payment",
  "waiver",
  "writeOff",
  "credit",
  "refund",
  "payout",
  "void",
  "transfer"
])
export type EntryKind = typeof EntryKind.Type

/** What a loan is charged for, by the rules. */
export const LoanChargeKind = Schema.Literals(["overdue", "reminder", "rental", "deposit"])
export type LoanChargeKind = typeof LoanChargeKind.Type

/** Whether the rules charge it for a loan, so that its cause is known and charged once. */
export const isOfLoan = (kind: ChargeKind): kind is LoanChargeKind =>
  (LoanChargeKind.literals as ReadonlyArray<string>).includes(kind)

/** What an incident is charged for: the value of what was lost or damaged, and the work that it makes. */
export const IncidentChargeKind = Schema.Literals(["loss", "damage", "processing"])
export type IncidentChargeKind = typeof IncidentChargeKind.Type

/** Whether it is charged for an incident, by the rules or at its actual cost. */
export const isOfIncident = (kind: ChargeKind): boolean =>
  (IncidentChargeKind.literals as ReadonlyArray<string>).includes(kind)

/** What the rules charge a reader for a service that is no loan by itself: placing a reservation or picking it up, recalling a loan, a membership, a card, what comes from another library. */
export const FeeKind = Schema.Literals(["reservation", "recall", "membership", "card", "betweenLibraries"])
export type FeeKind = typeof FeeKind.Type

/** What staff charge a reader for by hand: compensation for what was lost or damaged, or any other fee. */
export const HandChargeKind = Schema.Literals(["compensation", "fee"])
export type HandChargeKind = typeof HandChargeKind.Type

/** What is owed for losses and damage, whoever reckoned it. */
export const isCompensation = (kind: ChargeKind): boolean => kind === "compensation" || isOfIncident(kind)

/** What a charge is for. */
export const ChargeKind = Schema.Literals([
  ...LoanChargeKind.literals,
  ...IncidentChargeKind.literals,
  ...FeeKind.literals,
  ...HandChargeKind.literals
])
export type ChargeKind = typeof ChargeKind.Type

/** To whom a charge was handed over that went to another account as readers were merged. Nobody else has such a code. */
export const mergedTo = "merged"

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
  /** What it does to the balance: a charge or a payout above zero, a payment, waiver, credit or refund below. */
  readonly amount: Minor
  readonly at: Instant
  readonly actor: string
  readonly branch: string
  /** Why, for a waiver; how it was paid, for a payment; what for, for a charge. */
  readonly reason: string
  /** The entry that it corrects, pays back or undoes; `null`: none. */
  readonly corrects: EntryId | null
}

/** A charge and what is still owed of it. Its entry has the same id. */
export interface ChargeRow {
  readonly chargeId: EntryId
  readonly accountId: AccountId
  readonly kind: ChargeKind
  /** With all its adjustments. */
  readonly amount: Minor
  readonly outstanding: Minor
  /** What of it was paid and is owed back to the reader, or was handed back: never more than was paid. */
  readonly refunded: Minor
  /** What of it somebody took off or gave back: the rules, by which it runs on, do not charge that again. */
  readonly forgiven: Minor
  readonly raisedAt: Instant
}

/** Money of the reader that no charge has taken: what was paid too much, or is given back. Its entry has the same id. */
export interface CreditRow {
  readonly creditId: EntryId
  readonly accountId: AccountId
  readonly amount: Minor
  /** What is neither allotted to charges nor handed out. */
  readonly remaining: Minor
  readonly raisedAt: Instant
}

/** How much of a payment, credit or waiver went to which charge; below zero where such an entry was undone. */
export interface AllotmentRow {
  readonly entryId: EntryId
  readonly chargeId: EntryId
  /** Number of the account's event that allotted it. */
  readonly nth: number
  readonly amount: Minor
  /** When it was allotted: of a credit, later than it arose. */
  readonly at: Instant
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
