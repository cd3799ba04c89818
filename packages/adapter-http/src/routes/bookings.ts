import { Barcode } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { commandRoute } from "./command.ts"
import { pageShape } from "./paging.ts"

/** Days for which a copy is promised. Whose they are is not said; staff learn which booking to change or to give up. */
const BookedDays = Schema.Struct({
  bookingId: Schema.NullOr(Schema.String),
  pickupBranch: Schema.String,
  fromAt: InstantText,
  untilAt: InstantText,
  blockedFrom: InstantText,
  blockedUntil: InstantText
})

const bookedDays: Route = {
  name: "bookedDays",
  method: "GET",
  path: "/v1/items/:barcode/bookings",
  tag: "circulation",
  summary: "For which days a copy is booked, and kept free before and after",
  params: { barcode: Barcode },
  answer: pageShape(BookedDays),
  signedIn: true,
  handle: async ({ library, identity: { tenant, actor }, params }) => {
    const by = { barcode: params.barcode as Barcode }
    const { item, bookingsOfItem } = await library.read(tenant, { item: by, bookingsOfItem: by })
    if (item === null) return problem("unknown")
    const rows = bookingsOfItem.map(
      ({ booking: { bookingId, pickupBranch, fromAt, untilAt, blockedFrom, blockedUntil } }) => ({
        bookingId: actor.kind === "staff" ? bookingId : null,
        pickupBranch,
        fromAt,
        untilAt,
        blockedFrom,
        blockedUntil
      })
    )
    return found(withInstantTexts({ rows, next: null }))
  }
}

/** Items booked for days ahead. */
export const bookings: ReadonlyArray<Route> = [
  commandRoute("book", {
    path: "/v1/bookings",
    tag: "circulation",
    summary: "Have a copy promised for some days, from the first to the last"
  }),
  commandRoute("changeBooking", {
    path: "/v1/bookings/:booking",
    method: "PATCH",
    tag: "circulation",
    summary: "Have it for other days"
  }),
  commandRoute("cancelBooking", {
    path: "/v1/bookings/:booking/cancel",
    tag: "circulation",
    summary: "Give a booking up"
  }),
  commandRoute("expireBooking", {
    path: "/v1/bookings/:booking/expire",
    tag: "circulation",
    summary: "End a booking whose days passed without a loan"
  }),
  bookedDays
]
