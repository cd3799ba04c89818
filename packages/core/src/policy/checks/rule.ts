import type { CompiledPolicy, ResolvedSettings } from "../compiled/compilePolicy.ts"
import type { SettingName } from "../form/settings.ts"

export type ContradictionName =
  /** What may not be lent may be reserved. */
  | "reservableNotLendable"
  /** What may be reserved, by a reader who may have no reservation. */
  | "reservableNone"
  /** What is reserved waits for no time on the pickup shelf. */
  | "pickupShelfWithoutTime"
  /** A copy is kept on the pickup shelf for longer than a reservation waits at all. */
  | "pickupShelfOverReservation"
  /** A reader is to be reminded of the pickup shelf before a copy comes to it: so never. */
  | "pickupReminderBeforeShelf"
  /** The most that lateness may cost is less than its first unit. */
  | "overdueCapUnderRate"
  /** Units late that are in no tier, with tiers before and after them: they cost nothing. */
  | "overdueTiersWithHole"
  /** Closed days use up a grace that there is not. */
  | "graceTimeWithoutGrace"
  /** The longest suspension is shorter than that for the first unit late. */
  | "suspensionMaxUnderUnit"
  /** A suspension that stops its reader from nothing. */
  | "suspensionBlocksNothing"
  /** How a suspension is counted, where there is none. */
  | "suspensionWithoutDays"
  /** The library renews by itself what may not be renewed. */
  | "autoRenewalForbidden"
  /** A renewal lasts longer than a loan with all its renewals may. */
  | "renewalLongerThanLoanMay"
  /** The least that a loan lasts while many wait is more than it lasts then. */
  | "highDemandLeastOverPeriod"
  /** A renewal's own period, where a schedule alone says when loans are due. */
  | "renewalPeriodUnderSchedule"
  /** A limit on a part admits more than the limit on the whole. */
  | "partLimitOverWhole"

/** What is contradictory about two settings of one case. */
export interface Rule {
  readonly of: ContradictionName
  readonly settings: readonly [SettingName, SettingName]
  readonly holds: (case_: Pick<ResolvedSettings, "get">, policy: Pick<CompiledPolicy, "document" | "named">) => boolean
}
