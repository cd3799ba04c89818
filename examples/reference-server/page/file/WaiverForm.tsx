import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"

/** Asks why a charge is waived. */
export const WaiverForm = ({ onWaive }: { onWaive: (reason: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const id = useId()
  const field = useFirstFocus()
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() !== "") onWaive(reason.trim())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{texts.account.waiveReason}</label>
      <div className="row">
        <input
          id={id}
          required
          ref={field}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{texts.account.waive}</button>
      </div>
    </form>
  )
}
