import { Minor } from "../../money/minor.ts"

export interface SettlementCaps {
  /** The most that what one reader settles at one visit may cost together. */
  readonly perVisit: Minor | "unlimited"
  /** The most that one reader may owe for lateness at once, what was owed before included. */
  readonly perReader: Minor | "unlimited"
}

/**
 * What is left of the amounts of one visit under caps, each in its place. The caps are filled in the order given; what
 * does not fit is taken off the later ones. Never below zero, never above what was asked.
 */
export const withinCaps = (
  amounts: ReadonlyArray<Minor>,
  { perVisit, perReader }: SettlementCaps,
  owedBefore: Minor
): ReadonlyArray<Minor> => {
  let left = Math.min(
    perVisit === "unlimited" ? Number.POSITIVE_INFINITY : perVisit,
    perReader === "unlimited" ? Number.POSITIVE_INFINITY : Math.max(0, perReader - owedBefore)
  )
  return amounts.map((amount) => {
    const kept = Math.min(amount, left)
    left -= kept
    return Minor.make(kept)
  })
}
