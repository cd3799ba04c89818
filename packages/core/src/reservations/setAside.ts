import type { ChargeRow } from "../accounts/model.ts"
import { heldIn, lessHeld } from "../appeals/held.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { consult } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { Candidate, TitleFacts } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { blocksAgainst } from "../readers/blocks/placed.ts"
import { readerMayBorrow } from "../readers/standing.ts"
import { closingAfter } from "./closingAfter.ts"
import type { ReservationId } from "./model.ts"

/** How many reservations a command looks at first, from the front of the queue, and how many it passes over one by one. */
export const candidateCount = 32

/** How many of the queue to look at, where all of the first were passed over and more wait; `null`: that will do. */
export const lookFurther = (
  candidates: ReadonlyArray<Candidate>,
  waitingCount: number,
  { setAside }: Pick<Handed, "setAside">,
  lookedAt = candidateCount
): number | null =>
  setAside === null && candidates.length >= lookedAt && waitingCount > lookedAt ? waitingCount : null

export interface SetAside {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  readonly shelfUntil: number
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
}

/** The copy that became free, and the queue it meets. */
export interface FreeCopy {
  readonly item: ItemRow
  readonly title: TitleFacts
  readonly branch: string
  readonly waitingCount: number
  readonly candidates: ReadonlyArray<Candidate>
  /** Blocks set by hand of those who wait. */
  readonly blocks: ReadonlyArray<ReaderBlockRow>
  /** Their charges that are disputed, where the policy asks for them. */
  readonly held?: ReadonlyArray<ChargeRow> | undefined
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
export const setAsideForFirst = (work: Draft, copy: FreeCopy, at: Instant, rules: Rules): Handed => {
  const skipped: Array<Skipped> = []
  for (const candidate of copy.candidates) {
    const shelf = shelfFor(candidate, copy, at, rules)
    const { reservation } = candidate
    if (typeof shelf === "string") {
      skipped.push({ reservationId: reservation.reservationId, because: shelf })
      continue
    }
    work.restOn("reservation", reservation)
    work.emit({
      _tag: "ReservationSetAside",
      reservationId: reservation.reservationId,
      titleId: reservation.titleId,
      itemId: copy.item.itemId,
      itemVersion: work.now("item", copy.item.itemId).version + 1,
      branch: copy.branch,
      at,
      shelfUntil: shelf.until,
      ...told(skipped)
    })
    const { reservationId, pickupBranch } = reservation
    return { setAside: { reservationId, pickupBranch, shelfUntil: shelf.until }, ...told(skipped) }
  }
  return { setAside: null, ...told(skipped) }
}

const told = (all: ReadonlyArray<Skipped>): Pick<Handed, "skipped" | "skippedMore"> => {
  const skipped = all.slice(0, candidateCount)
  if (all.length === skipped.length) return { skipped }
  const skippedMore: Record<string, number> = {}
  for (const { because } of all.slice(candidateCount)) skippedMore[because] = (skippedMore[because] ?? 0) + 1
  return { skipped, skippedMore }
}

/** Until when the copy would wait for this reader, or the code of what stands in the way. */
const shelfFor = (
  { reservation, reader, account }: Candidate,
  { item, title, waitingCount, blocks, held = [] }: FreeCopy,
  at: Instant,
  { policy, calendar }: Rules
): { readonly until: Instant } | string => {
  // The night that ends it has not come yet.
  if (reservation.waitUntil !== null && at > reservation.waitUntil) return "WaitOver"
  const branch = calendar.branch(reservation.pickupBranch)
  if (branch === undefined) return "BranchUnknown"
  const context = policyCase({
    reader,
    item,
    title,
    waiting: waitingCount,
    isRenewal: false,
    onSite: false,
    at,
    branch: reservation.pickupBranch,
    policy,
    calendar: branch
  })
  const asked = consult(policy, context)
  const disputed = heldIn(held.filter(({ accountId }) => accountId === account.accountId))
  const [refusal] = readerMayBorrow({ reader, account: lessHeld(account, disputed, asked) }, at, asked)
  if (refusal !== undefined) return refusal._tag
  const own = blocks.filter(({ readerId }) => readerId === reader.readerId)
  const atHome = reader.homeBranch === reservation.pickupBranch
  if (blocksAgainst(own, { action: "borrow", at, atHome, showsNotes: false }).length > 0) return "ReaderBlocked"
  const pickupDays = asked.required("pickupDays")
  if (pickupDays === undefined) return "PolicySettingMissing"
  const closing = closingAfter(branch, at, pickupDays)
  return closing === null ? "CalendarHasNoOpenDay" : { until: closing }
}
