import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useFirstFocus } from "../parts/firstFocus.ts"

/** Asks why a charge is waived, or disputed. */
export const ReasonForm = (props: {
  label: string
  action: string
  lengthMax: number
  onReason: (reason: string) => void
}): ReactNode => {
  const { label, action, lengthMax, onReason } = props
  const id = useId()
  const field = useFirstFocus()
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() !== "") onReason(reason.trim())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id}
          required
          ref={field}
          maxLength={lengthMax}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{action}</button>
      </div>
    </form>
  )
}
