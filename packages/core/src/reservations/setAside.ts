import type { ChargeRow } from "../accounts/model.ts"
import { heldIn, lessHeld } from "../appeals/held.ts"
import { bookedFor, runInto } from "../bookings/againstLoan.ts"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { Candidate, JoinedReservation, OwnedBooking, SetStanding, TitleFacts } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { blocksAgainst } from "../readers/blocks/placed.ts"
import { readerMayBorrow, type StandingRefusal } from "../readers/standing.ts"
import { beginOthers } from "./beginSet.ts"
import { consultFetching } from "./consultFetching.ts"
import { againstFetching, type FetchingRefusal } from "./entitled.ts"
import { isComplete, joinedNow, joinedWith, otherServed, part, setStanding, togetherUntil } from "./joined.ts"
import type { ReservationId, ReservationRow } from "./model.ts"
import { type NoShelf, shelfEnd } from "./shelfEnd.ts"
import { targetOf } from "./target.ts"
import { hasTurnKeys, inTurnOf, type Keyed, type TurnKeys, turnKeys } from "./turnKeys.ts"

/** How many reservations a command looks at first, from the front of the queue, and how many it passes over one by one. */
export const candidateCount = 32

/** How many where whoever is near or waited long goes first: they may stand far behind. */
const keyedCount = 512

/** How many of a queue a command looks at first under this policy. */
export const firstLook = (policy: CompiledPolicy | null): number => (hasTurnKeys(policy) ? keyedCount : candidateCount)

/** How many of the queue to look at, where all of the first were passed over and more wait; `null`: that will do. */
export const lookFurther = (
  candidates: ReadonlyArray<Candidate>,
  waitingCount: number,
  { setAside }: Pick<Handed, "setAside">,
  lookedAt?: number
): number | null => {
  const seen = candidates.length
  // A first look that gave fewer than it may saw all that there are.
  const isFull = lookedAt === undefined ? seen === candidateCount || seen === keyedCount : seen >= lookedAt
  return setAside === null && isFull && waitingCount > seen ? waitingCount : null
}

export interface SetAside {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  /** `null`: the copy is on its way to the pickup branch. */
  readonly shelfUntil: number | null
  /** The set that it is kept for until all of it is there; left out: it can be fetched, or is on its way. */
  readonly ofSet?: SetStanding
}

export interface Skipped {
  readonly reservationId: ReservationId
  readonly because: string
}

/** What came of a copy that became free. */
export interface Handed {
  /** Who gets it; `null`: nobody waits who may have it. */
  readonly setAside: SetAside | null
  /** The first before it in the queue that could not have it, and why. */
  readonly skipped: ReadonlyArray<Skipped>
  /** How many more could not, by what stood in the way; left out where there are none. */
  readonly skippedMore?: Readonly<Record<string, number>>
  /** How many of the queue were looked at in all, which took another look; left out where the first was enough. */
  readonly lookedAtCount?: number
}

/** The copy that became free, and the queue it meets. */
export interface FreeCopy {
  readonly item: ItemRow
  readonly title: TitleFacts
  /** Where it is, or is going. */
  readonly branch: string
  /** It is on its way already, and goes on. */
  readonly onTheWay?: boolean
  readonly waitingCount: number
  readonly candidates: ReadonlyArray<Candidate>
  /** Blocks set by hand of those who wait. */
  readonly blocks: ReadonlyArray<ReaderBlockRow>
  /** The reservation that it was fetched from its shelf for, by the pull list: it goes first. */
  readonly fetchedFor?: ReservationId | undefined
  /** Their charges that are disputed, where the policy asks for them. */
  readonly held?: ReadonlyArray<ChargeRow> | undefined
  /** Their reservations that are joined with others. */
  readonly joined?: ReadonlyArray<JoinedReservation> | undefined
  /** Its live bookings, where the policy lets anything be booked. */
  readonly bookings?: ReadonlyArray<OwnedBooking> | undefined
}

interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

/**
 * Sets a free copy aside for the first reservation that may have it, and says why each earlier one was passed over: of a
 * long queue the first ones each, of the others how many for which reason.
 * A reservation whose reader is blocked, or whose pickup branch has no open day, keeps its place.
 */
