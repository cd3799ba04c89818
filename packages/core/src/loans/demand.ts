import type { ItemRow } from "../catalogue/model.ts"
import type { Asked } from "../decision/consult.ts"
import type { QueueCount, TitleCopyCount } from "../decision/facts.ts"
import { isNear } from "../decision/near.ts"
import type { CompiledPolicy, PolicyContext } from "../policy/index.ts"
import { isWanted, targetOf } from "../reservations/target.ts"

/** Who wants a title, and what there is of it. */
export interface Demand {
  readonly queues: ReadonlyArray<QueueCount>
  readonly copies: ReadonlyArray<TitleCopyCount>
}

type Wanted = Pick<ItemRow, "itemId" | "titleId" | "volume" | "type">

const sum = (counts: ReadonlyArray<{ readonly count: number }>): number =>
  counts.reduce((total, { count }) => total + count, 0)

/** Those who wait as far as the policy lets them count for this item (`waitingBranches`). */
export const countedFor = (
  { queues, copies }: Demand,
  { homeBranch }: Pick<ItemRow, "homeBranch">,
  asked: Asked,
  policy: Pick<CompiledPolicy, "sameLibrary" | "sameGroup">
): Demand => {
  const where = asked.optional("waitingBranches", "any")
  if (where === "any") return { queues, copies }
  return { queues: queues.filter(({ pickupBranch }) => isNear(policy, where, pickupBranch, homeBranch)), copies }
}

/** Reservations that this very item could fill: those for any copy, those for its volume or type, and those for it alone. */
export const waitingForItem = ({ queues }: Demand, item: Wanted): number =>
  sum(queues.filter((queue) => queue.titleId === item.titleId && isWanted(targetOf(queue), item)))

/**
 * Whether other copies on the shelf are enough for everybody who waits, so that this one may stay out: none waits for this
 * very item, and of the others, free copies that the policy lends and lets reserve on the shelf are as many as reservations.
 */
export const othersSuffice = (
  { queues, copies }: Demand,
  { itemId, titleId }: Wanted,
  policy: CompiledPolicy,
  context: PolicyContext
): boolean => {
  const waiting = queues.filter((queue) => queue.titleId === titleId)
  if (waiting.some((queue) => queue.itemId === itemId)) return false
  const free = copies.filter(
    (copy) => copy.titleId === titleId && copy.status === "available" && fills(copy, policy, context)
  )
  return sum(free) >= sum(waiting)
}

const fills = (
  { type, collection, location }: TitleCopyCount,
  policy: CompiledPolicy,
  context: PolicyContext
): boolean => {
  const settings = policy.resolve({ ...context, itemType: type, collection, location, isRenewal: false, onSite: false })
  return (
    settings.get("lendable") === true &&
    settings.get("reservable") === true &&
    settings.get("reservableOnShelf") !== false
  )
}

/** From when on many wait: so many reservations, or more than there are copies by so many. */
export type HighDemand = { readonly waiting: number } | { readonly overCopies: number } | "never"

/** Whether many wait; withdrawn copies count for nothing. */
export const isHighDemand = (
  high: HighDemand,
  waitingCount: number,
  copies: ReadonlyArray<{ readonly status: string; readonly count: number }>
): boolean => {
  if (high === "never") return false
  if ("waiting" in high) return waitingCount >= high.waiting
  return waitingCount > sum(copies.filter(({ status }) => status !== "withdrawn")) + high.overCopies
}
