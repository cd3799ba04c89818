import type { AccountId, EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Minor } from "../money/minor.ts"
import type { AppealId, AppealState } from "./model.ts"

/** Names charge and account, never loan, incident or item. */
export type AppealEvent =
  | {
      readonly _tag: "AppealOpened"
      readonly appealId: AppealId
      readonly accountId: AccountId
      readonly chargeId: EntryId
      /** What was owed of the charge then. */
      readonly held: Minor
      readonly chargedBy: string
      readonly decideUntil: Instant | null
      readonly at: Instant
      readonly branch: string
    }
  /** Two readers became one: the charge stands in another account now. */
  | {
      readonly _tag: "AppealMoved"
      readonly appealId: AppealId
      readonly accountId: AccountId
      readonly chargeId: EntryId
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "AppealDecided"
      readonly appealId: AppealId
      readonly as: Exclude<AppealState, "open">
      /** What the charge comes to from now on. */
      readonly amount: Minor
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }
