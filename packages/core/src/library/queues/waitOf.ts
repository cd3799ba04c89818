import type { Instant } from "../../calendar/instant.ts"
import type { TitleId } from "../../catalogue/model.ts"
import type { Candidate, TitleFacts, WaitingCount } from "../../decision/facts.ts"
import type { ReservationId, ReservationState } from "../../reservations/model.ts"
import { takesFrom } from "../../reservations/waiting/index.ts"
import { rulesAt } from "../branchLists/rulesAt.ts"
import type { Library } from "../openLibrary.ts"
import { expectedCopies } from "./expectedCopies.ts"
import { lastLearned } from "./learnWaits.ts"
import { readBehind, type Wait, type Waits, waitFor, waitOnTheWay } from "./waitFor.ts"

/** Which wait: that of a live reservation, or of one that would be placed for a title now. */
export type WaitAsked = { readonly tenant: string; readonly at: number } & (
  | { readonly reservation: string }
  | { readonly title: string }
)

/** Where a reservation stands, and how long it will probably be. */
export interface WaitTold {
  /** `null`: it is not placed. */
  readonly reservationId: ReservationId | null
  readonly titleId: TitleId
  /** `null`: it is not placed. */
  readonly state: ReservationState | null
  /** Place among those that wait for the title, suspended ones too, from 1; `null`: a copy is set aside for it, or on its way. */
  readonly position: number | null
  /** How many wait for the title. */
  readonly waitingCount: number
  /** First instant at which it takes a copy, where that lies ahead; `null`: now, or not until it is resumed. */
  readonly notBefore: number | null
  /** Where a copy is on its way to it, how much longer that takes. `null`: a copy lies ready, or it takes none until it is resumed. */
  readonly wait: Wait | null
  /** When this library's own loans were learned from; `null`: not yet, then it is a guess for libraries at large. */
  readonly learnedAt: number | null
}

/**
 * The place of a reservation and how long it will wait; `null`: there is no such live reservation, or title. A new one is taken
 * to stand at the end of the queue, and to be for any copy that somebody may reserve. Three readings, one of them the rules in
 * force; what was learned is kept in this process (`learnWaits`), and learned anew in the background when it is a day old.
 */
export const waitOf = async (library: Library, asked: WaitAsked): Promise<WaitTold | null> => {
  const { tenant, at } = asked
  if ("title" in asked) {
    const titleId = asked.title as TitleId
    const { title: found } = await library.read(tenant, { title: { titleId } })
    if (found === null) return null
    const { waitingCount } = found.queue
    const told = { reservationId: null, titleId, state: null, waitingCount }
    const place = { tenant, at, title: found.title, waitingCount, place: endOfQueue, of: anyCopy, who: null }
    return { ...told, ...(await placeOf(library, place)) }
  }
  const reservationId = asked.reservation as ReservationId
  const { reservation: found, readerOfReservation: owner } = await library.read(tenant, {
    reservation: { reservationId },
    readerOfReservation: { reservationId }
  })
  if (found === null || owner === null) return null
  const { reservation, queue } = found
  const { titleId, state, place } = reservation
  const { waitingCount } = queue
  const told = { reservationId, titleId, state, waitingCount }
  if (state === "inTransit") {
    const { copies } = await readBehind(library, { tenant, titleId, place: null })
    const learned = lastLearned(library, { tenant, at: at as Instant })
    const wait = waitOnTheWay(reservation, { copies, rates: learned?.rates ?? [], at: at as Instant })
    return { ...told, position: null, notBefore: null, wait, learnedAt: learned?.learnedAt ?? null }
  }
  if (state !== "waiting" || place === null)
    return { ...told, position: null, notBefore: null, wait: null, learnedAt: null }
  const { title, reader, account } = owner
  const who = { reservation, reader, account }
  return { ...told, ...(await placeOf(library, { tenant, at, title, waitingCount, place, of: reservation, who })) }
}

const endOfQueue = Number.MAX_SAFE_INTEGER
const anyCopy: Waits = {
  itemId: null,
  volume: "",
  itemType: "",
  pickupBranch: null,
  notBefore: null,
  suspended: 0,
  suspendedUntil: null
}

interface PlaceAsked {
  readonly tenant: string
  readonly at: number
  readonly title: TitleFacts
  readonly waitingCount: number
  readonly place: number
  readonly of: Waits
  /** Whose it is; `null`: it is not placed. */
  readonly who: Candidate | null
}

const placeOf = async (
  library: Library,
  { tenant, title, waitingCount, at: now, place, of, who }: PlaceAsked
): Promise<Pick<WaitTold, "position" | "notBefore" | "wait" | "learnedAt">> => {
  const at = now as Instant
  const [{ before, copies }, rules] = await Promise.all([
    readBehind(library, { tenant, titleId: title.titleId, place }),
    rulesAt(library, tenant, at)
  ])
  const expected = expectedCopies({ title, waitingCount, copies, at }, rules)(who)
  const learned = lastLearned(library, { tenant, at })
  const from = takesFrom(of, at)
  return {
    position: countOf(before) + 1,
    notBefore: from === at ? null : from,
    wait: waitFor(of, { before, expected, rates: learned?.rates ?? [], at }),
    learnedAt: learned?.learnedAt ?? null
  }
}

export const countOf = (groups: ReadonlyArray<WaitingCount>): number =>
  groups.reduce((sum, { count }) => sum + count, 0)
