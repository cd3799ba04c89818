import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"

/** Another due date by hand, with a reason: at the end of that day here. */
export const NewDateForm = ({ onChange }: { onChange: (day: string, reason: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const id = useId()
  const [day, setDay] = useState("")
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (day !== "" && reason.trim() !== "") onChange(day, reason.trim())
  }
  return (
    <form onSubmit={submit} className="why">
      <label htmlFor={`${id}-day`}>{texts.why.day}</label>
      <input id={`${id}-day`} type="date" required value={day} onChange={({ target }) => setDay(target.value)} />
      <label htmlFor={`${id}-reason`}>{texts.why.reason}</label>
      <div className="row">
        <input
          id={`${id}-reason`}
          required
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{texts.why.change1}</button>
      </div>
    </form>
  )
}
