import type { Calendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { ShelvedForReader } from "../../decision/facts.ts"
import type { ReaderId } from "../../readers/model.ts"
import { consultFetching } from "../../reservations/consultFetching.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"
import { type Rules, rulesAt } from "./rulesAt.ts"

/** What a reader is to be told of a pickup shelf. What stands there is not said: no notice holds reader and item together. */
export interface PickupNotice {
  readonly readerId: ReaderId
  /** `ready`: copies came to the shelf. `expiring`: their time there is nearly over. */
  readonly kind: "ready" | "expiring"
  readonly branch: string
  readonly copies: number
  /** When the time of the first of them is over. */
  readonly until: Instant
}

interface Asked {
  readonly tenant: string
  readonly branch: string
  /** Notices are those due after this instant … */
  readonly since: number
  /** … and up to this one. Whoever goes on from here the next time tells everybody once. */
  readonly at: number
}

/**
 * Whom to tell of a branch's pickup shelf: of copies that came to it, and, from the beginning of the day that lies so many
 * open days before the last (`pickupReminderDays`), of copies whose time is nearly over. By reader, each kind once. `null`:
 * no policy or calendar, or a branch that it does not know.
 */
export const pickupNotices = async (
  library: Library,
  { tenant, branch, since, at }: Asked
): Promise<ReadonlyArray<PickupNotice> | null> => {
  const rules = await rulesAt(library, tenant, at as Instant)
  if (rules === null || rules.calendar.branch(branch) === undefined) return null
  const notices = new Map<string, PickupNotice>()
  const shelf = pages<ShelvedForReader>((after) =>
    library.read(tenant, { shelfToTell: { branch, after, limit: 1_000 } }).then((found) => found.shelfToTell)
  )
  const isDue = (instant: number | null): boolean => instant !== null && since < instant && instant <= at
  for await (const page of shelf)
    for (const shelved of page) {
      const { setAsideAt, shelfUntil } = shelved.reservation
      // What is kept for the rest of its set is told of when all of it is there.
      if (shelfUntil === null || shelved.ofSet !== null) continue
      const kinds = [
        ...(isDue(setAsideAt) ? (["ready"] as const) : []),
        ...(isDue(remindedAt(shelved, at as Instant, rules)) ? (["expiring"] as const) : [])
      ]
      const { readerId } = shelved.reader
      for (const kind of kinds) add(notices, { readerId, kind, branch, copies: 1, until: shelfUntil })
    }
  return [...notices.values()].sort(byReader)
}

/** When its reader is reminded; `null`: never. Whoever was only just told that it is ready is not reminded besides. */
const remindedAt = (
  { reservation, reader, item, title, queue }: ShelvedForReader,
  at: Instant,
  { policy, calendar }: Rules
): Instant | null => {
  const { pickupBranch, shelfUntil, setAsideAt } = reservation
  const waiting = queue.waitingCount
  const asked = consultFetching(policy, calendar.branch(pickupBranch), {
    reader,
    item,
    title,
    waiting,
    pickupBranch,
    at
  })
  const days = asked.optional("pickupReminderDays", null)
  if (days === null || shelfUntil === null) return null
  const reminded = beginningOf(calendar, pickupBranch, shelfUntil, days)
  return reminded !== null && reminded > (setAsideAt ?? 0) ? reminded : null
}

const beginningOf = (calendar: Calendar, code: string, until: Instant, openDaysBefore: number): Instant | null => {
  const branch = calendar.branch(code)
  const day = branch?.subtractOpenDays(branch.localDay(until), openDaysBefore) ?? null
  return branch === undefined || day === null ? null : branch.instantAt(day, 0)
}

const add = (notices: Map<string, PickupNotice>, notice: PickupNotice): void => {
  const key = JSON.stringify([notice.readerId, notice.kind])
  const before = notices.get(key)
  notices.set(
    key,
    before === undefined
      ? notice
      : {
          ...before,
          copies: before.copies + 1,
          until: Math.min(notice.until, before.until) as Instant
        }
  )
}

const byReader = (one: PickupNotice, other: PickupNotice): number =>
  one.readerId < other.readerId ? -1 : one.readerId > other.readerId ? 1 : one.kind < other.kind ? -1 : 1
