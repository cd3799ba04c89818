import { Result } from "effect"
import type { ChargeRow } from "../../accounts/model.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { ItemId, ItemRow } from "../../catalogue/model.ts"
import type { JoinedReservation, TitleFacts } from "../../decision/facts.ts"
import type { ReaderBlockRow } from "../../readers/blocks/model.ts"
import type { ReservationId } from "../../reservations/model.ts"
import { mayFetch } from "../../reservations/setAside.ts"
import { isWanted } from "../../reservations/target.ts"
import { type TargetedCopy, type TargetedReservation, target } from "../../reservations/targeting/index.ts"
import type { Library } from "../openLibrary.ts"
import { type CopyKind, copyKinds } from "./copyKinds.ts"
import { transferRules } from "./transferRules.ts"
import { type Rules, rulesAt, type WaitedWithCopies, waitedTitles } from "./waitedTitles.ts"

/** A copy to be fetched from a shelf. Whose it will be is not said. */
export interface PullLine {
  readonly reservationId: ReservationId
  readonly title: TitleFacts
  readonly barcode: string
  readonly location: string
  readonly callNumber: string
  readonly volume: string
  /** The branch where it stands. */
  readonly branch: string
  readonly pickupBranch: string
  readonly cost: number
}

export interface PullList {
  /** In shelf order: location, call number, barcode. */
  readonly lines: ReadonlyArray<PullLine>
  /** Of all branches together, in the policy's units (`transfers`). */
  readonly cost: number
}

/**
 * What to fetch from the shelves of a branch, or of all: which free copy fills which reservation is decided for all branches
 * at once, at the least cost, each in turn (`docs/targeting.md`). Who fetches one scans it in with its reservation:
 * `returnItem` with `fetchedFor`. Branches closed on that day neither send nor receive. `null`: no policy or calendar.
 */
export const pullList = async (
  library: Library,
  { tenant, branch, at }: { readonly tenant: string; readonly branch?: string; readonly at: number }
): Promise<PullList | null> => {
  const instant = at as Instant
  const rules = await rulesAt(library, tenant, instant)
  if (rules === null) return null
  const found = await problemOf(library, tenant, instant, rules)
  const targeted = target({
    reservations: found.reservations,
    copies: found.copies,
    rules: transferRules(rules, instant),
    at: instant
  })
  if (Result.isFailure(targeted))
    throw new Error(`targeting refuses the library's own rows: ${JSON.stringify(targeted.failure)}`)
  const { assignments, cost } = targeted.success
  const served = new Set<string>()
  const lines = assignments.flatMap((one) => {
    const copy = found.free.get(one.itemId)
    const group = found.anyOf.get(one.reservationId)
    // Of several titles one is enough: the copies of the others are for whoever is next.
    if (group !== undefined && served.has(group)) return []
    if (group !== undefined) served.add(group)
    if (copy === undefined || (branch !== undefined && one.from !== branch)) return []
    const { barcode, location, callNumber, volume } = copy.item
    const { reservationId, from, pickupBranch } = one
    return [
      {
        reservationId,
        title: copy.title,
        barcode,
        location,
        callNumber,
        volume,
        branch: from,
        pickupBranch,
        cost: one.cost
      }
    ]
  })
  return { lines: lines.sort(byShelf), cost }
}

interface Found {
  readonly reservations: Array<TargetedReservation>
  readonly copies: Array<TargetedCopy>
  readonly free: Map<string, { readonly item: ItemRow; readonly title: TitleFacts }>
  /** Reservations of which one is enough, and of which group each is. */
  readonly anyOf: Map<string, string>
}

const problemOf = async (library: Library, tenant: string, at: Instant, rules: Rules): Promise<Found> => {
  const found: Found = { reservations: [], copies: [], free: new Map(), anyOf: new Map() }
  for await (const waited of waitedTitles(library, tenant)) {
    const free = waited.items.filter(
      ({ status, presentBranch }) => status === "available" && rules.calendar.branch(presentBranch) !== undefined
    )
    if (free.length === 0) continue
    const standing = await standingOf(library, tenant, waited, free)
    for (const [groupId, group] of standing.joined)
      for (const { reservation, groupKind } of group)
        if (groupKind === "anyOf") found.anyOf.set(reservation.reservationId, groupId)
    for (const item of free) found.free.set(item.itemId, { item, title: waited.title })
    found.copies.push(...free.map((item) => copyOf(item, rules)))
    for (const one of inTurn(waited, free, { at, rules, standing })) found.reservations.push(one)
  }
  return found
}

