import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { TypedField } from "../parts/TypedField.tsx"
import { useSession } from "../session/session.ts"

/** Asks another system for something. `children`: why the last was not asked for. */
export const RequestForm = (props: {
  onAsk: (partner: string, title: string) => void
  children: ReactNode
}): ReactNode => {
  const { texts } = useLanguage()
  const { say, place } = useSession()
  const text = texts.interlending
  const partners = Object.keys(place.partners)
  const [partner, setPartner] = useState(partners[0] ?? "")
  const [typed, setTyped] = useState("")
  const [isSent, setSent] = useState(false)
  const title = typed.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (title !== "") props.onAsk(partner, title)
  }
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <h3>{text.request}</h3>
      <ChoiceField
        label={text.partner}
        chosen={partner}
        choices={partners.map((one) => ({ value: one, text: say.partner(one) }))}
        onChoose={setPartner}
      />
      <TypedField
        label={text.title}
        typed={typed}
        wrong={isSent && title === "" ? text.titleMissing : null}
        onType={setTyped}
      />
      {props.children}
      <button type="submit" className="main-action">
        {text.requestNow}
      </button>
    </form>
  )
}
