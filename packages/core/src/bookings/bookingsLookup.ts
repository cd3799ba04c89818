import type { FactSlots, SlotName } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"

/** Bookings of an item, asked for only where the policy lets any be booked: nobody else pays for the look. */
export const bookingsLookup = <S extends SlotName & `bookingsOf${string}`>(
  policy: CompiledPolicy | null,
  slot: S,
  by: FactSlots[S]["by"]
): { readonly [K in S]?: FactSlots[S]["by"] } =>
  (sets(policy, "bookable") ? { [slot]: by } : {}) as { readonly [K in S]?: FactSlots[S]["by"] }
