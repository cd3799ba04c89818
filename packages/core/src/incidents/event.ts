import type { Instant } from "../calendar/instant.ts"
import type { ItemId, ItemStatus } from "../catalogue/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"
import type { Conduct } from "../policy/form/compensation/values.ts"
import type { Bearer, ConditionId, IncidentId, IncidentKind, NoticedAt, Occasion } from "./model.ts"

/** Names item and loan, never a reader; the charges that follow name neither. */
export type IncidentEvent =
  | {
      readonly _tag: "IncidentReported"
      readonly incidentId: IncidentId
      readonly kind: IncidentKind
      readonly itemId: ItemId
      readonly itemType: string
      readonly collection: string
      readonly loanId: LoanId | null
      readonly noticedAt: NoticedAt
      readonly conduct: Conduct
      readonly bearer: Bearer
      readonly policeReport: string
      readonly billAt: Instant | null
      /** JSON of `Found`: what was found of the item, and what was known of it before. */
      readonly found?: string
      readonly note: string
      readonly at: Instant
      readonly branch: string
    }
  /** What it costs was reckoned and charged. `trace`: the whole compensation with its case, to be recomputed. */
  | {
      readonly _tag: "IncidentCharged"
      readonly incidentId: IncidentId
      readonly amount: Minor
      /** As what it was charged; it may have been reported as something milder. */
      readonly conduct: Conduct
      /** How many days without borrowing it costs its reader altogether. */
      readonly suspensionDays: number
      readonly trace: unknown
      readonly at: Instant
      readonly branch: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  /** A copy is to be brought instead of money. */
  | {
      readonly _tag: "ReplacementAgreed"
      readonly incidentId: IncidentId
      readonly edition: "sameEdition" | "newerByConsent"
      readonly replaceBy: Instant | null
      /** 1: its reader may not borrow meanwhile. */
      readonly blocks: 0 | 1
      readonly at: Instant
      readonly branch: string
    }
  /** The library bought another copy. */
  | {
      readonly _tag: "ReplacementBought"
      readonly incidentId: IncidentId
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "IncidentEnded"
      readonly incidentId: IncidentId
      readonly as: "settled" | "found" | "dismissed"
      readonly because: string
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "ConditionSeen"
      readonly conditionId: ConditionId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly incidentId: IncidentId | null
      readonly occasion: Occasion
      readonly damages: string
      readonly parts: string
      readonly note: string
      readonly photo: string
      /** What a repair cost; without it, nothing. */
      readonly cost?: Minor
      /** The item's status from now on; without it, as it was. */
      readonly status?: ItemStatus
      readonly at: Instant
      readonly branch: string
    }
