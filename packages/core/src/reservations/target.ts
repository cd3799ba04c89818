import type { ItemId } from "../catalogue/model.ts"
import type { ReservationRow } from "./model.ts"

/** Which copies of its title a reservation is for. */
export type Target = Pick<ReservationRow, "itemId" | "volume" | "itemType">

interface Copy {
  /** Left out of a group of copies: then it is none that is wanted by itself. */
  readonly itemId?: ItemId
  readonly volume: string
  readonly type: string
}

/** Whether a copy of the title is one that the reservation is for. */
export const isWanted = ({ itemId, volume, itemType }: Target, copy: Copy): boolean =>
  (itemId === null || itemId === copy.itemId) &&
  (volume === "" || volume === copy.volume) &&
  (itemType === "" || itemType === copy.type)

/** Whether two reservations of a title are for the same: one copy could fill either. */
export const overlaps = (one: Target, other: Target): boolean =>
  (one.itemId === null || other.itemId === null || one.itemId === other.itemId) &&
  (one.volume === "" || other.volume === "" || one.volume === other.volume) &&
  (one.itemType === "" || other.itemType === "" || one.itemType === other.itemType)
