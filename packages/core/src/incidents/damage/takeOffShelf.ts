import type { Instant } from "../../calendar/instant.ts"
import { type ItemRow, lentStatuses } from "../../catalogue/model.ts"
import type { Draft } from "../../decision/draft.ts"
import type { SetAsideReservation } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { putBack } from "../../reservations/putBack.ts"
import type { TransitRow } from "../../transits/model.ts"
import { endTravel } from "../../transits/travel.ts"

/** Why an item cannot be taken out of use now; `null`: it can. What is lent is to be returned before. */
export const outOfUseAgainst = ({ status }: ItemRow, action: string): Refusal | null => {
  if (status === "withdrawn") return { _tag: "ItemWithdrawn" }
  return status === "inRepair" || lentStatuses.includes(status) ? { _tag: "ItemStatusForbids", status, action } : null
}

interface Kept {
  readonly setAsideOfItem: SetAsideReservation | null
  readonly transitsOfItem: ReadonlyArray<TransitRow>
}

/**
 * Takes an item out of the way: one on its way has turned up here, or is lost there; whoever it was set aside for waits
 * again, in the old place; it has no pickup slot then; what was planned for it is dropped.
 */
export const takeOffShelf = (
  work: Draft,
  item: ItemRow,
  { setAsideOfItem: setAside, transitsOfItem }: Kept,
  at: Instant,
  { branch, isLost = false }: { readonly branch: string; readonly isLost?: boolean }
): void => {
  endTravel(work, item, transitsOfItem, at, { branch, isLost })
  if (setAside !== null) putBack(work, setAside, item, at)
}
