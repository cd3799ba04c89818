import { carry } from "./carry.ts"
import { letLeave, type Network } from "./network.ts"
import { raisePrices } from "./raisePrices.ts"

/**
 * Exchanges copies until load and ways together cost least, and gives the numbers of the pools that changed.
 *
 * Pools are filled at the branches' prices. Where a branch then gives out more copies than suit its price, the surplus is
 * carried, on the cheapest way through any pools, to where there are too few: prices rise until such a way costs nothing,
 * as many copies as can go that way, and so on. No step leaves a change that would pay, so the end is the cheapest.
 */
export const settle = (network: Network): ReadonlySet<number> => {
  const changed = new Set<number>()
  letLeave(network)
  while (network.surplus.some((count) => count > 0)) {
    raisePrices(network)
    carry(network, changed)
  }
  return changed
}
