import type { ReactNode } from "react"
import type { BookingWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { BookingList } from "./BookingList.tsx"

/** What a reader booked, where a reader booked anything: most libraries never do. */
export const ReaderBookings = (props: {
  bookings: ReadonlyArray<BookingWire>
  refresh: () => Promise<void>
}): ReactNode => {
  const { bookings, refresh } = props
  const { texts } = useLanguage()
  const { act, outcome, home } = useAct()
  if (bookings.length === 0 && outcome === null) return null
  return (
    <section className="card" aria-labelledby="bookings">
      <h2 id="bookings" ref={home} tabIndex={-1}>
        {texts.bookings.ofReader} <span className="count">{bookings.length}</span>
      </h2>
      {outcome}
      <BookingList bookings={bookings} act={act} refresh={refresh} />
    </section>
  )
}
