import { Result, Schema } from "effect"
import { heldLookup } from "../../appeals/held.ts"
import { bookingsLookup } from "../../bookings/bookingsLookup.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { amountMax, Minor } from "../../money/minor.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import { firstLook, type Handed, lookFurther, setAsideForFirst } from "../../reservations/setAside.ts"
import type { TransitSlip } from "../../transits/model.ts"
import { sendOn } from "../../transits/sendOn.ts"
import { plannedTransits } from "../../transits/travel.ts"
import { seenFields } from "./condition.ts"
import type { ConditionReceipt } from "./noteCondition.ts"
import { writeCondition } from "./writeCondition.ts"

/** Take an item back from repair. What is not named of it is mended: this alone takes recorded damage away. */
export const Repaired = Schema.Struct({
  item: Barcode,
  ...seenFields,
  /** What it cost the library, in minor units; nothing where it is not said. */
  cost: Schema.optionalKey(Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax }))),
  at: InstantInput
})
export type Repaired = typeof Repaired.Type

export interface RepairedReceipt extends ConditionReceipt, Handed {
  /** Where the item belongs now; `null`: it is there. */
  readonly sendTo: string | null
  /** The transit that it set out on; `null`: none. */
  readonly transit: TransitSlip | null
}

export const repairedLookup = (
  { item }: Pick<Repaired, "item">,
  policy: CompiledPolicy | null,
  queueMax = firstLook(policy)
) =>
  ({
    item: { barcode: item },
    candidatesOfItem: { barcode: item, limit: queueMax },
    blocksOfQueue: { barcode: item, limit: queueMax },
    transitsOfItem: { barcode: item },
    joinedOfQueue: { barcode: item, limit: queueMax },
    ...heldLookup(policy, "heldOfQueue", { barcode: item, limit: queueMax }),
    ...bookingsLookup(policy, "bookingsOfItem", { barcode: item })
  }) satisfies Lookup
type RepairedLookup = ReturnType<typeof repairedLookup>
export type RepairedFacts = Found<Omit<RepairedLookup, "heldOfQueue" | "bookingsOfItem">> &
  Partial<Found<RepairedLookup>>

/** How many of the queue to look at instead; `null`: these will do. */
export const repairedFurther = (
  { item, candidatesOfItem }: RepairedFacts,
  receipt: RepairedReceipt,
  queueMax: number | undefined
): number | null => lookFurther(candidatesOfItem, item?.queue.waitingCount ?? 0, receipt, queueMax)

/** Refuses an item that is not in repair. It is lent again, and set aside for whoever is next, as by a return. */
export const decideRepaired = (
  {
    item: found,
    candidatesOfItem: candidates,
    blocksOfQueue: blocks,
    heldOfQueue: held,
    joinedOfQueue: joined,
    transitsOfItem: transits,
    bookingsOfItem: bookings
  }: RepairedFacts,
  { item: barcode, damages = [], parts = [], note, photo, cost = Minor.make(0), at }: Repaired,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RepairedReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item, queue, title } = found
  if (item.status !== "inRepair")
    return refused([{ _tag: "ItemStatusForbids", status: item.status, action: "repaired" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { branch } = place
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  const condition = { damages, parts }
  const seen = {
    id: ids[0],
    condition,
    occasion: "repaired",
    status: item.shelfStatus,
    cost,
    note,
    photo,
    at,
    branch
  } as const
  const conditionId = writeCondition(work, item, seen)
  const copy = { item, title, branch, waitingCount: queue.waitingCount, candidates, blocks, held, joined, bookings }
  const handed = setAsideForFirst(work, copy, at, { policy, calendar })
  const inHand = { item, title, branch, ended: null, planned: plannedTransits(transits), needs: null, bookings }
  const { sendTo, transit } = sendOn(work, inHand, handed.setAside, at, { policy, calendar })
  return Result.succeed(work.decide({ conditionId, condition, ...handed, sendTo, transit }))
}