/** Blocks and disputed charges of those who wait for these copies; copies for the same candidates are asked for once. */
const standingOf = async (
  library: Library,
  tenant: string,
  { candidates }: WaitedWithCopies,
  free: ReadonlyArray<ItemRow>
): Promise<Standing> => {
  const named = new Set(candidates.map(({ reservation }) => reservation.itemId))
  const kinds = new Map<string, ItemRow>()
  for (const item of free)
    kinds.set(named.has(item.itemId) ? item.itemId : JSON.stringify([item.volume, item.type]), item)
  const blocks = new Map<string, ReaderBlockRow>()
  const held = new Map<string, ChargeRow>()
  const joined = new Map<string, JoinedReservation>()
  for (const { barcode } of kinds.values()) {
    const by = { barcode, limit: candidates.length }
    const found = await library.read(tenant, { blocksOfQueue: by, heldOfQueue: by, joinedOfQueue: by })
    for (const block of found.blocksOfQueue) blocks.set(block.blockId, block)
    for (const charge of found.heldOfQueue) held.set(charge.chargeId, charge)
    for (const one of found.joinedOfQueue) joined.set(one.reservation.reservationId, one)
  }
  return {
    blocks: grouped(blocks.values(), ({ readerId }) => readerId),
    held: grouped(held.values(), ({ accountId }) => accountId),
    groups: new Map([...joined.values()].map((one) => [one.reservation.reservationId, one.groupId])),
    joined: grouped(joined.values(), ({ groupId }) => groupId)
  }
}

interface Standing {
  readonly blocks: ReadonlyMap<string, ReadonlyArray<ReaderBlockRow>>
  readonly held: ReadonlyMap<string, ReadonlyArray<ChargeRow>>
  /** The group of each reservation that is joined with others, and which those are. */
  readonly groups: ReadonlyMap<string, string>
  readonly joined: ReadonlyMap<string, ReadonlyArray<JoinedReservation>>
}

const grouped = <Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): ReadonlyMap<string, ReadonlyArray<Row>> => {
  const groups = new Map<string, Array<Row>>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return groups
}

const copyOf = (
  { itemId, titleId, presentBranch, homeBranch }: ItemRow,
  { policy, calendar }: Rules
): TargetedCopy => ({
  itemId,
  titleId,
  volume: null,
  branch: presentBranch,
  // To a home that is no branch any more there is no way.
  homeBranch: calendar.branch(homeBranch) === undefined ? presentBranch : homeBranch,
  protectedUntil: null,
  lentElsewhere: true,
  floating: policy.named.has("floating")
})

interface Circumstances {
  readonly at: Instant
  readonly rules: Rules
  readonly standing: Standing
}

/** Who may have which of the free copies; who may have none is left out. */
const inTurn = (
  { title, queue, candidates }: WaitedWithCopies,
  free: ReadonlyArray<ItemRow>,
  { at, rules, standing: { blocks, held, groups, joined } }: Circumstances
): ReadonlyArray<TargetedReservation> => {
  const kinds = copyKinds(free, candidates, rules.policy)
  // Many may not have the same copies: the list of those is held once.
  const excluded = new Map<string, ReadonlyArray<ItemId>>()
  return candidates.flatMap((candidate, rank) => {
    const { reservationId, itemId, pickupBranch } = candidate.reservation
    if (rules.calendar.branch(pickupBranch) === undefined) return []
    const circumstances = {
      title,
      waitingCount: queue.waitingCount,
      candidates,
      blocks: blocks.get(candidate.reader.readerId) ?? [],
      held: held.get(candidate.account.accountId) ?? [],
      joined: joined.get(groups.get(reservationId) ?? "") ?? []
    }
    const mayHave = ({ like: item }: CopyKind): boolean =>
      isWanted(candidate.reservation, item) &&
      typeof mayFetch(candidate, { ...circumstances, item, branch: item.presentBranch }, at, rules) !== "string"
    const others = kinds.filter((kind) => !mayHave(kind))
    if (others.length === kinds.length) return []
    const key = others.map(({ like }) => like.itemId).join()
    const excludedItems = excluded.get(key) ?? others.flatMap(({ items }) => items.map((item) => item.itemId))
    excluded.set(key, excludedItems)
    return [{ reservationId, titleIds: [title.titleId], itemId, volume: null, pickupBranch, rank, excludedItems }]
  })
}

const byShelf = (one: PullLine, other: PullLine): number =>
  compare(one.branch, other.branch) ||
  compare(one.location, other.location) ||
  compare(one.callNumber, other.callNumber) ||
  compare(one.barcode, other.barcode)

const compare = (one: string, other: string): number => one.localeCompare(other, "en", { numeric: true })
