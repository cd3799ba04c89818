/** Milliseconds in a day; a wait is told in days of 24 hours, whatever the clocks of a branch do. */
const day = 86_400_000

/** Between two instants. */
export const daysBetween = (from: number, to: number): number => (to - from) / day

/** Parts of a loan's term in which a return is counted: each a thirtieth of it. */
export const termParts = 30

/** The part of a term, its last tenth, from which a reader who still has the item brings it back or renews it. */
export const decidingPart = 27

/** Days after the due instant at which the parts of being late begin; the last one ends the histogram. */
const lateEdges = [0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28, 42, 56, 84, 112, 168, 252, 365]

/**
 * Where in a loan its return is counted, in units that start at 0 and cross `termParts` at the due instant: before it in
 * parts of the term, after it in the parts of `lateEdges`. Beyond the last one nothing is told apart from never.
 */
export const loanParts = termParts + lateEdges.length - 1

/** Days on the pickup shelf that are told apart. */
export const shelfParts = 40

/** Days of a transit that are told apart: the first part is no transit at all. */
export const transitParts = 32

/** The point, in parts, that a loan has come to. */
export const loanPoint = (days: number, termDays: number): number => {
  if (days < termDays) return Math.max(0, (days / termDays) * termParts)
  const late = days - termDays
  const next = lateEdges.findIndex((edge) => edge > late)
  if (next < 0) return loanParts
  const from = lateEdges[next - 1] as number
  return termParts + next - 1 + (late - from) / ((lateEdges[next] as number) - from)
}

/** How many days a loan has lasted at a point: the inverse of `loanPoint`. */
export const loanDaysAt = (point: number, termDays: number): number => {
  if (point <= termParts) return (point / termParts) * termDays
  if (point >= loanParts) return Number.POSITIVE_INFINITY
  const part = Math.floor(point)
  const from = lateEdges[part - termParts] as number
  const to = lateEdges[part - termParts + 1] as number
  return termDays + from + (point - part) * (to - from)
}