export const setAsideForFirst = (work: Draft, free: FreeCopy, at: Instant, rules: Rules): Handed => {
  // Of the same queue one may just have ended or been put back, in this very step.
  const copy = { ...free, joined: joinedNow(work, free.joined) }
  const skipped: Array<Skipped> = []
  const lookedAtCount = copy.candidates.length
  const looked = lookedAtCount > firstLook(rules.policy) ? { lookedAtCount } : {}
  for (const turn of inTurn(copy, at, rules)) {
    const { candidate } = turn
    const shelf = mayFetch(candidate, copy, at, rules)
    const { reservation } = candidate
    if (typeof shelf === "string") {
      skipped.push({ reservationId: reservation.reservationId, because: shelf })
      continue
    }
    skipped.push(...passedOver(copy, turn, skipped))
    const { pickupBranch } = reservation
    const travels =
      copy.onTheWay === true ||
      (pickupBranch !== copy.branch && rules.policy.transfers.kept(copy.branch, pickupBranch, "reservations"))
    const group = joinedWith(copy.joined, reservation.reservationId)
    const shelfUntil = travels ? null : shelf.until
    // Whatever else becomes of the others at this moment rests on their reader too.
    if (group !== null) work.restOn("reader", candidate.reader)
    work.restOn("reservation", reservation)
    work.emit({
      _tag: "ReservationSetAside",
      reservationId: reservation.reservationId,
      titleId: reservation.titleId,
      itemId: copy.item.itemId,
      itemVersion: work.now("item", copy.item.itemId).version + 1,
      branch: copy.branch,
      at,
      shelfUntil,
      ...(copy.onTheWay === true ? { onTheWay: 1 as const } : {}),
      ...told(skipped)
    })
    if (!travels && beginOthers(work, group, at, rules))
      part(work, reservation.reservationId, candidate.reader.readerId)
    const { reservationId } = reservation
    const setAside = { reservationId, pickupBranch, shelfUntil, ...(travels ? {} : setStanding(group)) }
    return { setAside, ...told(skipped), ...looked }
  }
  return { setAside: null, ...told(skipped), ...looked }
}

/** Who stands before the one who gets it, and was not even asked. */
const passedOver = (
  { candidates, fetchedFor }: FreeCopy,
  { candidate, waitedLong }: Turn,
  skipped: ReadonlyArray<Skipped>
): ReadonlyArray<Skipped> => {
  const because =
    candidate.reservation.reservationId === fetchedFor
      ? "FetchedForOther"
      : waitedLong
        ? "OthersWaitedLonger"
        : "OthersNearer"
  const asked = new Set(skipped.map(({ reservationId }) => reservationId))
  return candidates
    .slice(0, candidates.indexOf(candidate))
    .flatMap(({ reservation: { reservationId } }) => (asked.has(reservationId) ? [] : [{ reservationId, because }]))
}

type Turn = Pick<Keyed, "candidate" | "waitedLong">

/** Who waits in the order of the queue; whom it was fetched for before all others; where the policy says so, by its keys. */
const inTurn = (copy: FreeCopy, at: Instant, rules: Rules): ReadonlyArray<Turn> => {
  const { candidates, fetchedFor } = copy
  const turns: ReadonlyArray<Turn> = hasTurnKeys(rules.policy)
    ? inTurnOf(candidates.map((candidate) => ({ candidate, ...keysFor(candidate, copy, at, rules) })))
    : candidates.map((candidate) => ({ candidate, waitedLong: false }))
  const fetched = turns.find(({ candidate }) => candidate.reservation.reservationId === fetchedFor)
  return fetched === undefined ? turns : [fetched, ...turns.filter((one) => one !== fetched)]
}

/** What the policy says of a reservation's turn for a copy. */
export const keysFor = (candidate: Candidate, copy: FreeCopy, at: Instant, rules: Rules): TurnKeys => {
  const there = { homeBranch: copy.item.homeBranch, presentBranch: copy.branch }
  return turnKeys(candidate, there, askedFor(candidate, copy, at, rules), at, rules)
}

const told = (all: ReadonlyArray<Skipped>): Pick<Handed, "skipped" | "skippedMore"> => {
  const skipped = all.slice(0, candidateCount)
  if (all.length === skipped.length) return { skipped }
  const skippedMore: Record<string, number> = {}
  for (const { because } of all.slice(candidateCount)) skippedMore[because] = (skippedMore[because] ?? 0) + 1
  return { skipped, skippedMore }
}

