import type { Instant } from "../../../calendar/instant.ts"
import type { TitleId } from "../../../catalogue/model.ts"
import type { Kind, KindRates } from "./kindRates.ts"
import { courseOf, type LoanSpan } from "./observe.ts"
import { priorTitles, priorTitleVariance } from "./prior.ts"

type TitleSums = KindRates["byTitle"]

/** The loans of one title and kind: how many, and how long in terms. */
export interface TitleLoans extends Kind {
  readonly loans: number
  readonly sum: number
  readonly sumSquares: number
}

/** Counts a loan that was returned without a renewal: its length says something of its title. */
export const noteLoan = (
  titles: Map<string, TitleLoans>,
  loan: LoanSpan & Kind & { readonly titleId: TitleId },
  at: Instant
): void => {
  const course = courseOf(loan, at)
  if (course === null || !course.ended || course.lost || course.renewals > 0) return
  const { itemType, collection, titleId } = loan
  const key = JSON.stringify([itemType, collection, titleId])
  const { loans, sum, sumSquares } = titles.get(key) ?? { loans: 0, sum: 0, sumSquares: 0 }
  const terms = course.days / course.termDays
  titles.set(key, {
    itemType,
    collection,
    loans: loans + 1,
    sum: sum + terms,
    sumSquares: sumSquares + terms * terms
  })
}

export const withTitle = (sums: TitleSums, { loans, sum, sumSquares }: TitleLoans): TitleSums => ({
  titles: sums.titles + 1,
  loans: sums.loans + loans,
  squares: sums.squares + loans * loans,
  sum: sums.sum + sum,
  sumSquares: sums.sumSquares + sumSquares,
  titleSquares: sums.titleSquares + (sum * sum) / loans
})

/**
 * How far the mean loan of a title lies from that of its kind, as a standard deviation in shares of the latter: 0.2 says
 * that a third of the titles keep their readers a fifth longer or shorter. By the analysis of variance of unequal groups,
 * drawn towards the prior as if ten titles had said that.
 */
export const titleSpread = ({ titles, loans, squares, sum, sumSquares, titleSquares }: TitleSums): number => {
  if (titles < 2 || loans <= titles || sum === 0) return Math.sqrt(priorTitleVariance)
  const between = (titleSquares - (sum * sum) / loans) / (titles - 1)
  const within = (sumSquares - titleSquares) / (loans - titles)
  const perTitle = (loans - squares / loans) / (titles - 1)
  const variance = Math.max(0, (between - within) / perTitle) / (sum / loans) ** 2
  return Math.sqrt((variance * titles + priorTitleVariance * priorTitles) / (titles + priorTitles))
}
