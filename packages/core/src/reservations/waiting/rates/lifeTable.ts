import { priorWeight } from "./prior.ts"

/** Something that lasted, counted by the part of its course in which it ended, in one way or another, or was last seen. */
export interface Lasted {
  /** One histogram for each way of ending. */
  readonly ended: ReadonlyArray<ReadonlyArray<number>>
  /** Last seen in the part, not ended: gone from sight half way through it. */
  readonly seen: ReadonlyArray<number>
  /** Gone from sight at the end of a part. */
  readonly left?: { readonly after: number; readonly count: number }
  /** That never ended. */
  readonly lasting?: number
  /** Chance of ending, by way and part, of which each part counts as many observations as `priorWeight`. */
  readonly prior: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * Chance of having ended in each way before each part: the life table (the product-limit estimate of Kaplan and Meier,
 * Journal of the American Statistical Association 53, 1958, by parts, with several ways of ending). What was last seen
 * open counts among those at risk as far as it came, and so does not make things look shorter than they are.
 */
export const lifeTable = ({ ended, seen, left, lasting = 0, prior }: Lasted): ReadonlyArray<Float64Array> => {
  const parts = seen.length
  const tables = ended.map(() => new Float64Array(parts + 1))
  let atRisk = lasting + (left?.count ?? 0) + [...ended.flat(), ...seen].reduce((sum, count) => sum + count, 0)
  let lasts = 1
  for (let part = 0; part < parts; part++) {
    const weighed = atRisk - (seen[part] as number) / 2 + priorWeight
    let endedHere = 0
    tables.forEach((table, way) => {
      const count = ended[way]?.[part] ?? 0
      const chance = (count + priorWeight * (prior[way]?.[part] ?? 0)) / weighed
      table[part + 1] = (table[part] as number) + lasts * chance
      endedHere += chance
      atRisk -= count
    })
    lasts *= 1 - endedHere
    atRisk -= (seen[part] as number) + (left?.after === part ? left.count : 0)
  }
  return tables
}
