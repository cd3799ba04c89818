import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"
import { useSession } from "../session/session.ts"

/** Which other system is asked for what a reader waits for in vain. */
export const AskForm = (props: { onAsk: (partner: string) => void }): ReactNode => {
  const { texts } = useLanguage()
  const { say, place } = useSession()
  const field = useFirstFocus<HTMLSelectElement>()
  const partners = Object.keys(place.partners)
  const [partner, setPartner] = useState(partners[0] ?? "")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    props.onAsk(partner)
  }
  return (
    <form className="why" onSubmit={submit}>
      <div className="row">
        <ChoiceField
          label={texts.interlending.partner}
          chosen={partner}
          choices={partners.map((one) => ({ value: one, text: say.partner(one) }))}
          onChoose={setPartner}
          field={field}
        />
        <button type="submit">{texts.interlending.requestNow}</button>
      </div>
    </form>
  )
}
