import type { CopyHindrance, Hindrance } from "../../reservations/setAside.ts"

/** Whether rules or days are wanting, and not a copy. */
const ofCopy: Readonly<Record<CopyHindrance, "copy" | "rules">> = {
  BranchUnknown: "rules",
  ItemNotReservable: "copy",
  NotForReadersOf: "copy",
  NotLentToReadersOf: "copy",
  CardNotValidAt: "copy",
  PickupNotAllowed: "copy",
  NewCopyStaysHome: "copy",
  CalendarHasNoOpenDay: "rules",
  OutsideDueSchedule: "rules",
  DueDatePassed: "rules",
  PolicySettingMissing: "rules"
}

export const isOfRules = (code: Hindrance | null): boolean => isOfCopy(code) && ofCopy[code] === "rules"

/** Whether it stands in the way of a copy, not of a reader or a day. */
export const isOfCopy = (code: Hindrance | null): code is CopyHindrance => code !== null && code in ofCopy
