import type { ItemRow, StandingStatus } from "./model.ts"

/** What an event that frees a copy says of it. */
interface Freed {
  /** There and 1: it is restricted, as it was before. */
  readonly restricted?: 1
}

export const freed = ({ shelfStatus }: Pick<ItemRow, "shelfStatus">): Freed =>
  shelfStatus === "restricted" ? { restricted: 1 } : {}

/** What the copy is from then on. */
export const standingOf = ({ restricted }: Freed): StandingStatus => (restricted === 1 ? "restricted" : "available")
