import { type FormEvent, type ReactNode, useState } from "react"
import type { BookedDaysWire, BookingWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { TypedField } from "../parts/TypedField.tsx"
import { dayHere } from "../rules/instantHere.ts"
import { useSession } from "../session/session.ts"
import { DayFields } from "./DayFields.tsx"
import { daysText, spanOf, type TypedDays, wrongDays } from "./days.ts"

/** What somebody asks of a booking that is there. */
export interface BookingActs {
  readonly onChange: (span: { readonly from: string; readonly until: string }) => void
  readonly onCancel: (reason: string) => void
}

/** A booking: its days, what is kept free round them, and how it is changed or given up. */
export const BookingLine = (props: { booking: BookedDaysWire | BookingWire } & BookingActs): ReactNode => {
  const { booking, onChange, onCancel } = props
  const { texts } = useLanguage()
  const { say, me, may } = useSession()
  const [shown, setShown] = useState<"change" | "cancel" | null>(null)
  const { bookings } = texts
  const days = daysText(booking, bookings, say)
  const mayGive = (permission: string): boolean => me.kind === "reader" || may(permission)
  const toggle = (part: "change" | "cancel"): void => setShown(shown === part ? null : part)
  const isWider = "blockedFrom" in booking && isKeptLonger(booking)
  return (
    <li className="reservation">
      <div>
        {"title" in booking && <TitleText title={booking.title} />}
        <p className="title">{days}</p>
        <p className="detail">
          <span>{texts.reservations.pickupAt(say.branch(booking.pickupBranch))}</span>
          {isWider && <span>{bookings.keptFree(say.day(booking.blockedFrom), say.day(booking.blockedUntil))}</span>}
        </p>
      </div>
      <div className="acts">
        {mayGive("bookings.place") && (
          <button
            type="button"
            aria-label={bookings.changeOne(days)}
            aria-expanded={shown === "change"}
            onClick={() => toggle("change")}
          >
            {bookings.change}
          </button>
        )}
        {mayGive("bookings.cancel") && (
          <button
            type="button"
            aria-label={bookings.cancelOne(days)}
            aria-expanded={shown === "cancel"}
            onClick={() => toggle("cancel")}
          >
            {bookings.cancel}
          </button>
        )}
      </div>
      {shown === "change" && (
        <div className="below">
          <ChangeForm booking={booking} onChange={onChange} />
        </div>
      )}
      {shown === "cancel" && (
        <div className="below">
          <CancelForm onCancel={onCancel} />
        </div>
      )}
    </li>
  )
}

/** Whether others miss it for more than the booked days: the last of these ends at closing time, what is kept with the day. */
const isKeptLonger = ({ fromAt, untilAt, blockedFrom, blockedUntil }: BookedDaysWire): boolean =>
  Date.parse(blockedFrom) < Date.parse(fromAt) || Date.parse(blockedUntil) - Date.parse(untilAt) > 86_400_000

const ChangeForm = (props: { booking: BookedDaysWire | BookingWire; onChange: BookingActs["onChange"] }): ReactNode => {
  const { booking, onChange } = props
  const { texts } = useLanguage()
  const { place } = useSession()
  const field = useFirstFocus()
  const zone = place.branches.find(({ branch }) => branch === booking.pickupBranch)?.zone ?? "UTC"
  const [days, setDays] = useState<TypedDays>({
    first: dayHere(booking.fromAt, zone),
    last: dayHere(booking.untilAt, zone)
  })
  const wrong = wrongDays(days, texts.bookings)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (wrong === null) onChange(spanOf(days, zone))
  }
  return (
    <form className="why fields" onSubmit={submit} noValidate>
      <DayFields days={days} wrong={wrong} onType={setDays} field={field} />
      <button type="submit">{texts.bookings.save}</button>
    </form>
  )
}

const CancelForm = ({ onCancel }: { onCancel: (reason: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const field = useFirstFocus()
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onCancel(reason.trim())
  }
  return (
    <form className="why fields" onSubmit={submit}>
      <TypedField label={texts.bookings.cancelReason} typed={reason} wrong={null} onType={setReason} field={field} />
      <button type="submit">{texts.bookings.cancelSend}</button>
    </form>
  )
}
