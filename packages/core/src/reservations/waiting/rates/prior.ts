import { loanParts, shelfParts, termParts } from "./spans.ts"

/**
 * What is taken for granted of a kind before anything was seen of it: a guess of ours, so an answer that rests on it says
 * so. Of a hundred loans that may not be renewed some sixty come back before they are due, most of them near the end, and
 * thirty in the two weeks after; one never does. Of a hundred copies on the pickup shelf ninety are fetched, most of them
 * in the first days, and the others go back after eight or so.
 * A copy that has to travel is there within four days. Of those who wait one in six hundred gives up each day.
 */

/** Chance that a loan which has come to a part ends in it. */
export const priorReturn: ReadonlyArray<number> = Array.from({ length: loanParts }, (_, part) => {
  if (part < termParts) return 0.01 + 0.05 * (part / termParts) ** 2
  return part < termParts + 10 ? 0.15 : 0.2
})

export const priorFetch: ReadonlyArray<number> = Array.from({ length: shelfParts }, (_, part) =>
  part < 7 ? 0.28 : 0.1
)

export const priorUnfetch: ReadonlyArray<number> = Array.from({ length: shelfParts }, (_, part) =>
  part < 7 ? 0.005 : part < 14 ? 0.4 : 0.7
)

/** Shares of the copies that have to travel, by whole days on the way, from one day on. */
export const priorTravel: ReadonlyArray<number> = [0.4, 0.3, 0.2, 0.1]

/** Share of the loans that are renewed, of those that came to the last tenth of their term and may be. */
export const priorRenew = 0.4

/** Reservations given up for each day that one waits. */
export const priorGivenUpDaily = 1 / 600

/** Days of a term where neither the question nor what was seen says. */
export const priorTermDays = 28

/** Of a title's mean loan, in shares of that of its kind squared. */
export const priorTitleVariance = 0.15 ** 2

/** How many observations a prior is worth beside real ones: loans or pickups in each part, days of waiting, titles. */
export const priorWeight = 2
export const priorWaitedDays = 600
export const priorTitles = 10

/**
 * By how much more or less is given up in one queue than in others of its kind, as the deviation of a logarithm: those who
 * have waited long give up more readily, and who waits ahead is not known so well. A guess.
 */
export const priorPatienceSpread = 0.4
