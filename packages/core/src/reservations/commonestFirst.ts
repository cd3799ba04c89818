import type { CopyCount } from "../decision/facts.ts"

/**
 * Groups of copies, those of the commonest type and collection first, then by their codes: which copy's rules hold for a
 * title of several kinds is not left to the order in which a storage gives them.
 */
export const commonestFirst = (copies: ReadonlyArray<CopyCount>): ReadonlyArray<CopyCount> => {
  if (copies.length < 2) return copies
  const counts = new Map<string, number>()
  for (const copy of copies) counts.set(kindOf(copy), (counts.get(kindOf(copy)) ?? 0) + copy.count)
  return copies
    .map((copy) => ({ copy, count: counts.get(kindOf(copy)) ?? 0, codes: codesOf(copy) }))
    .sort((one, other) => other.count - one.count || (one.codes < other.codes ? -1 : 1))
    .map(({ copy }) => copy)
}

const kindOf = ({ type, collection }: CopyCount): string => JSON.stringify([type, collection])

const codesOf = ({ type, collection, location, homeBranch, presentBranch, status, volume }: CopyCount): string =>
  JSON.stringify([type, collection, location, homeBranch, presentBranch, status, volume])
