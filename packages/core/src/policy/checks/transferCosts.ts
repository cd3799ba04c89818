import { compileTransfers } from "../compiled/transfers.ts"
import type { PolicyDocument } from "../form/document.ts"

/** A way between two branches that the table of costs leaves out, so that it counts as one of `cost`. */
export interface TransferCostMissing {
  readonly kind: "transferCostMissing"
  readonly from: string
  readonly to: string
  readonly cost: number
}

/** How many holes are told, and how many ways are looked at. */
const toldMax = 100
const waysMax = 1_000_000

/**
 * Holes of the table of costs, between all branches that it or the policy's libraries and groups name. None where there is
 * no table, where the policy says what any other way costs (`otherwise`), and where no copy goes that way. `complete`:
 * whether all are told.
 */
export const transferCostHoles = ({
  transfers = {},
  libraries = {},
  branchGroups = {},
  itemTypes
}: PolicyDocument): { readonly holes: ReadonlyArray<TransferCostMissing>; readonly complete: boolean } => {
  const { costs = [], otherwise, forbidden = [] } = transfers
  if (costs.length === 0 || otherwise !== undefined) return { holes: [], complete: true }
  const groups = [...Object.values(libraries), ...Object.values(branchGroups)]
  const branches = [...new Set([...costs.flatMap(({ from, to }) => [from, to]), ...groups.flat()])].sort()
  const isTold = new Set(costs.map(({ from, to }) => JSON.stringify([from, to])))
  // What travels for no copy at all is asked of one that no rule for a type or collection is about.
  const ofAll = forbidden.filter(({ itemType, collection }) => itemType === undefined && collection === undefined)
  const { may, cost } = compileTransfers({ ...transfers, forbidden: ofAll }, itemTypes)
  const any = { type: "", collection: "" }
  const holes: Array<TransferCostMissing> = []
  let ways = 0
  for (const from of branches)
    for (const to of branches) {
      if (holes.length === toldMax || ++ways > waysMax) return { holes, complete: false }
      if (from !== to && !isTold.has(JSON.stringify([from, to])) && may(from, to, any))
        holes.push({ kind: "transferCostMissing", from, to, cost: cost(from, to) })
    }
  return { holes, complete: true }
}
