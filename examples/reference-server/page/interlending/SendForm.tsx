import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TypedField } from "../parts/TypedField.tsx"

/** Which copy goes out. */
export const SendForm = (props: { onSend: (item: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const field = useFirstFocus<HTMLInputElement>()
  const text = texts.interlending
  const [typed, setTyped] = useState("")
  const [isSent, setSent] = useState(false)
  const item = typed.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (item !== "") props.onSend(item)
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TypedField
        label={text.copy}
        help={text.copyHelp}
        typed={typed}
        wrong={isSent && item === "" ? text.barcodeMissing : null}
        onType={setTyped}
        field={field}
      />
      <button type="submit">{text.lendNow}</button>
    </form>
  )
}
