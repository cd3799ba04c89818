import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode, type ItemStatus } from "../catalogue/model.ts"
import { Code } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { TransitSlip } from "./model.ts"
import { keepsTransits } from "./sendOn.ts"
import { planTravel, setOut } from "./travel.ts"

/** Send a copy to another branch: now, if it is in hand here, or with `plan` as soon as it next is. */
export const Send = Schema.Struct({
  item: Barcode,
  to: Code,
  /** `rotation`: its collection goes round the branches. Without it, staff's own. */
  reason: Schema.optionalKey(Schema.Literals(["moved", "rotation"])),
  /** Only when it is in hand next. */
  plan: Schema.optionalKey(Schema.Boolean),
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Send = typeof Send.Type

export interface SendReceipt {
  readonly transit: TransitSlip
  /** It waits until the copy is in hand. */
  readonly isPlanned: boolean
}

export const sendLookup = ({ item }: Pick<Send, "item">) =>
  ({ item: { barcode: item }, transitsOfItem: { barcode: item } }) satisfies Lookup
export type SendFacts = Found<ReturnType<typeof sendLookup>>

/** What may be sent off as it stands. */
const inHand: ReadonlyArray<ItemStatus> = [
  "available",
  "restricted",
  "inProcess",
  "inProcessNotReservable",
  "awaitingDelivery",
  "inRepair"
]

/**
 * Refuses where the policy keeps no transits, a branch that is not there or is this one, a way that `transfers` forbids, and
 * a copy that is lent, set aside, lost or on its way: of one copy one transit at a time is open. Planned ones wait in order.
 */
export const decideSend = (
  { item: found, transitsOfItem }: SendFacts,
  { item: barcode, to, reason = "moved", plan = false, at, override }: Send,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<SendReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar?.branch(to) === undefined) return refused([{ _tag: "BranchUnknown", branch: to }])
  if (!keepsTransits(policy)) return refused([{ _tag: "TransitsNotKept" }])
  const { item, queue } = found
  const { status } = item
  const from = plan ? item.presentBranch : place.branch
  const [open] = transitsOfItem.filter((one) => one.state === "open")
  const refusals: Array<Refusal> = []
  if (open !== undefined && !plan) refusals.push({ _tag: "ItemInTransit", toBranch: open.toBranch })
  else if (status === "withdrawn") refusals.push({ _tag: "ItemWithdrawn" })
  else if (!plan && !inHand.includes(status)) refusals.push({ _tag: "ItemStatusForbids", status, action: "send" })
  if (to === from) refusals.push({ _tag: "AlreadyThere", branch: to })
  if (transitsOfItem.some((one) => one.state === "planned" && one.toBranch === to))
    refusals.push({ _tag: "AlreadyPlanned", branch: to })
  if (!policy.transfers.may(from, to, item)) refusals.push({ _tag: "TransferForbidden", from, to })
  const { left, overrides } = lift(refusals, override, place)
  if (left.length > 0) return refused(left)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  const transit = plan
    ? planTravel(work, item, { to, reason, at, overrides })
    : setOut(work, item, { from, to, reason, reservationId: null, thenStatus: status, at, planned: null, overrides })
  return Result.succeed(work.decide({ transit, isPlanned: plan }))
}
