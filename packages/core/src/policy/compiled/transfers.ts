import type { PolicyDocument } from "../form/document.ts"
import type { Transfers, WithoutTransit } from "../form/transfers.ts"
import { codeTree } from "./codeTree.ts"

/** A copy that is to travel. */
export interface Travelling {
  readonly type: string
  readonly collection: string
}

/** What the policy says of sending copies between two branches. */
export interface CompiledTransfers {
  /** Whether such a copy travels from one to the other; where it is, it always may stay. */
  readonly may: (from: string, to: string, copy: Travelling) => boolean
  /** What that costs, in the policy's own units; 0 where it stays. */
  readonly cost: (from: string, to: string) => number
  /**
   * Whether a copy that goes from one to the other is in transit until it arrives, for whoever reserved it or for anything
   * else; otherwise staff are only told where it belongs.
   */
  readonly kept: (from: string, to: string, why: TravelsFor) => boolean
}

export type TravelsFor = NonNullable<WithoutTransit["only"]>

type Forbidden = NonNullable<Transfers["forbidden"]>[number]
type Named = Forbidden["from"]

/** Looks up by pair, whatever the number of branches: a command asks for the few that it is about. */
export const compileTransfers = (
  { kept = false, withoutTransit = [], forbidden = [], costs = [], otherwise = 1 }: Transfers,
  itemTypes: PolicyDocument["itemTypes"]
): CompiledTransfers => {
  const { within } = codeTree(itemTypes)
  const isFor = ({ itemType, collection }: Forbidden, copy: Travelling): boolean =>
    (itemType === undefined || within(itemType).has(copy.type)) &&
    (collection === undefined || collection === copy.collection)
  const byPair = new Map<string, Array<Forbidden>>()
  for (const one of forbidden) {
    const key = pair(one.from, one.to)
    const known = byPair.get(key)
    if (known === undefined) byPair.set(key, [one])
    else known.push(one)
  }
  const costOf = new Map(costs.map(({ from, to, cost }) => [pair(from, to), cost]))
  return {
    may: (from, to, copy) =>
      from === to ||
      forbidden.length === 0 ||
      !namings(from, to).some((key) => byPair.get(key)?.some((one) => isFor(one, copy)) === true),
    cost: (from, to) => (from === to ? 0 : (costOf.get(pair(from, to)) ?? otherwise)),
    kept: (from, to, why) =>
      kept &&
      !withoutTransit.some(
        ({ branches, only = why }) => only === why && branches.includes(from) && branches.includes(to)
      )
  }
}

const any = { any: true } as const

const pair = (from: Named, to: Named): string => JSON.stringify([from, to])

const namings = (from: string, to: string): ReadonlyArray<string> => [
  pair(from, to),
  pair(from, any),
  pair(any, to),
  pair(any, any)
]
