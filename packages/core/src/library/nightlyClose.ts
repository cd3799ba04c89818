import type { BookingRow } from "../bookings/model.ts"
import type { Instant } from "../calendar/instant.ts"
import { formatInstant } from "../calendar/instantText.ts"
import type { Page } from "../decision/facts.ts"
import type { ReservationRow } from "../reservations/model.ts"
import { autoRenewals, type NotRenewed } from "./autoRenewals.ts"
import type { Desk } from "./desk.ts"
import type { Library } from "./openLibrary.ts"

/** What the close of a day did. */
export interface NightlyClose {
  /** Reservations whose time on the pickup shelf was over. */
  readonly expired: number
  /** Copies among them that went to the next in the queue in the same step. */
  readonly handedOn: number
  /** Reservations that waited as long as a reservation may, and got no copy. */
  readonly waitedInVain: number
  /** Reservations whose suspension was over, and which take copies again. */
  readonly resumed: number
  /** Bookings whose days passed without a loan. */
  readonly bookingsOver: number
  /** Reservations that could not be expired or resumed, and why: they stay, and the next close tries again. */
  readonly failed: ReadonlyArray<{ readonly reservationId: string; readonly because: string }>
  /** Loans that the library renewed by itself. */
  readonly renewed: number
  /** Loans that were due for it and could not be renewed. */
  readonly notRenewedCount: number
  /** The first thousand of them, each with what stood in the way. */
  readonly notRenewed: ReadonlyArray<NotRenewed>
  /** Appeals that were to be decided by now, those due first first; the first thousand of them. */
  readonly appealsOverdue: ReadonlyArray<{ readonly appealId: string; readonly decideUntil: number }>
}

const pageSize = 200

/**
 * Ends the day of a tenant: resumes reservations whose suspension is over, ends those that waited their time and bookings whose days are over, takes what was not picked up off the shelf, lists appeals that wait too long, then renews what the policy renews by itself. It
 * may stop anywhere and be run again, twice at once too: each reservation is expired once, each loan renewed once for its
 * due instant. One that fails is reported and holds up no other.
 */
export const nightlyClose = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: Instant | number }
): Promise<NightlyClose> => {
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "nightlyClose" }, channel: "job" })
  const failed: Array<NightlyClose["failed"][number]> = []
  const resumed = await resumeAll(library, desk, tenant, at, failed)
  // Whose time to wait is over gets no copy that somebody else did not fetch.
  const waited = await expireAll(desk, at, failed, {
    page: async (after) =>
      (await library.read(tenant, { waitExpired: { before: at, after, limit: pageSize } })).waitExpired,
    until: ({ waitUntil }) => waitUntil
  })
  const { expired, handedOn } = await expireAll(desk, at, failed, {
    page: async (after) =>
      (await library.read(tenant, { shelfExpired: { before: at, after, limit: pageSize } })).shelfExpired,
    until: ({ shelfUntil }) => shelfUntil
  })
  const bookingsOver = await expireBookings(library, desk, { tenant, at })
  const { appealsToDecide } = await library.read(tenant, { appealsToDecide: { before: at, after: null, limit: 1_000 } })
  const appealsOverdue = appealsToDecide.rows.map(({ appealId, decideUntil }) => ({
    appealId,
    decideUntil: decideUntil ?? at
  }))
  return {
    expired,
    handedOn,
    waitedInVain: waited.expired,
    resumed,
    bookingsOver,
    failed,
    appealsOverdue,
    ...(await autoRenewals(library, { tenant, at }))
  }
}

/** Those whose suspension is over wait as all others do, so that renewals and pages know of them too. */
const resumeAll = async (
  library: Library,
  desk: Desk,
  tenant: string,
  at: Instant | number,
  failed: Array<NightlyClose["failed"][number]>
): Promise<number> => {
  let resumed = 0
  let after: string | null = null
  do {
    const { suspensionOver }: { readonly suspensionOver: Page<ReservationRow> } = await library.read(tenant, {
      suspensionOver: { before: at, after, limit: pageSize }
    })
    const answers = await desk.many(
      "resumeReservation",
      suspensionOver.rows.map(({ reservationId: reservation, suspendedUntil }) => ({
        reservation,
        at,
        key: `nightlyClose resume ${reservation} ${formatInstant(suspendedUntil ?? at)}`
      }))
    )
    for (const [index, answer] of answers.entries()) {
      const reservationId = suspensionOver.rows[index]?.reservationId ?? ""
      if (answer.ok) resumed += 1
      else
        failed.push({ reservationId, because: JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid) })
    }
    after = suspensionOver.next
  } while (after !== null)
  return resumed
}

/** One that fails was ended by somebody else meanwhile, or is found again by the next close. */
const expireBookings = async (
  library: Library,
  desk: Desk,
  { tenant, at }: { readonly tenant: string; readonly at: Instant | number }
): Promise<number> => {
  let expired = 0
  let after: string | null = null
  do {
    const found: { readonly bookingsOver: Page<BookingRow> } = await library.read(tenant, {
      bookingsOver: { before: at, after, limit: pageSize }
    })
    const { rows, next } = found.bookingsOver
    const keyed = rows.map(({ bookingId, untilAt }) => ({
      booking: bookingId,
      at,
      key: `nightlyClose ${bookingId} ${formatInstant(untilAt)}`
    }))
    const answers = await desk.many("expireBooking", keyed)
    expired += answers.filter(({ ok }) => ok).length
    after = next
  } while (after !== null)
  return expired
}

interface Overdue {
  readonly page: (after: string | null) => Promise<Page<ReservationRow>>
  /** The instant that is over: one expiry for each. */
  readonly until: (reservation: ReservationRow) => Instant | null
}

/** Expires page after page; what fails goes into `failed`. */
const expireAll = async (
  desk: Desk,
  at: Instant | number,
  failed: Array<NightlyClose["failed"][number]>,
  { page, until }: Overdue
): Promise<Pick<NightlyClose, "expired" | "handedOn">> => {
  let [expired, handedOn] = [0, 0]
  let after: string | null = null
  do {
    const { rows, next }: Page<ReservationRow> = await page(after)
    const answers = await desk.many(
      "expireReservation",
      rows.map((row) => ({
        reservation: row.reservationId,
        at,
        key: `nightlyClose ${row.reservationId} ${formatInstant(until(row) ?? at)}`
      }))
    )
    for (const [index, answer] of answers.entries()) {
      const reservationId = rows[index]?.reservationId ?? ""
      if (!answer.ok) {
        failed.push({ reservationId, because: JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid) })
        continue
      }
      expired += 1
      if (answer.receipt.setAside !== null) handedOn += 1
    }
    after = next
  } while (after !== null)
  return { expired, handedOn }
}
