import type { Instant } from "../../calendar/instant.ts"
import type { ItemId, ItemRow } from "../../catalogue/model.ts"
import { statusActions } from "../../catalogue/statusActions.ts"
import type { Candidate, TitleFacts, WaitedTitle } from "../../decision/facts.ts"
import { sets } from "../../readers/blocks/factsNeeded.ts"
import type { ReservationId } from "../../reservations/model.ts"
import { type FreeCopy, keysFor, mayFetch } from "../../reservations/setAside.ts"
import { isWanted, targetOf } from "../../reservations/target.ts"
import type { TargetedCopy, TargetedReservation } from "../../reservations/targeting/index.ts"
import { hasTurnKeys, inTurnOf, type Keyed } from "../../reservations/turnKeys.ts"
import { consultCopy } from "../../transits/consultCopy.ts"
import { floatsAt } from "../../transits/floatsAt.ts"
import type { Library } from "../openLibrary.ts"
import { othersFirst } from "../othersFirst.ts"
import { type CopyKind, copyKinds } from "./copyKinds.ts"
import type { Rules } from "./rulesAt.ts"
import { type Standing, standingOf } from "./standingOf.ts"
import { waitedTitles } from "./waitedTitles.ts"

/** What stands on the shelves of branches that are open on the day, and who waits for it and may have it. */
export interface PullProblem {
  readonly reservations: Array<TargetedReservation>
  readonly copies: Array<TargetedCopy>
  readonly free: Map<ItemId, FreeOnShelf>
  /** Reservations of which one is enough. */
  readonly anyOf: ReadonlyArray<ReadonlyArray<ReservationId>>
}

/** A copy to be had, and its title with its description as it is stored. */
export interface FreeOnShelf {
  readonly item: ItemRow
  readonly title: TitleFacts
  readonly description: string
}

/** Looks at the titles that are waited for and have a free copy, one after the other. */
export const pullProblem = async (
  library: Library,
  tenant: string,
  at: Instant,
  rules: Rules
): Promise<PullProblem> => {
  const found = { reservations: [] as TargetedReservation[], copies: [] as TargetedCopy[], free: new Map() }
  const anyOf = new Map<string, ReadonlyArray<ReservationId>>()
  for await (const { title, queue, items, candidates: read } of waitedTitles(library, tenant)) {
    const free = items.filter(
      ({ status, presentBranch }) => statusActions[status].reserve === "fetched" && isOpenOn(presentBranch, at, rules)
    )
    if (free.length === 0) continue
    const candidates = await read()
    const standing = await standingOf(library, tenant, candidates, free, rules.policy)
    for (const [groupId, group] of standing.joined)
      if (group.some(({ groupKind }) => groupKind === "anyOf"))
        anyOf.set(
          groupId,
          group.map(({ reservation }) => reservation.reservationId)
        )
    const waited = { title, queue, candidates, kinds: copyKinds(free, candidates, rules.policy, standing.bookings) }
    const { description } = standing
    for (const item of free) found.free.set(item.itemId, { item, title, description })
    for (const copy of copiesOf(waited, rules)) found.copies.push(copy)
    for (const one of await inTurn(waited, standing, at, rules)) found.reservations.push(one)
  }
  return { ...found, anyOf: [...anyOf.values()] }
}

/** Whether somebody is there that day to fetch a copy from its shelf. */
const isOpenOn = (code: string, at: Instant, { calendar }: Rules): boolean => {
  const branch = calendar.branch(code)
  return branch?.isOpenDay(branch.localDay(at)) ?? false
}

interface Waited extends WaitedTitle {
  readonly candidates: ReadonlyArray<Candidate>
  readonly kinds: ReadonlyArray<CopyKind>
}

const copiesOf = ({ title, candidates, kinds }: Waited, rules: Rules): ReadonlyArray<TargetedCopy> => {
  const pickups = [...new Set(candidates.map(({ reservation }) => reservation.pickupBranch))]
  return kinds.flatMap(({ like, items }) => {
    const { titleId, presentBranch, homeBranch } = like
    const isHome = rules.calendar.branch(homeBranch) !== undefined
    const floating = isHome ? staysAt(like, title, pickups, rules) : true
    return items.map(({ itemId }) => ({
      itemId,
      titleId,
      volume: null,
      branch: presentBranch,
      homeBranch: isHome ? homeBranch : presentBranch,
      protectedUntil: null,
      lentElsewhere: true,
      floating
    }))
  })
}

