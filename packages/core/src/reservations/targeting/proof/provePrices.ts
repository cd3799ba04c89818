import type { LoadCosts } from "../rules/loadCosts.ts"
import type { Standing } from "../rules/ways.ts"
import type { TargetingPrices } from "../targeting.ts"
import type { TargetingFlaw } from "./flaw.ts"
import type { Grounds } from "./grounds.ts"
import type { Matching } from "./matching.ts"

/**
 * Whether prices show an assignment to be a cheapest of the reservations it serves: each has a copy that costs it least,
 * and only copies in use have a price. Sum that up over any other assignment of the same reservations: ways and prices
 * of copies and branches cannot come to less there, prices of copies not to more, and load is what `proveBranchPrices`
 * is for.
 */
export const provePrices = (
  grounds: Grounds,
  { copyOf, holderOf }: Matching,
  { branches, copies }: TargetingPrices,
  branchNames: ReadonlyArray<string>
): ReadonlyArray<TargetingFlaw> => {
  const flaws: Array<TargetingFlaw> = []
  const ofBranch = branchNames.map((branch) => branches.get(branch) ?? Number.NaN)
  const ofCopy = grounds.copies.map(({ itemId }) => copies.get(itemId) ?? 0)
  for (const [copy, price] of ofCopy.entries())
    if (!(price === 0 || (price > 0 && holderOf[copy] !== -1)))
      flaws.push({ _tag: "CopyPriceWrong", itemId: grounds.copies[copy]?.itemId as never, price })
  const inAll = grounds.standing.map(
    ({ from }: Standing, copy) => (ofBranch[from] as number) + (ofCopy[copy] as number)
  )
  const least = new Map<number, { readonly price: number; readonly copy: number }>()
  for (const [reservation, copy] of copyOf.entries()) {
    if (copy === -1) continue
    const kind = grounds.kindOf(reservation)
    const cheapest = least.get(kind) ?? cheapestOf(grounds, reservation, inAll)
    least.set(kind, cheapest)
    if (!(grounds.pairCost(reservation, copy) + (inAll[copy] as number) <= cheapest.price))
      flaws.push({
        _tag: "CheaperCopy",
        reservationId: grounds.reservations[reservation]?.reservationId as never,
        itemId: grounds.copies[cheapest.copy]?.itemId as never
      })
  }
  return flaws
}

const cheapestOf = (
  grounds: Grounds,
  reservation: number,
  inAll: ReadonlyArray<number>
): { readonly price: number; readonly copy: number } => {
  let [price, cheapest] = [Number.POSITIVE_INFINITY, -1]
  grounds.eachChoice(reservation, (copy, cost) => {
    const sum = cost + (inAll[copy] as number)
    if (sum < price) [price, cheapest] = [sum, copy]
  })
  return { price, copy: cheapest }
}

/**
 * Whether each branch's price lies between what its last copy costs for load and what its next one would. As later
 * copies are never cheaper, fewer copies then save at most the price each, and more cost at least that.
 */
export const proveBranchPrices = (
  counts: ReadonlyArray<number>,
  { branches }: TargetingPrices,
  branchNames: ReadonlyArray<string>,
  load: LoadCosts
): ReadonlyArray<TargetingFlaw> =>
  branchNames.flatMap((branch, place) => {
    const price = branches.get(branch) ?? Number.NaN
    const count = counts[place] as number
    return load.ofCopy(place, count) <= price && price <= load.ofCopy(place, count + 1)
      ? []
      : [{ _tag: "BranchPriceWrong", branch, price }]
  })
