import { playLoss } from "../../src/testing/lossPlay.ts"
import { receiptOf } from "../../src/testing/smallLibrary.ts"
import type { VectorEntry } from "./vectorEntries.ts"

type Given = VectorEntry["given"]

/** A camera that `ben` has booked, lent to `ada` so long that it runs into that; whether at once, and once staff say so. */
export const lentPastBooking = async ({ today, booking, due }: Given) => {
  const at = Date.parse(`${today}T12:00Z`)
  const play = await playLoss({ set: { bookable: true }, price: 4200, zone: "UTC", dueAt: at })
  const [from, until, dueAt] = [booking.start, booking.end, due].map((day) => Date.parse(`${day}T12:00Z`)) as [
    number,
    number,
    number
  ]
  const { title, desk, library, tenant, key } = play
  await title("Camera", ["c1"])
  const { bookingId } = receiptOf(await desk.book({ item: "c1", card: "ben", from, until, at, key: key() }))
  const lend = { item: "c1", card: "ada", dueAt, at }
  const told = await desk.checkOut({ ...lend, key: key() })
  const { loanId } = receiptOf(await desk.checkOut({ ...lend, override: { reason: "as agreed" }, key: key() }))
  const { rows } = await library.scan(tenant, "booking", null, 10)
  return {
    refusals: "refusals" in told ? told.refusals.map(({ _tag }) => _tag) : [],
    loanId,
    bookingState: rows.find((one) => one.bookingId === bookingId)?.state
  }
}
