import type { ItemRow } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { Asked } from "../decision/consult.ts"
import type { CopyCount, RankCount } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { commonestFirst } from "./commonestFirst.ts"
import type { ReserveFacts } from "./reserveCommand.ts"
import { isWanted, overlaps, type Target, targetOf } from "./target.ts"

/** The copies that could fill it, in groups alike for the policy, the commonest kind first; those whose status allows no reservation count for nothing. */
export const wantedCopies = ({ copiesOfTitle, item }: ReserveFacts, target: Target): ReadonlyArray<CopyCount> => {
  const copies = item == null ? copiesOfTitle : [{ ...item.item, count: 1 }]
  return commonestFirst(copies.filter((copy) => statusActions[copy.status].reserve !== null && isWanted(target, copy)))
}

/** How many of them stand on a shelf for anybody to take. */
export const countFree = (copies: ReadonlyArray<CopyCount>): number =>
  copies.reduce((sum, { status, count }) => sum + (status === "available" ? count : 0), 0)

/** How many wait for the same at this rank or before it; without a rank, in all. Suspended ones too: they keep their place. */
export const aheadOf = (
  groups: ReadonlyArray<RankCount>,
  target: Target,
  rank: number = Number.POSITIVE_INFINITY
): number => groups.reduce((sum, one) => sum + (one.rank <= rank && overlaps(targetOf(one), target) ? one.count : 0), 0)

/** Whether `more` who wait would be too many for the copies. */
export const queueFull = (
  waitingCount: number,
  copies: ReadonlyArray<CopyCount>,
  more: number,
  asked: Asked
): ReadonlyArray<Refusal> => {
  const perCopyMax = asked.optional("reservationsPerCopyMax", "unlimited")
  const copyCount = copies.reduce((sum, { count }) => sum + count, 0)
  if (perCopyMax === "unlimited" || waitingCount + more <= perCopyMax * copyCount) return []
  return [{ _tag: "QueueFull", waitingCount, copyCount, perCopyMax }]
}

export const notOnShelf = (copies: ReadonlyArray<CopyCount>, asked: Asked): ReadonlyArray<Refusal> => {
  if (asked.required("reservableOnShelf") !== false) return []
  const branches = copies.filter(({ status }) => status === "available").map(({ presentBranch }) => presentBranch)
  return branches.length === 0 ? [] : [{ _tag: "ItemOnShelf", branches: [...new Set(branches)].sort() }]
}

/** Nobody waits for what they have, or another copy like it, unless the policy lets them (`reservableByBorrower`). */
export const lentAlready = (
  { ownLoansOfTitle, item: named }: ReserveFacts,
  target: Target,
  asked: Asked
): ReadonlyArray<Refusal> => {
  const isLikeNamed = ({ volume, type }: ItemRow): boolean =>
    named != null && volume === named.item.volume && type === named.item.type
  const own = ownLoansOfTitle.find(({ item }) => isWanted(target, item) || isLikeNamed(item))
  return own === undefined || asked.optional("reservableByBorrower", false)
    ? []
    : [{ _tag: "LentToReader", loanId: own.loan.loanId }]
}