/** What the policy says of this reader fetching this copy at the reservation's branch. */
const askedFor = (
  { reservation: { pickupBranch }, reader }: Candidate,
  { item, title, branch: presentBranch, waitingCount: waiting }: FreeCopy,
  at: Instant,
  { policy, calendar }: Rules
): Consultation =>
  consultFetching(policy, calendar.branch(pickupBranch), {
    reader,
    item: { ...item, presentBranch },
    title,
    waiting,
    pickupBranch,
    at
  })

/** Why a reservation gets no copy now, whichever it is. */
type NotInTurn = "Suspended" | "NotYet" | "WaitOver"

/** What keeps a copy from a reservation as things are, whatever its reader does and however long it waits. */
export type CopyHindrance =
  | "BranchUnknown"
  | "ItemNotReservable"
  | FetchingRefusal["_tag"]
  | "NewCopyStaysHome"
  | NoShelf

/** What stands between a reservation and a copy. */
export type Hindrance =
  | CopyHindrance
  | NotInTurn
  | "OtherServed"
  | StandingRefusal["_tag"]
  | "ReaderBlocked"
  | "ItemBooked"

/**
 * Until when the copy would wait for this reader, and for the rest of a set; or the code of what stands in the way. One that
 * another reader has booked is not kept into those days, lead and trail days counted.
 */
export const mayFetch = (
  candidate: Candidate,
  copy: FreeCopy,
  at: Instant,
  rules: Rules
): { readonly until: Instant } | Hindrance => {
  const { reservation, reader, account } = candidate
  const { item, blocks, held = [], bookings = [] } = copy
  const { pickupBranch } = reservation
  const notNow = notInTurn(reservation, at)
  if (notNow !== null) return notNow
  const group = joinedWith(copy.joined, reservation.reservationId)
  if (otherServed(group)) return "OtherServed"
  const branch = rules.calendar.branch(pickupBranch)
  if (branch === undefined) return "BranchUnknown"
  const asked = askedFor(candidate, copy, at, rules)
  // A copy that was asked for by itself may be one that is reserved for nobody else.
  if (targetOf(reservation).of === "anyCopy" && asked.optional("reservable", true) === false) return "ItemNotReservable"
  const there = { ...item, presentBranch: copy.branch }
  const against = againstFetching(there, { readerHome: reader.homeBranch, pickupBranch }, asked, rules.policy)
  if (against !== null) return against._tag
  if (pickupBranch !== item.homeBranch && isNew(item, branch, at, asked)) return "NewCopyStaysHome"
  const disputed = heldIn(held.filter(({ accountId }) => accountId === account.accountId))
  const [refusal] = readerMayBorrow({ reader, account: lessHeld(account, disputed, asked) }, at, asked)
  if (refusal !== undefined) return refusal._tag
  const own = blocks.filter(({ readerId }) => readerId === reader.readerId)
  const atHome = reader.homeBranch === pickupBranch
  if (blocksAgainst(own, { action: "borrow", at, atHome, showsNotes: false }).length > 0) return "ReaderBlocked"
  const shelf = shelfEnd(branch, at, asked)
  if (typeof shelf === "string") return shelf
  const until = isComplete(group) ? shelf.until : togetherUntil(branch, at, { ...shelf, asked })
  return runInto(bookedFor(bookings, reader.readerId, at), until) === null ? { until } : "ItemBooked"
}

/** Whether a copy is still so new that it is fetched at its home branch alone. Evergreen calls it age protection. */
const isNew = ({ addedAt }: ItemRow, { localDay }: BranchCalendar, at: Instant, asked: Consultation): boolean =>
  localDay(at) - localDay(addedAt) < asked.optional("newCopiesAtHomeDays", 0)

/** Why it takes no copy now, whichever it is. */
const notInTurn = (
  { suspended, suspendedUntil, notBefore, waitUntil }: ReservationRow,
  at: Instant
): NotInTurn | null => {
  if (suspended === 1 && (suspendedUntil === null || at <= suspendedUntil)) return "Suspended"
  if (notBefore !== null && at < notBefore) return "NotYet"
  // The night that ends it has not come yet.
  return waitUntil !== null && at > waitUntil ? "WaitOver" : null
}
