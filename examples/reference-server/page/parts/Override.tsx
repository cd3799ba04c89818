import { type FormEvent, type ReactNode, useId, useState } from "react"
import type { AnyRefusal } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** Going past refusals, with a reason, for who may lift every one of them; others read that they may not. */
export const Override = (props: {
  refusals: ReadonlyArray<AnyRefusal>
  onOverride: (reason: string) => void
}): ReactNode => {
  const { refusals, onOverride } = props
  const { texts } = useLanguage()
  const { may } = useSession()
  const id = useId()
  const [reason, setReason] = useState("")
  if (refusals.some(({ liftedBy }) => liftedBy === null)) return null
  if (refusals.some(({ liftedBy }) => liftedBy !== null && !may(liftedBy)))
    return <p className="help">{texts.override.partly}</p>
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() !== "") onOverride(reason.trim())
  }
  return (
    <form onSubmit={submit} className="override">
      <p className="help">{texts.override.may}</p>
      <label htmlFor={id}>{texts.override.reason}</label>
      <div className="row">
        <input
          id={id}
          required
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{texts.override.go}</button>
      </div>
    </form>
  )
}
