import type { SettingName } from "./settings.ts"

/** Settings without which a command is refused: a case in which no row sets one is a hole. The others have a default. */
export const neededSettings = [
  "lendable",
  "loanPeriod",
  "dueTime",
  "closedDays",
  "renewalCountMax",
  "renewFrom",
  "renewalWhenWaiting",
  "overdueRate",
  "overdueCap",
  "overdueOnClosedDays",
  "reservationCountMax",
  "reservable",
  "reservableOnShelf",
  "pickupDays",
  "debtMax",
  "membershipMonths"
] as const satisfies ReadonlyArray<SettingName>
