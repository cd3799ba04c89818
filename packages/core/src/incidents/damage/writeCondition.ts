import type { Instant } from "../../calendar/instant.ts"
import type { ItemRow, ItemStatus } from "../../catalogue/model.ts"
import type { Draft } from "../../decision/draft.ts"
import type { Minor } from "../../money/minor.ts"
import { ConditionId, type IncidentId, type Occasion } from "../model.ts"
import type { Condition } from "./condition.ts"

interface Seen {
  readonly id: string | undefined
  readonly condition: Condition
  readonly occasion: Occasion
  readonly incidentId?: IncidentId | null
  readonly note?: string | undefined
  readonly photo?: string | undefined
  readonly cost?: Minor
  /** What becomes of the item; without it, it stays what it is. */
  readonly status?: ItemStatus
  readonly at: Instant
  readonly branch: string
}

/** Records what is on an item, by whom and when, in the item's own history. */
export const writeCondition = (work: Draft, item: ItemRow, seen: Seen): ConditionId => {
  const { condition, occasion, incidentId = null, note = "", photo = "", cost, status, at, branch } = seen
  const conditionId = ConditionId.make(seen.id as string)
  work.restOn("item", item)
  work.emit({
    _tag: "ConditionSeen",
    conditionId,
    itemId: item.itemId,
    itemVersion: work.now("item", item.itemId).version + 1,
    incidentId,
    occasion,
    damages: JSON.stringify(condition.damages),
    parts: JSON.stringify(condition.parts),
    note,
    photo,
    ...(cost === undefined ? {} : { cost }),
    ...(status === undefined ? {} : { status }),
    at,
    branch
  })
  return conditionId
}
