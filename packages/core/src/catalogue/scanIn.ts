import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemRow } from "./model.ts"

/** Whether nobody knows where a copy is: seen anywhere, it is there. */
export const isUnseen = ({ status }: ItemRow): boolean => status === "missing" || status === "unknown"

/** A copy that nobody has on loan was seen at a branch: it is there, and neither missing nor unknown any more. */
export const scanIn = (
  work: Draft,
  item: ItemRow,
  { branch, at }: { readonly branch: string; readonly at: Instant }
): void => {
  const isFound = isUnseen(item)
  if (item.presentBranch === branch && !isFound) return
  work.emit({
    _tag: "ItemChanged",
    itemId: item.itemId,
    itemVersion: work.now("item", item.itemId).version + 1,
    at,
    set: {
      ...(item.presentBranch === branch ? {} : { presentBranch: branch }),
      ...(isFound ? { status: item.shelfStatus } : {})
    }
  })
}
