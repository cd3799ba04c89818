import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TypedField } from "../parts/TypedField.tsx"

/** Why something is not lent; may be left empty. */
export const DeclineForm = (props: { onDecline: (reason: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const field = useFirstFocus<HTMLInputElement>()
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    props.onDecline(reason.trim())
  }
  return (
    <form className="fields" onSubmit={submit}>
      <TypedField label={texts.interlending.why} typed={reason} wrong={null} onType={setReason} field={field} />
      <button type="submit">{texts.interlending.declineNow}</button>
    </form>
  )
}