/** From which of these branches a copy has no way home to pay for: it floats there, or none like it goes home from there. */
const staysAt = (
  item: ItemRow,
  title: TitleFacts,
  pickups: ReadonlyArray<string>,
  { policy, calendar }: Rules
): TargetedCopy["floating"] => {
  if ((policy.document.transfers?.wayHomePercent ?? 0) === 0) return false
  const floats = (branch: string): boolean =>
    sets(policy, "floating") &&
    floatsAt(branch, item.homeBranch, consultCopy(policy, item, title, branch).optional("floating", "no"), policy)
  const there = pickups.filter(
    (branch) =>
      calendar.branch(branch) !== undefined && (!policy.transfers.may(branch, item.homeBranch, item) || floats(branch))
  )
  return there.length === 0 ? false : there
}

/** So many of a queue are looked at before whatever waits gets a turn. */
const sliceSize = 500

/** Who may have which of the free copies, in their turns; who may have none is left out. */
const inTurn = async (
  waited: Waited,
  standing: Standing,
  at: Instant,
  rules: Rules
): Promise<ReadonlyArray<TargetedReservation>> => {
  const { titleId } = waited.title
  const itemsOf = sharedLists()
  const localFirst = sets(rules.policy, "localFirst")
  const queue: Array<Choices> = []
  for (const [nth, candidate] of waited.candidates.entries()) {
    if (nth % sliceSize === sliceSize - 1) await othersFirst()
    const choices = choicesOf(candidate, waited, standing, at, rules)
    if (choices !== null) queue.push(choices)
  }
  return inTurnOf(queue).map(({ candidate: { reservation }, others, firstFor }, rank) => ({
    reservationId: reservation.reservationId,
    titleIds: [titleId],
    itemId: reservation.itemId,
    volume: null,
    pickupBranch: reservation.pickupBranch,
    rank,
    excludedItems: itemsOf(others),
    ...(localFirst ? { firstFor: itemsOf(firstFor) } : {})
  }))
}

/** A reservation, and the kinds of copies as it sees them. */
interface Choices extends Keyed {
  /** It may not have them. */
  readonly others: ReadonlyArray<CopyKind>
  /** It goes before all others for them. */
  readonly firstFor: ReadonlyArray<CopyKind>
}

/** `null`: it may have none. Its keys are those for any of the copies: whom it is near to depends on the copy, and is told for each. */
const choicesOf = (
  candidate: Candidate,
  { title, queue, candidates, kinds }: Waited,
  { blocks, held, groups, joined, bookings }: Standing,
  at: Instant,
  rules: Rules
): Choices | null => {
  const { reservation, reader, account } = candidate
  if (rules.calendar.branch(reservation.pickupBranch) === undefined) return null
  const copy = (item: ItemRow): FreeCopy => ({
    item,
    title,
    branch: item.presentBranch,
    waitingCount: queue.waitingCount,
    candidates,
    blocks: blocks.get(reader.readerId) ?? [],
    held: held.get(account.accountId) ?? [],
    joined: joined.get(groups.get(reservation.reservationId) ?? "") ?? [],
    bookings: bookings.get(item.itemId)
  })
  const target = targetOf(reservation)
  const may: Array<CopyKind> = []
  const others: Array<CopyKind> = []
  for (const kind of kinds)
    if (isWanted(target, kind.like) && typeof mayFetch(candidate, copy(kind.like), at, rules) !== "string")
      may.push(kind)
    else others.push(kind)
  if (may.length === 0) return null
  if (!hasTurnKeys(rules.policy))
    return { candidate, others, firstFor: none, waitedLong: false, isLocal: false, distance: null }
  const keyed = may.map((kind) => ({ kind, ...keysFor(candidate, copy(kind.like), at, rules) }))
  const distances = keyed.flatMap(({ distance }) => (distance === null ? [] : [distance]))
  return {
    candidate,
    others,
    firstFor: keyed.flatMap(({ kind, waitedLong, isLocal }) => (waitedLong || isLocal ? [kind] : [])),
    waitedLong: keyed.some(({ waitedLong }) => waitedLong),
    isLocal: false,
    distance: distances.length === 0 ? null : Math.min(...distances)
  }
}

const none: ReadonlyArray<CopyKind> = []

/** The copies of some kinds; many reservations name the same, and share one list. */
const sharedLists = (): ((kinds: ReadonlyArray<CopyKind>) => ReadonlyArray<ItemId>) => {
  const known = new Map<string, ReadonlyArray<ItemId>>()
  return (kinds) => {
    const key = kinds.map(({ like }) => like.itemId).join()
    const items = known.get(key) ?? kinds.flatMap(({ items }) => items.map(({ itemId }) => itemId))
    known.set(key, items)
    return items
  }
}
