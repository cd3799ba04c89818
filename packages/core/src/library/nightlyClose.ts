import type { Instant } from "../calendar/instant.ts"
import { formatInstant } from "../calendar/instantText.ts"
import type { Page } from "../decision/facts.ts"
import type { ReservationRow } from "../reservations/model.ts"
import { autoRenewals, type NotRenewed } from "./autoRenewals.ts"
import type { Library } from "./openLibrary.ts"

/** What the close of a day did. */
export interface NightlyClose {
  /** Reservations whose time on the pickup shelf was over. */
  readonly expired: number
  /** Copies among them that went to the next in the queue in the same step. */
  readonly handedOn: number
  /** Reservations that could not be expired, and why: they stay, and the next close tries again. */
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
 * Ends the day of a tenant: takes what was not picked up off the shelf, lists appeals that wait too long, then renews what the policy renews by itself. It
 * may stop anywhere and be run again, twice at once too: each reservation is expired once, each loan renewed once for its
 * due instant. One that fails is reported and holds up no other.
 */
export const nightlyClose = async (
  library: Library,
  { tenant, at }: { readonly tenant: string; readonly at: Instant | number }
): Promise<NightlyClose> => {
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: "nightlyClose" }, channel: "job" })
  const failed: Array<NightlyClose["failed"][number]> = []
  let expired = 0
  let handedOn = 0
  let after: string | null = null
  do {
    const shelfExpired: Page<ReservationRow> = (
      await library.read(tenant, { shelfExpired: { before: at, after, limit: pageSize } })
    ).shelfExpired
    const answers = await desk.many(
      "expireReservation",
      shelfExpired.rows.map(({ reservationId, shelfUntil }: ReservationRow) => ({
        reservation: reservationId,
        at,
        key: `nightlyClose ${reservationId} ${formatInstant(shelfUntil ?? at)}`
      }))
    )
    for (const [index, answer] of answers.entries()) {
      const reservationId = shelfExpired.rows[index]?.reservationId ?? ""
      if (!answer.ok) {
        failed.push({ reservationId, because: JSON.stringify("refusals" in answer ? answer.refusals : answer.invalid) })
        continue
      }
      expired += 1
      if (answer.receipt.setAside !== null) handedOn += 1
    }
    after = shelfExpired.next
  } while (after !== null)
  const { appealsToDecide } = await library.read(tenant, { appealsToDecide: { before: at, after: null, limit: 1_000 } })
  const appealsOverdue = appealsToDecide.rows.map(({ appealId, decideUntil }) => ({
    appealId,
    decideUntil: decideUntil ?? at
  }))
  return { expired, handedOn, failed, appealsOverdue, ...(await autoRenewals(library, { tenant, at })) }
}
