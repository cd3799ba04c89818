import type { ItemRow } from "../catalogue/model.ts"
import type { Asked } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { CheckOutFacts } from "./checkOutCommand.ts"
import { countedFor, waitingForItem } from "./demand.ts"

/**
 * What is against lending a copy from the shelf to somebody who does not wait for it: where the policy says so
 * (`lendableWhenWaiting`), that others wait for every copy that stands there.
 */
export const waitedFor = (
  { queueOfItem: queues = [], copiesOfItem: copies = [] }: CheckOutFacts,
  item: ItemRow,
  asked: Asked,
  policy: CompiledPolicy
): ReadonlyArray<Refusal> => {
  if (item.status !== "available" || asked.optional("lendableWhenWaiting", true)) return []
  const waitingCount = waitingForItem(countedFor({ queues, copies }, item, asked, policy), item)
  const onShelf = copies.reduce(
    (sum, { status, volume, count }) => sum + (status === "available" && volume === item.volume ? count : 0),
    0
  )
  return waitingCount === 0 || waitingCount < onShelf ? [] : [{ _tag: "OthersWaiting", waitingCount }]
}
