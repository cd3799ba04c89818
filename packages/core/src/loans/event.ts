import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import type { OwedBetween } from "./betweenLibraries.ts"
import type { LoanId, RecalledBy } from "./model.ts"

/** Carries what was decisive about reader and item, so that counts survive the cut of the link to the reader. */
export type LoanEvent =
  | {
      readonly _tag: "ItemCheckedOut"
      readonly loanId: LoanId
      readonly itemId: ItemId
      /** The item's version after this event. */
      readonly itemVersion: number
      readonly titleId: TitleId
      readonly branch: string
      readonly dueAt: Instant
      readonly at: Instant
      readonly onSite: 0 | 1
      /** There and 1: somebody borrowed it for the reader. */
      readonly proxied?: 1
      /** The branch by whose days and hours it is due, where that is not the one that lent it. */
      readonly calendarBranch?: string
      readonly itemType: string
      readonly collection: string
      readonly readerCategory: string
      /** Whole years in steps of ten, "20-29"; `null`: date of birth unknown. */
      readonly ageBand: string | null
      /** Open loans of the reader before this one, by limit. */
      readonly counts: Readonly<Record<string, number>>
      /** What one library owes another for the loan. */
      readonly owedBetween?: OwedBetween
      readonly policyVersion: number
      /** Setting → id of the policy row that gave it. */
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      readonly _tag: "LoanRenewed"
      readonly loanId: LoanId
      readonly at: Instant
      readonly dueAt: Instant
      readonly renewalCount: number
      /** There and 1: nobody had the item in hand. */
      readonly unseen?: 1
      readonly calendarBranch?: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      /** Days or hours of the branch changed, and the due instant with them. */
      readonly _tag: "LoanRedated"
      readonly loanId: LoanId
      readonly at: Instant
      readonly dueAt: Instant
      readonly calendarVersion: number
    }
  | {
      readonly _tag: "DueDateChanged"
      readonly loanId: LoanId
      readonly at: Instant
      readonly dueAt: Instant
      readonly reason: string
    }
  | {
      /** Somebody needs it before it is due. */
      readonly _tag: "LoanRecalled"
      readonly loanId: LoanId
      readonly at: Instant
      readonly dueAt: Instant
      readonly wasDueAt: Instant
      readonly by: RecalledBy
      readonly reason: string
      readonly branch: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      readonly _tag: "RecallCancelled"
      readonly loanId: LoanId
      readonly at: Instant
      readonly dueAt: Instant
      readonly branch: string
    }
  | {
      /** The loan is overdue for as long as a reminder asks for. Sending it is somebody else's. */
      readonly _tag: "LoanReminded"
      readonly loanId: LoanId
      /** Its place in the ladder, from 1. */
      readonly number: number
      readonly at: Instant
      readonly branch: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      /** The reader says that it was brought back; it is looked for. */
      readonly _tag: "ReturnClaimed"
      readonly loanId: LoanId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
      readonly branch: string
      readonly note: string
    }
  | {
      /** It was looked for and not found there. */
      readonly _tag: "ClaimSearched"
      readonly loanId: LoanId
      readonly nth: number
      readonly place: string
      readonly note: string
      readonly at: Instant
      readonly branch: string
    }
  | {
      /** It counts as lost; the loan stays open until it is found or settled. */
      readonly _tag: "LoanLost"
      readonly loanId: LoanId
      readonly itemId: ItemId
      readonly itemVersion: number
      /** `declared` by the reader or by staff, or `aged`: overdue for as long as the policy says. */
      readonly as: "declared" | "aged"
      /** When being late stopped to count. */
      readonly lateUntil: Instant
      readonly at: Instant
      readonly branch: string
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      /** It was neither brought back nor lost: the loan goes on. */
      readonly _tag: "LoanTakenUpAgain"
      readonly loanId: LoanId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
      readonly branch: string
    }
  | {
      /** What the loss costs was paid, or a copy was brought: the loan ends without the item. */
      readonly _tag: "LoanSettled"
      readonly loanId: LoanId
      readonly itemId: ItemId
      readonly itemVersion: number
      /** What becomes of the item; `inProcess`: the copy that was brought takes its place. */
      readonly status: "lostAndPaid" | "withdrawn" | "inProcess"
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "ItemReturned"
      readonly loanId: LoanId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
      /** Where it was handed in. */
      readonly branch: string
      /** What being late would have cost, in minor units, had it been charged. */
      readonly forgiven?: number
      /** When it is expected on its shelf again; without it, at once. */
      readonly onShelfFrom?: Instant
      /** There and 1: it is restricted to use in the building, as before; without it, available. */
      readonly restricted?: 1
    }
