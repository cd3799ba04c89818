import type { EndReceipt } from "@openshelf/core"
import type { Reservation, Written } from "../api/model.ts"
import type { Say, Texts } from "../language/texts.ts"

/** What becomes of the copy that was kept for a reservation that ended; nothing, where none was. */
export const copyWords = (
  { state }: Pick<Reservation, "state">,
  { setAside, sendTo, lookedAtCount }: Written<EndReceipt>,
  { queue, notice }: Texts,
  say: Say
): ReadonlyArray<string> => {
  if (state === "waiting") return []
  const looked = lookedAtCount === undefined ? [] : [notice.lookedAt(lookedAtCount, setAside !== null)]
  if (setAside !== null) {
    const next = queue.copyForNext(say.branch(setAside.pickupBranch))
    return [next, ...(sendTo === null ? [] : [notice.sendToReserved(say.branch(sendTo))]), ...looked]
  }
  if (sendTo !== null) return [notice.sendTo(say.branch(sendTo)), ...looked]
  return state === "setAside" ? [queue.copyShelved, ...looked] : looked
}

/** Until when each copy may be kept again that was asked back for a reservation. */
export const recallWords = (
  { recallsCancelled }: Pick<Written<EndReceipt>, "recallsCancelled">,
  { queue }: Texts,
  say: Say
): ReadonlyArray<string> => recallsCancelled.map(({ dueAt }) => queue.recallOver(say.instant(dueAt)))
