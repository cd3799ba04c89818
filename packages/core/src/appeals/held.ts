import { isCompensation } from "../accounts/model.ts"
import type { Asked } from "../decision/consult.ts"
import type { FactSlots, SlotName } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"

/** What is owed of disputed charges: of everything, and of compensation. */
export interface Held {
  readonly debt: number
  readonly compensation: number
}

export const nothingHeld: Held = { debt: 0, compensation: 0 }

/**
 * The facts about disputed charges, asked for only where a row of the policy says whether they block: nobody else pays
 * for the look. No sum is stored: what is held is what is owed of the charges in the moment of asking.
 */
export const heldLookup = <S extends SlotName & `held${string}`>(
  policy: CompiledPolicy | null,
  slot: S,
  by: FactSlots[S]["by"]
): { readonly [K in S]?: FactSlots[S]["by"] } =>
  (sets(policy, "appealBlocks") ? { [slot]: by } : {}) as { readonly [K in S]?: FactSlots[S]["by"] }

export const heldIn = (charges: FactSlots["heldOfReader"]["gives"] | undefined): Held => {
  if (charges === undefined || charges.length === 0) return nothingHeld
  const sum = (of: typeof charges): number => of.reduce((total, { outstanding }) => total + outstanding, 0)
  return { debt: sum(charges), compensation: sum(charges.filter(({ kind }) => isCompensation(kind))) }
}

/** What a reader owes once what is held is left out, where the policy leaves it out. */
export const lessHeld = <A extends { readonly balance: number }>(account: A, { debt }: Held, asked: Asked): A =>
  debt === 0 || asked.optional("appealBlocks", true) ? account : { ...account, balance: account.balance - debt }
