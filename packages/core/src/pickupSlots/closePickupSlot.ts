import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { PickupSlotId } from "./model.ts"

/** Let nobody take a slot from now on. */
export const ClosePickupSlot = Schema.Struct({ slot: PickupSlotId, at: InstantInput })
export type ClosePickupSlot = typeof ClosePickupSlot.Type

export interface ClosePickupSlotReceipt {
  readonly slotId: PickupSlotId
  /** How many reservations have it still. */
  readonly taken: number
}

export const closePickupSlotLookup = ({ slot: slotId }: Pick<ClosePickupSlot, "slot">) =>
  ({ pickupSlot: { slotId } }) satisfies Lookup

/** Who has it keeps it until what is reserved is fetched, or they leave it. */
export const decideClosePickupSlot = (
  { pickupSlot: row }: Found<ReturnType<typeof closePickupSlotLookup>>,
  { slot, at }: ClosePickupSlot,
  { place }: DecisionContext
): Result.Result<Decision<ClosePickupSlotReceipt>, Refusals> => {
  if (row === null) return refused([{ _tag: "SlotUnknown", slot }])
  if (row.closedAt !== null) return refused([{ _tag: "SlotClosed", closedAt: row.closedAt }])
  const { slotId, taken } = row
  const work = draft(place)
  work.restOn("pickupSlot", row)
  work.emit({ _tag: "PickupSlotClosed", slotId, at })
  return Result.succeed(work.decide({ slotId, taken }))
}
