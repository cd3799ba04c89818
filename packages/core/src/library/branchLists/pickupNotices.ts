import type { Calendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { consult } from "../../decision/consult.ts"
import type { FactSlots, Page, ShelfReader, ShelvedCopy } from "../../decision/facts.ts"
import { type CompiledPolicy, unknownContext } from "../../policy/index.ts"
import { sets } from "../../readers/blocks/factsNeeded.ts"
import type { ReaderId } from "../../readers/model.ts"
import type { Library } from "../openLibrary.ts"
import { pages } from "../pages.ts"
import { type Rules, rulesAt } from "./waitedTitles.ts"

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
  const shelf = pages<ShelvedCopy & Whose>((after) => shelfPage(library, tenant, { branch, after, limit: 1_000 }))
  const isDue = (instant: number | null): boolean => instant !== null && since < instant && instant <= at
  for await (const page of shelf)
    for (const shelved of page) {
      const { setAsideAt, shelfUntil } = shelved.reservation
      if (shelfUntil === null) continue
      const kinds = [
        ...(isDue(setAsideAt) ? (["ready"] as const) : []),
        ...(isDue(remindedAt(shelved, rules)) ? (["expiring"] as const) : [])
      ]
      const readerId = toBeTold(shelved.whose, rules.policy)
      if (readerId !== null)
        for (const kind of kinds) add(notices, { readerId, kind, branch, copies: 1, until: shelfUntil })
    }
  return [...notices.values()].sort(byReader)
}

/** When its reader is reminded; `null`: never. Whoever was only just told that it is ready is not reminded besides. */
const remindedAt = ({ reservation, item, title }: ShelvedCopy, { policy, calendar }: Rules): Instant | null => {
  const { pickupBranch, readerCategory, shelfUntil, setAsideAt } = reservation
  const { type: itemType, collection, location } = item
  const { format, language } = title
  const asked = consult(policy, {
    ...unknownContext,
    readerCategory,
    itemType,
    collection,
    location,
    format,
    language,
    branch: pickupBranch
  })
  const days = asked.optional("pickupReminderDays", null)
  if (days === null || shelfUntil === null) return null
  const at = beginningOf(calendar, pickupBranch, shelfUntil, days)
  return at !== null && at > (setAsideAt ?? 0) ? at : null
}

const beginningOf = (calendar: Calendar, code: string, until: Instant, openDaysBefore: number): Instant | null => {
  const branch = calendar.branch(code)
  const day = branch?.subtractOpenDays(branch.localDay(until), openDaysBefore) ?? null
  return branch === undefined || day === null ? null : branch.instantAt(day, 0)
}

interface Whose {
  /** Left out: it ended meanwhile. */
  readonly whose: ShelfReader | undefined
}

/** A page of the shelf, and whose it is, asked for in one. */
const shelfPage = async (
  library: Library,
  tenant: string,
  by: FactSlots["pickupShelf"]["by"]
): Promise<Page<ShelvedCopy & Whose>> => {
  const { pickupShelf, readersOfShelf } = await library.read(tenant, { pickupShelf: by, readersOfShelf: by })
  const readers = new Map(readersOfShelf.rows.map((one) => [one.reservationId, one]))
  const rows = pickupShelf.rows.map((one) => ({ ...one, whose: readers.get(one.reservation.reservationId) }))
  return { rows, next: pickupShelf.next }
}

/** Whose it is; `null`: it ended meanwhile, or is kept for the rest of its set. */
const toBeTold = (whose: ShelfReader | undefined, policy: CompiledPolicy): ReaderId | null =>
  whose === undefined || (whose.awaitedCount > 0 && sets(policy, "reservationsJoined")) ? null : whose.readerId

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
