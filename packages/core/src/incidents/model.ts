import { Schema } from "effect"
import type { EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"
import type { Conduct } from "../policy/form/compensation/values.ts"
import type { ReaderId } from "../readers/model.ts"

export const IncidentId = id.pipe(Schema.brand("IncidentId"))
export type IncidentId = typeof IncidentId.Type

export const IncidentKind = Schema.Literals(["loss", "damage", "theft", "missing"])
export type IncidentKind = typeof IncidentKind.Type

/**
 * From report to end. `reported`: nothing is charged yet. `charged`: a compensation is owed. `replacing`: a copy is to be
 * brought instead. `settled`: paid, waived or replaced, or what was missing is given up. `found`: the item came back. `dismissed`: nothing came of it.
 */
export const IncidentState = Schema.Literals(["reported", "charged", "replacing", "settled", "found", "dismissed"])
export type IncidentState = typeof IncidentState.Type

/** Where it was noticed. */
export const NoticedAt = Schema.Literals([
  "desk",
  "return",
  "shelf",
  "readingRoom",
  "sampling",
  "stocktaking",
  "transit",
  "pickupShelf",
  "job"
])
export type NoticedAt = typeof NoticedAt.Type

/** Who bears what it costs. `reader`: who had the item, or whom a conduct record names. */
export const Bearer = Schema.Literals(["reader", "library", "branch", "carrier", "nobody"])
export type Bearer = typeof Bearer.Type

/** A loss, theft or damage of an item. Who the reader is stands in the loan's link, or in `IncidentReaderRow`, alone. */
export interface IncidentRow {
  readonly incidentId: IncidentId
  /** Number of this incident's events. */
  readonly version: number
  readonly kind: IncidentKind
  readonly state: IncidentState
  readonly itemId: ItemId
  /** The loan during which it happened; `null`: none. */
  readonly loanId: LoanId | null
  readonly branch: string
  readonly noticedAt: NoticedAt
  readonly conduct: Conduct
  readonly bearer: Bearer
  /** Number of a report to the police; empty: none. */
  readonly policeReport: string
  /** JSON of `Found`: what was found of the item, and what was known of it before; empty: nothing. */
  readonly found: string
  /** What it was charged with, in minor units; 0: nothing so far. */
  readonly amount: Minor
  /** How many days without borrowing it cost its reader so far; 0: none. */
  readonly suspensionDays: number
  readonly reportedAt: Instant
  /** When it is to be charged; `null`: at once, or not by itself. */
  readonly billAt: Instant | null
  /** By when a copy is to be brought instead; `null`: none is. */
  readonly replaceBy: Instant | null
  /** 1: until that copy is brought, its reader may not borrow. */
  readonly blocksBorrowing: 0 | 1
  /** 1: the library bought another copy, so that nothing is given back when it is found. */
  readonly replacementBought: 0 | 1
  readonly endedAt: Instant | null
}

/**
 * Who answers for an incident: who had the item when it was found damaged, or whom a conduct record names. Cut once
 * nothing is owed for it.
 */
export interface IncidentReaderRow {
  readonly incidentId: IncidentId
  readonly readerId: ReaderId
  /** What the conduct record says, for staff; empty: the reader had the item. Never in an event. */
  readonly evidence: string
}

/** Which incident a charge is for. Cut once nothing is owed for it, as it would link a reader to an item. */
export interface ChargeIncidentRow {
  readonly chargeId: EntryId
  readonly incidentId: IncidentId
}

export const ConditionId = id.pipe(Schema.brand("ConditionId"))
export type ConditionId = typeof ConditionId.Type

/** When the condition of an item was looked at. */
export const Occasion = Schema.Literals(["lent", "returned", "inspected", "sentToRepair", "repaired", "withdrawn"])
export type Occasion = typeof Occasion.Type

/** What somebody saw of an item. The newest one is its condition. Never changed. */
export interface ConditionRow {
  readonly conditionId: ConditionId
  readonly itemId: ItemId
  readonly incidentId: IncidentId | null
  readonly occasion: Occasion
  /** JSON: kind of damage, grade, how many, and what was chosen in a range. */
  readonly damages: string
  /** JSON: parts that are spoiled or missing, and how many. */
  readonly parts: string
  readonly note: string
  /** Address of a photograph; empty: none. */
  readonly photo: string
  /** What a repair cost the library, in minor units. */
  readonly cost: Minor
  readonly at: Instant
  /** Who looked. */
  readonly actor: string
}
