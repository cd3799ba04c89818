import type { Instant } from "../../calendar/instant.ts"
import { type ItemRow, lentStatuses } from "../../catalogue/model.ts"
import { statusActions } from "../../catalogue/statusActions.ts"
import type { Candidate, TitleFacts, WaitedTitle } from "../../decision/facts.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import type { ReservationId } from "../../reservations/model.ts"
import { type CopyHindrance, mayFetch } from "../../reservations/setAside.ts"
import { isWanted, targetOf } from "../../reservations/target.ts"
import { consultCopy } from "../../transits/consultCopy.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"
import { type CopyKind, copyKinds } from "./copyKinds.ts"
import { isOfCopy, isOfRules } from "./ofCopy.ts"
import { type Rules, rulesAt } from "./rulesAt.ts"
import { waitedTitles } from "./waitedTitles.ts"

/** What would fill a reservation that nothing fills. */
export type WouldFill =
  /** There is no copy of it, or all are long overdue though each was asked back: another is to be bought. */
  | "buy"
  /** All copies are out and long overdue, and not each was asked back: a loan is to be recalled. */
  | "recall"
  /** Copies there are that this reader may fetch, at another branch than the one that was asked for. */
  | "pickUpElsewhere"
  /** The calendar has no day on which a copy could be fetched, or the rules do not say until when it would be kept. */
  | "changeRules"
  /** Copies there are, but none that this reader may fetch at any branch. */
  | "lendFromElsewhere"

/** There is no copy, all are long overdue, or this keeps them away. */
export type UnfillableBecause = "NoCopies" | "LongOverdue" | CopyHindrance

export interface Unfillable {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  readonly placedAt: number
  /** What stands in the way, by the code of the first copy looked at. */
  readonly because: UnfillableBecause
  readonly wouldFill: WouldFill
}

/** A title with what is wanted of it, and what there is. */
export interface Demand {
  readonly title: TitleFacts
  readonly waiting: number
  /** Copies that could fill a reservation now or when they come back. */
  readonly copies: number
  /** Waiting for each of those; `null`: there are none. */
  readonly perCopy: number | null
  readonly unfillable: ReadonlyArray<Unfillable>
}

/** After how many days overdue a loan counts as one that will not come back by itself, where the policy says nothing. */
const longOverdueDays = 28

/**
 * Every title that somebody waits for, those first of which most wait for each copy; with the reservations that nothing
 * fills as things are, and what would. Suspended ones, and such that only wait for their day, are in turn later and no such.
 * `null`: no policy or calendar.
 */
export const demand = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: number }
): Promise<ReadonlyArray<Demand> | null> => {
  const rules = await rulesAt(library, tenant, at as Instant)
  if (rules === null) return null
  const demands: Array<Demand> = []
  for await (const waited of waitedTitles(library, tenant)) {
    const copies = waited.items.filter(({ status }) => statusActions[status].reserve !== null)
    const waiting = waited.queue.waitingCount
    const [loans, candidates] = await Promise.all([loansOf(library, tenant, waited.title, copies), waited.candidates()])
    const kinds = copyKinds(copies, candidates, rules.policy)
    const gone = kinds.filter(({ like, items }) => {
      const longest = longestOverdueMs(like, waited.title, rules.policy)
      return items.every(({ status, itemId }) => status === "onLoan" && at - (loans.get(itemId)?.dueAt ?? at) > longest)
    })
    const askedBack = gone.filter(({ items }) => items.every(({ itemId }) => loans.get(itemId)?.recalledAt != null))
    demands.push({
      title: waited.title,
      waiting,
      copies: copies.length,
      perCopy: copies.length === 0 ? null : waiting / copies.length,
      unfillable: candidates.flatMap(
        (one) =>
          unfillable(
            one,
            { ...waited, candidates },
            { kinds, gone: new Set(gone), askedBack: new Set(askedBack) },
            at as Instant,
            rules
          ) ?? []
      )
    })
  }
  const weight = ({ perCopy }: Demand): number => perCopy ?? Number.POSITIVE_INFINITY
  return demands.sort((one, other) => (weight(other) === weight(one) ? 0 : weight(other) - weight(one)))
}

const loansOf = async (
  library: Library,
  tenant: string,
  { titleId }: TitleFacts,
  copies: ReadonlyArray<ItemRow>
): Promise<ReadonlyMap<string, LoanRow>> => {
  if (!copies.some(({ status }) => lentStatuses.includes(status))) return new Map()
  const page = async (after: string | null) =>
    (await library.read(tenant, { copiesStanding: { titleId, after, limit: 1000 } })).copiesStanding
  const loans = new Map<string, LoanRow>()
  for await (const standing of pages(page))
    for (const { item, loan } of standing) if (loan !== null) loans.set(item.itemId, loan)
  return loans
}

const longestOverdueMs = (item: ItemRow, title: TitleFacts, policy: CompiledPolicy): number =>
  consultCopy(policy, item, title, item.homeBranch).optional("longOverdueDays", longOverdueDays) * 86_400_000

interface Kinds {
  readonly kinds: ReadonlyArray<CopyKind>
  /** Those of which none will come back by itself. */
  readonly gone: ReadonlySet<CopyKind>
  /** Of these those that were all asked back. */
  readonly askedBack: ReadonlySet<CopyKind>
}

const unfillable = (
  candidate: Candidate,
  { title, queue, candidates }: WaitedTitle & { readonly candidates: ReadonlyArray<Candidate> },
  { kinds, gone, askedBack }: Kinds,
  at: Instant,
  rules: Rules
): Unfillable | null => {
  const { reservationId, pickupBranch, placedAt } = candidate.reservation
  const told = (because: UnfillableBecause, wouldFill: WouldFill): Unfillable => ({
    reservationId,
    pickupBranch,
    placedAt,
    because,
    wouldFill
  })
  const wanted = kinds.filter(({ like }) => isWanted(targetOf(candidate.reservation), like))
  if (wanted.length === 0) return told("NoCopies", "buy")
  const againstAt = (branch: string) => {
    const asking = { ...candidate, reservation: { ...candidate.reservation, pickupBranch: branch } }
    return wanted.map(({ like: item }) => {
      const copy = { item, title, branch: item.presentBranch, waitingCount: queue.waitingCount, candidates, blocks: [] }
      const may = mayFetch(asking, copy, at, rules)
      return typeof may === "string" ? may : null
    })
  }
  const against = againstAt(pickupBranch)
  const [first] = against.filter(isOfCopy)
  if (first !== undefined && against.every(isOfCopy)) {
    const anywhere = rules.calendar.branches.flatMap(againstAt)
    if (!anywhere.every(isOfCopy)) return told(first, "pickUpElsewhere")
    return told(first, anywhere.every(isOfRules) ? "changeRules" : "lendFromElsewhere")
  }
  const ways = wanted.filter((_, nth) => against[nth] === null)
  if (ways.length === 0 || !ways.every((kind) => gone.has(kind))) return null
  return told("LongOverdue", ways.every((kind) => askedBack.has(kind)) ? "buy" : "recall")
}
