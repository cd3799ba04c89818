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

/** How many reservations a command looks at, from the front of the queue. */
export const candidateCount = 32

export interface SetAside {
  readonly reservationId: ReservationId
  readonly pickupBranch: string
  readonly shelfUntil: number
}

export interface Skipped {
  readonly reservationId: ReservationId
  readonly because: string
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
}

interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

/**
 * Sets a free copy aside for the first reservation that may have it, and says why each earlier one was passed over.
 * A reservation whose reader is blocked, or whose pickup branch has no open day, keeps its place.
 */
export const setAsideForFirst = (
  work: Draft,
  copy: FreeCopy,
  at: Instant,
  rules: Rules
): { readonly setAside: SetAside | null; readonly skipped: ReadonlyArray<Skipped> } => {
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
      skipped: [...skipped]
    })
    const { reservationId, pickupBranch } = reservation
    return { setAside: { reservationId, pickupBranch, shelfUntil: shelf.until }, skipped }
  }
  return { setAside: null, skipped }
}

/** Until when the copy would wait for this reader, or the code of what stands in the way. */
const shelfFor = (
  { reservation, reader, account }: Candidate,
  { item, title, waitingCount, blocks }: FreeCopy,
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
  const [refusal] = readerMayBorrow({ reader, account }, at, asked)
  if (refusal !== undefined) return refusal._tag
  const own = blocks.filter(({ readerId }) => readerId === reader.readerId)
  const atHome = reader.homeBranch === reservation.pickupBranch
  if (blocksAgainst(own, { action: "borrow", at, atHome, showsNotes: false }).length > 0) return "ReaderBlocked"
  const pickupDays = asked.required("pickupDays")
  if (pickupDays === undefined) return "PolicySettingMissing"
  const closing = closingAfter(branch, at, pickupDays)
  return closing === null ? "CalendarHasNoOpenDay" : { until: closing }
}
