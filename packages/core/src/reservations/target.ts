import type { ItemId } from "../catalogue/model.ts"
import type { ReservationRow } from "./model.ts"

/** What a copy must be; empty: nothing is asked. */
interface Suited {
  /** Of this volume, part or edition. */
  readonly volume: string
  readonly itemType: string
}

/**
 * What a reservation of a title is for: this copy alone, or any copy that suits. A union, and every function here goes through
 * its members without a rest: another kind of target is one more member, and the compiler then names what has to know of it.
 */
export type Target = ({ readonly of: "copy"; readonly itemId: ItemId } & Suited) | ({ readonly of: "anyCopy" } & Suited)

/** How a row says it. */
export type TargetColumns = Pick<ReservationRow, "itemId" | "volume" | "itemType">

export const targetOf = ({ itemId, volume, itemType }: TargetColumns): Target =>
  itemId === null ? { of: "anyCopy", volume, itemType } : { of: "copy", itemId, volume, itemType }

/** The way back. */
export const targetColumns = (target: Target): TargetColumns => {
  const { volume, itemType } = target
  switch (target.of) {
    case "copy":
      return { itemId: target.itemId, volume, itemType }
    case "anyCopy":
      return { itemId: null, volume, itemType }
  }
}

export interface Copy {
  /** Left out of a group of copies: then it is none that is wanted by itself. */
  readonly itemId?: ItemId
  readonly volume: string
  readonly type: string
}

/** Whether a copy of the title is one that the reservation is for. */
export const isWanted = (target: Target, copy: Copy): boolean => {
  switch (target.of) {
    case "copy":
      return target.itemId === copy.itemId && suits(target, copy)
    case "anyCopy":
      return suits(target, copy)
  }
}

const suits = ({ volume, itemType }: Suited, copy: Copy): boolean =>
  (volume === "" || volume === copy.volume) && (itemType === "" || itemType === copy.type)

/** Whether two reservations of a title are for the same: one copy could fill either. */
export const overlaps = (one: Target, other: Target): boolean => {
  switch (one.of) {
    case "copy":
      return (other.of === "anyCopy" || one.itemId === other.itemId) && suitAlike(one, other)
    case "anyCopy":
      return suitAlike(one, other)
  }
}

const suitAlike = (one: Suited, other: Suited): boolean =>
  (one.volume === "" || other.volume === "" || one.volume === other.volume) &&
  (one.itemType === "" || other.itemType === "" || one.itemType === other.itemType)
