import type { FactSlots } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { Card } from "../readers/model.ts"

interface Asked {
  readonly settledOfReader?: FactSlots["settledOfReader"]["by"]
}
export interface SettledFound {
  readonly settledOfReader?: FactSlots["settledOfReader"]["gives"]
}

/** What names a loan that may end by this is asked for only where the policy ends loans of what is lost and paid. */
export const settledLookup = ({ card }: { readonly card: Card }, policy: CompiledPolicy | null): Asked =>
  sets(policy, "lostPaidEnds") ? { settledOfReader: { card } } : {}
