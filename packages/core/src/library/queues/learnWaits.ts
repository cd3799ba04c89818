import type { Instant } from "../../calendar/instant.ts"
import type { TitleId } from "../../catalogue/model.ts"
import type { EventRow } from "../../decision/event.ts"
import type { ReservationEvent } from "../../reservations/event.ts"
import {
  carriedDays,
  type Kind,
  type Rates,
  reservationSpans,
  type WaitLearner,
  waitLearner
} from "../../reservations/waiting/index.ts"
import type { Library } from "../openLibrary.ts"
import { tablePages } from "../tablePages.ts"
import { commonKind } from "./commonKind.ts"

/** What was learned of a tenant, and of how much. */
export interface LearnedWaits {
  readonly rates: Rates
  readonly loans: number
  readonly reservations: number
  readonly learnedAt: number
}

interface Learning {
  readonly tenant: string
  readonly at: number
}

/** What began longer ago says little of now. */
const learnedDays = 730
const dayMs = 86_400_000

/**
 * Learns how long copies stay away, and travel, from the tenant's own loans and reservations of the last two years, for `waitOf` and
 * `titleQueue` of this library, and keeps it in this process until it is learned anew. One reading of loans and events, page
 * by page: desks get their turn after each. Keeps counts, and three numbers for each title. Rejects with a storage's faults.
 */
export const learnWaits = async (library: Library, { tenant, at }: Learning): Promise<LearnedWaits> => {
  const learner = waitLearner(at as Instant)
  const since = at - learnedDays * dayMs
  let loans = 0
  for await (const rows of tablePages(library, tenant, "loan", pageRows))
    for (const loan of rows) {
      if (loan.lentAt < since) continue
      learner.loan(loan)
      loans++
    }
  const reservations = await learnReservations(library, { tenant, since, learner })
  const learned = { rates: learner.rates(), loans, reservations, learnedAt: at }
  lastOf(library).set(tenant, { learned, triedAt: at })
  return learned
}

interface Kept {
  readonly learned: LearnedWaits | null
  readonly triedAt: number
}

const kept = new WeakMap<Library, Map<string, Kept>>()

const lastOf = (library: Library): Map<string, Kept> => {
  const known = kept.get(library) ?? new Map<string, Kept>()
  kept.set(library, known)
  return known
}

/**
 * What this process learned last; `null`: nothing yet. What is a day old, or missing, is learned anew meanwhile, at most once a
 * day, for those who ask later.
 */
export const lastLearned = (library: Library, { tenant, at }: Learning): LearnedWaits | null => {
  const known = lastOf(library)
  const last = known.get(tenant)
  if (last !== undefined && at - last.triedAt < dayMs) return last.learned
  known.set(tenant, { learned: last?.learned ?? null, triedAt: at })
  // Nobody waits for it: a storage that fails now is asked again tomorrow, and estimates say what they rest on.
  void learnWaits(library, { tenant, at }).catch(() => undefined)
  return last?.learned ?? null
}

/** The events of a reservation stand together in the log. */
const learnReservations = async (
  library: Library,
  { tenant, since, learner }: { readonly tenant: string; readonly since: number; readonly learner: WaitLearner }
): Promise<number> => {
  const kindOf = kindsOfTitles(library, tenant)
  let count = 0
  let stream = ""
  let events: Array<ReservationEvent> = []
  const learnLast = async (): Promise<void> => {
    const [span] = reservationSpans(events)
    if (span === undefined || span.placedAt < since) return
    const kind = await kindOf(span.titleId)
    if (kind === null) return
    learner.reservation({ ...span, ...kind })
    const days = carriedDays(events)
    if (days !== null) learner.transit({ days, ...kind })
    count++
  }
  for await (const rows of tablePages(library, tenant, "event", pageRows))
    for (const row of rows) {
      if (!isOfReservation(row)) continue
      if (row.streamId !== stream) {
        await learnLast()
        stream = row.streamId
        events = []
      }
      events.push({ _tag: row.tag, ...JSON.parse(row.body) } as ReservationEvent)
    }
  await learnLast()
  return count
}

const isOfReservation = ({ tag }: EventRow): boolean => tag.startsWith("Reservation")

const titlesKept = 10_000

/** The kind of most copies of a title; `null`: it has none. Remembers some titles: those asked for come in no order. */
const kindsOfTitles = (library: Library, tenant: string): ((titleId: TitleId) => Promise<Kind | null>) => {
  const known = new Map<TitleId, Kind | null>()
  return async (titleId) => {
    const before = known.get(titleId)
    if (before !== undefined) return before
    if (known.size >= titlesKept) known.clear()
    const { copiesOfTitle } = await library.read(tenant, { copiesOfTitle: { titleId } })
    const kind = commonKind(copiesOfTitle)
    known.set(titleId, kind)
    return kind
  }
}

/** Small enough that a desk of the same process does not notice the page being read. */
const pageRows = 500
