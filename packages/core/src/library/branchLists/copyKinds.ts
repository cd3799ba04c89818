import type { ItemId, ItemRow } from "../../catalogue/model.ts"
import type { Candidate } from "../../decision/facts.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { sets } from "../../readers/blocks/factsNeeded.ts"

/** Copies of a title that are alike to the policy and to everybody who waits. */
export interface CopyKind {
  /** One of them, to be asked about for all. */
  readonly like: ItemRow
  readonly items: ReadonlyArray<ItemRow>
}

/** Of one quarter of an hour is one local day, in every zone. */
const quarterHour = 900_000

/**
 * The copies of a title in kinds, by age too where the policy asks for that, so that a long queue is looked at once a kind and not
 * once a copy. One that is `apart` is a kind of its own.
 */
export const copyKinds = (
  items: ReadonlyArray<ItemRow>,
  candidates: ReadonlyArray<Candidate>,
  policy: CompiledPolicy,
  apart: { readonly has: (item: ItemId) => boolean } = new Set<ItemId>()
): ReadonlyArray<CopyKind> => {
  const byAge =
    sets(policy, "newCopiesAtHomeDays") || policy.document.rows.some(({ when }) => when.itemAgeDays !== undefined)
  const named = new Set(candidates.map(({ reservation }) => reservation.itemId))
  const kinds = new Map<string, { readonly like: ItemRow; readonly items: Array<ItemRow> }>()
  for (const item of items) {
    const { itemId, volume, type, collection, location, homeBranch, presentBranch } = item
    const traits = [
      volume,
      type,
      collection,
      location,
      homeBranch,
      presentBranch,
      byAge ? Math.floor(item.addedAt / quarterHour) : null
    ]
    const key = named.has(itemId) || apart.has(itemId) ? itemId : JSON.stringify(traits)
    const kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, { like: item, items: [item] })
    else kind.items.push(item)
  }
  return [...kinds.values()]
}
