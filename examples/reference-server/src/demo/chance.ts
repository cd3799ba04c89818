import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64"
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"

/** Draws that depend on the seed and on the order of asking alone. */
export interface Chance {
  /** From 0 to before 1. */
  readonly share: () => number
  readonly happens: (probability: number) => boolean
  /** A whole number; both ends can come. */
  readonly between: (least: number, most: number) => number
  /** `undefined` only from an empty list. */
  readonly pick: <A>(list: ReadonlyArray<A>) => A | undefined
  /** As `pick`, where what weighs twice as much comes twice as often. Weights are above 0. */
  readonly pickWeighted: <A>(list: ReadonlyArray<A>, weight: (candidate: A) => number) => A | undefined
  readonly shuffled: <A>(list: ReadonlyArray<A>) => ReadonlyArray<A>
}

export const chanceFrom = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed)
  const share = (): number => uniformFloat64(generator)
  const between = (least: number, most: number): number => uniformInt(generator, least, most)
  return {
    share,
    between,
    happens: (probability) => share() < probability,
    pick: (list) => (list.length === 0 ? undefined : list[between(0, list.length - 1)]),
    pickWeighted: (list, weight) => {
      let left = share() * list.reduce((sum, candidate) => sum + weight(candidate), 0)
      for (const candidate of list) {
        left -= weight(candidate)
        if (left < 0) return candidate
      }
      return list.at(-1)
    },
    shuffled: (list) =>
      list
        .map((element) => ({ element, key: share() }))
        .sort((a, b) => a.key - b.key)
        .map(({ element }) => element)
  }
}
