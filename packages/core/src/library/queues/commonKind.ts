import type { Kind } from "../../reservations/waiting/index.ts"

interface Copies {
  readonly type: string
  readonly collection: string
  readonly count?: number
}

/** The kind that most of these copies, or groups of them, are of; `null`: there are none. */
export const commonKind = (copies: Iterable<Copies>): Kind | null => {
  const counts = new Map<string, { readonly kind: Kind; readonly count: number }>()
  for (const { type: itemType, collection, count = 1 } of copies) {
    const name = JSON.stringify([itemType, collection])
    counts.set(name, { kind: { itemType, collection }, count: (counts.get(name)?.count ?? 0) + count })
  }
  let best: { readonly kind: Kind; readonly count: number } | null = null
  for (const one of counts.values()) if (best === null || one.count > best.count) best = one
  return best?.kind ?? null
}
