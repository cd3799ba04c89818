import type { Instant } from "../../calendar/instant.ts"
import type { TitleId, TitleRow } from "../../catalogue/model.ts"
import type { ReservationRow } from "../../reservations/model.ts"
import { rulesAt } from "../branchLists/rulesAt.ts"
import type { Library } from "../openLibrary.ts"
import { othersFirst } from "../othersFirst.ts"
import { expectedCopies } from "./expectedCopies.ts"
import { lastLearned } from "./learnWaits.ts"
import { readBehind, type Wait, waitFor, waitOnTheWay } from "./waitFor.ts"
import { countOf } from "./waitOf.ts"

/** A live reservation in its queue. Whose it is is not said. */
export interface QueuePlace {
  readonly reservation: ReservationRow
  /** Place among those that wait, suspended ones too, from 1; `null`: a copy is set aside for it. */
  readonly position: number | null
  /** As of `waitOf`. */
  readonly wait: Wait | null
}

/** A page of the queue of a title. */
export interface TitleQueue {
  readonly title: TitleRow
  /** How many wait, on all pages. */
  readonly waitingCount: number
  readonly rows: ReadonlyArray<QueuePlace>
  /** What the next page comes `after`; `null`: there is none. */
  readonly next: string | null
  /** As of `waitOf`. */
  readonly learnedAt: number | null
}

interface Asked {
  readonly tenant: string
  readonly title: string
  readonly at: number
  readonly after?: string | null
  /** 1 to 1,000; 50 unless told. Each takes an estimate, up to 25 ms in the longest queues; others get a turn after each. */
  readonly limit?: number
}

/**
 * The live reservations of a title in order of their places, page by page, each with its estimated wait; `null`: there is no
 * such title. However long the queue, a page reads its own rows, the copies, and counts of what stands before.
 */
export const titleQueue = async (
  library: Library,
  { tenant, title: id, at: now, after = null, limit = 50 }: Asked
): Promise<TitleQueue | null> => {
  const titleId = id as TitleId
  const at = now as Instant
  const page = { titleId, after, limit }
  const {
    title: found,
    queueOfTitle,
    candidatesOfTitle
  } = await library.read(tenant, { title: { titleId }, queueOfTitle: page, candidatesOfTitle: page })
  if (found === null) return null
  const { rows, next } = queueOfTitle
  const place = after === null ? null : (rows[0]?.place ?? null)
  const [{ before: others, copies }, rules] = await Promise.all([
    readBehind(library, { tenant, titleId, place }),
    rulesAt(library, tenant, at)
  ])
  const before = [...others]
  const { title, queue } = found
  const expectedBy = expectedCopies({ title, waitingCount: queue.waitingCount, copies, at }, rules)
  const waiting = new Map(candidatesOfTitle.rows.map((one) => [one.reservation.reservationId, one]))
  const learned = lastLearned(library, { tenant, at })
  const rates = learned?.rates ?? []
  const places: Array<QueuePlace> = []
  for (const reservation of rows) {
    if (reservation.state !== "waiting") {
      const wait = reservation.state === "inTransit" ? waitOnTheWay(reservation, { copies, rates, at }) : null
      places.push({ reservation, position: null, wait })
      continue
    }
    const expected = expectedBy(waiting.get(reservation.reservationId) ?? null)
    const wait = waitFor(reservation, { before, expected, rates, at })
    places.push({ reservation, position: countOf(before) + 1, wait })
    before.push({ ...reservation, count: 1 })
    await othersFirst()
  }
  return { title, waitingCount: queue.waitingCount, rows: places, next, learnedAt: learned?.learnedAt ?? null }
}
