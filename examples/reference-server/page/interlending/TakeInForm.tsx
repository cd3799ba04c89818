import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { TypedField } from "../parts/TypedField.tsx"
import { useSession } from "../session/session.ts"

/** By which barcode, and as what, something that came is lent here. */
export const TakeInForm = (props: { barcode: string; onTake: (barcode: string, type: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const { say, place } = useSession()
  const field = useFirstFocus<HTMLInputElement>()
  const text = texts.interlending
  const types = Object.keys(place.itemTypes)
  const [typed, setTyped] = useState(props.barcode)
  const [type, setType] = useState(types[0] ?? "")
  const [isSent, setSent] = useState(false)
  const barcode = typed.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (barcode !== "") props.onTake(barcode, type)
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <TypedField
        label={text.barcode}
        help={text.barcodeHelp}
        typed={typed}
        wrong={isSent && barcode === "" ? text.barcodeMissing : null}
        onType={setTyped}
        field={field}
      />
      <ChoiceField
        label={text.type}
        chosen={type}
        choices={types.map((one) => ({ value: one, text: say.itemType(one) }))}
        onChoose={setType}
      />
      <button type="submit">{text.takeNow}</button>
    </form>
  )
}
