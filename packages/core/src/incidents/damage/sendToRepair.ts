import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { TransitSlip } from "../../transits/model.ts"
import { sendOn } from "../../transits/sendOn.ts"
import { conditionOf, seenAgain, seenFields } from "./condition.ts"
import type { ConditionReceipt } from "./noteCondition.ts"
import { ruleOfItem } from "./ruleOfItem.ts"
import { outOfUseAgainst, takeOffShelf } from "./takeOffShelf.ts"
import { writeCondition } from "./writeCondition.ts"

/** Give an item to the bindery or workshop: until it is `repaired`, nobody borrows it; its title may be waited for. */
export const SendToRepair = Schema.Struct({ item: Barcode, ...seenFields, at: InstantInput })
export type SendToRepair = typeof SendToRepair.Type

export interface RepairReceipt extends ConditionReceipt {
  /** The branch that repairs; `null`: it is there, or stays. */
  readonly sendTo: string | null
  /** The transit to that branch, for the slip; `null`: none. */
  readonly transit: TransitSlip | null
}

export const outOfUseLookup = ({ item }: Pick<SendToRepair, "item">) =>
  ({
    item: { barcode: item },
    conditionOfItem: { barcode: item },
    setAsideOfItem: { barcode: item },
    transitsOfItem: { barcode: item }
  }) satisfies Lookup
export type OutOfUseFacts = Found<ReturnType<typeof outOfUseLookup>>

/**
 * Refuses what is lent, in repair or withdrawn, and what is missing until it is scanned in. Whoever it was set aside for
 * waits again in the old place.
 */
export const decideSendToRepair = (
  { item: found, conditionOfItem, setAsideOfItem, transitsOfItem }: OutOfUseFacts,
  { item: barcode, damages, parts, note, photo, at }: SendToRepair,
  { place: { branch, ...by }, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RepairReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item, queue } = found
  const against = outOfUseAgainst(item, "sendToRepair")
  if (against !== null) return refused([against])
  if (item.status === "missing")
    return refused([{ _tag: "ItemStatusForbids", status: item.status, action: "sendToRepair" }])
  const rules = { reader: null, at, branch, calendar: calendar?.branch(branch) }
  const rule = policy === null ? null : ruleOfItem(policy, found, rules).rule
  const condition = seenAgain(conditionOf(conditionOfItem), { damages, parts }, rule)
  const work = draft({ branch, ...by })
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  takeOffShelf(work, item, { setAsideOfItem, transitsOfItem }, at, { branch })
  const seen = { id: ids[0], condition, occasion: "sentToRepair", status: "inRepair", note, photo, at, branch } as const
  const conditionId = writeCondition(work, item, seen)
  const inHand = { item, title: found.title, branch, ended: null, planned: [], needs: "repair" } as const
  const { sendTo, transit } =
    policy === null || calendar === null
      ? { sendTo: null, transit: null }
      : sendOn(work, inHand, null, at, { policy, calendar })
  return Result.succeed(work.decide({ conditionId, condition, sendTo, transit }))
}
