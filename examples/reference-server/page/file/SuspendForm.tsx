import { type FormEvent, type ReactNode, useId, useState } from "react"
import type { Instant } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { instantHere } from "../rules/instantHere.ts"
import { useSession } from "../session/session.ts"

/** Until the end of which day a reservation takes no copy; without one until it is resumed. */
export const SuspendForm = ({ onSuspend }: { onSuspend: (until: Instant | null) => void }): ReactNode => {
  const { texts } = useLanguage()
  const { me, place } = useSession()
  const id = useId()
  const field = useFirstFocus()
  const [day, setDay] = useState("")
  const zone = place.branches.find(({ branch }) => branch === me.branch)?.zone ?? "UTC"
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSuspend(day === "" ? null : instantHere(`${day}T23:59`, zone))
  }
  return (
    <form className="why" onSubmit={submit}>
      <label htmlFor={id}>{texts.queue.lastDay}</label>
      <div className="row">
        <input
          id={id}
          type="date"
          ref={field}
          value={day}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setDay(target.value)}
        />
        <button type="submit">{texts.queue.suspendNow}</button>
      </div>
      <p id={`${id}-help`} className="help">
        {texts.queue.lastDayHelp}
      </p>
    </form>
  )
}
