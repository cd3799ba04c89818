import { type ReactNode, useState } from "react"
import type { BookedDaysWire, Failure, TitleLine } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useAnnounce } from "../parts/announcement.tsx"
import { FailureBox } from "../parts/FailureBox.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useQueue } from "../parts/queue.ts"
import { ScanField } from "../parts/ScanField.tsx"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { BookForm, type Wish } from "./BookForm.tsx"
import { BookingList } from "./BookingList.tsx"
import { daysText } from "./days.ts"

interface Shown {
  readonly barcode: string
  readonly title: TitleLine
  readonly booked: ReadonlyArray<BookedDaysWire>
}

/** One scan shows for which days an item is booked; it is booked, changed and cancelled there. */
export const BookingsView = (): ReactNode => {
  const { texts } = useLanguage()
  const { api } = useSession()
  const announce = useAnnounce()
  const inOrder = useQueue()
  const field = useFirstFocus()
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const look = async (barcode: string): Promise<Shown | null> => {
    const [item, booked] = await Promise.all([api.item(barcode), api.bookedDays(barcode)])
    const failed = item.kind !== "done" ? item : booked.kind !== "done" ? booked : null
    setFailure(failed)
    if (item.kind !== "done" || booked.kind !== "done") {
      setShown(null)
      return null
    }
    const found = { barcode, title: item.value.title, booked: booked.value }
    setShown(found)
    return found
  }
  const scan = (barcode: string): void => {
    if (barcode === "") return
    inOrder(async () => {
      const found = await look(barcode)
      if (found !== null) announce(`${found.title.title}: ${texts.bookings.booked} ${found.booked.length}`)
    })
  }
  return (
    <div className="columns">
      <div className="card scans">
        <ScanField
          label={texts.desk.barcode}
          help={texts.bookings.help}
          action={texts.desk.show}
          field={field}
          onScan={scan}
        />
        {failure !== null && <FailureBox failure={failure} />}
      </div>
      {shown !== null && (
        <BookedItem
          key={shown.barcode}
          shown={shown}
          refresh={async () => {
            await look(shown.barcode)
          }}
        />
      )}
    </div>
  )
}

const BookedItem = ({ shown, refresh }: { shown: Shown; refresh: () => Promise<void> }): ReactNode => {
  const { barcode, title, booked } = shown
  const { texts } = useLanguage()
  const { api, may } = useSession()
  const { act, outcome, home } = useAct()
  const booking = useAct()
  const [bookedCount, setBookedCount] = useState(0)
  const [against, setAgainst] = useState<Failure | null>(null)
  const book = (wish: Wish): Promise<void> =>
    booking.act({
      send: (key, overriding) => api.book({ item: barcode, ...wish, ...overriding }, key),
      done: async (receipt) => {
        await refresh()
        setBookedCount((count) => count + 1)
        setAgainst(null)
        return (said, say) => said.bookings.bookedFor(daysText(receipt, said.bookings, say))
      },
      notDone: (said) => said.bookings.notBooked,
      onFailure: setAgainst,
      overridable: true
    })
  return (
    <section className="card" aria-label={texts.bookings.booked}>
      <TitleText title={title} />
      <p className="detail">
        <span className="code">{barcode}</span>
      </p>
      <h2 ref={home} tabIndex={-1}>
        {texts.bookings.booked} <span className="count">{booked.length}</span>
      </h2>
      {outcome}
      <BookingList bookings={booked} act={act} refresh={refresh} />
      {may("bookings.place") && (
        <BookForm key={bookedCount} failure={against} onBook={(wish) => void book(wish)}>
          {booking.outcome}
        </BookForm>
      )}
    </section>
  )
}
