import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useSession } from "../session/session.ts"

/** Why a reservation is cancelled: one of the reasons that the library lists. */
export const CancelForm = (props: { onCancel: (reason: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const { say, place } = useSession()
  const id = useId()
  const field = useFirstFocus<HTMLSelectElement>()
  const reasons = Object.keys(place.cancellationReasons)
  const [reason, setReason] = useState(reasons[0] ?? "")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    props.onCancel(reason)
  }
  return (
    <form className="why" onSubmit={submit}>
      <label htmlFor={id}>{texts.reservations.cancelWhy}</label>
      <div className="row">
        <select id={id} ref={field} value={reason} onChange={({ target }) => setReason(target.value)}>
          {reasons.map((one) => (
            <option key={one} value={one}>
              {say.cancellationReason(one)}
            </option>
          ))}
        </select>
        <button type="submit">{texts.reservations.cancelNow}</button>
      </div>
    </form>
  )
}
