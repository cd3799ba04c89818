import type { ReactNode } from "react"
import type { BookedDaysWire, BookingWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Act } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { BookingLine } from "./BookingLine.tsx"
import { daysText } from "./days.ts"

/** Bookings in the order of their days, changed and cancelled here; `act` is of the part that shows what came of it. */
export const BookingList = (props: {
  bookings: ReadonlyArray<BookedDaysWire | BookingWire>
  act: <A>(act: Act<A>) => Promise<void>
  refresh: () => Promise<void>
}): ReactNode => {
  const { bookings, act, refresh } = props
  const { texts } = useLanguage()
  const { api } = useSession()
  const change = ({ bookingId }: { readonly bookingId: string }, span: Parameters<typeof api.changeBooking>[1]) =>
    act({
      send: (key) => api.changeBooking(bookingId, span, key),
      done: async (changed) => {
        await refresh()
        return (said, say) => said.bookings.changed(daysText(changed, said.bookings, say))
      },
      notDone: (said) => said.bookings.notChanged
    })
  const cancel = (booking: BookedDaysWire | BookingWire, reason: string): Promise<void> =>
    act({
      send: (key) => api.cancelBooking(booking.bookingId, reason === "" ? {} : { reason }, key),
      done: async () => {
        await refresh()
        return (said, say) => said.bookings.cancelled(daysText(booking, said.bookings, say))
      },
      notDone: (said) => said.bookings.notCancelled
    })
  if (bookings.length === 0) return <p className="none">{texts.bookings.none}</p>
  return (
    <ul className="lines">
      {bookings.map((booking) => (
        <BookingLine
          key={`${booking.bookingId} ${booking.fromAt} ${booking.untilAt}`}
          booking={booking}
          onChange={(span) => void change(booking, span)}
          onCancel={(reason) => void cancel(booking, reason)}
        />
      ))}
    </ul>
  )
}
