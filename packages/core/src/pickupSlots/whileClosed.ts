import type { Calendar } from "../calendar/calendar.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { PickupSlotRow } from "./model.ts"

/** What is brought out is brought by somebody: at a time at which the branch is open. A locker is there at any hour. */
export const whileClosed = (
  { kind, branch, fromAt, untilAt }: Pick<PickupSlotRow, "kind" | "branch" | "fromAt" | "untilAt">,
  calendar: Calendar | null
): ReadonlyArray<Refusal> => {
  const days = calendar?.branch(branch)
  if (kind !== "curbside" || fromAt === null || untilAt === null || days === undefined) return []
  return days.openTimeBetween(fromAt, untilAt) > 0 ? [] : [{ _tag: "SlotWhileClosed", branch, fromAt }]
}
