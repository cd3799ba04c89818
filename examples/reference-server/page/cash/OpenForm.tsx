import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { sumOf, typedOf } from "../language/say.ts"
import { AmountField } from "../parts/AmountField.tsx"
import { useSession } from "../session/session.ts"

/** Opens a cash desk with the money that is in it. */
export const OpenForm = ({ onOpen }: { onOpen: (float: number) => Promise<void> }): ReactNode => {
  const { texts } = useLanguage()
  const { place } = useSession()
  const [typed, setTyped] = useState("0")
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const float = sumOf(typed, place.currency)
    setIsWrong(float === null)
    if (float !== null) void onOpen(float)
  }
  return (
    <form onSubmit={submit} className="row">
      <AmountField
        label={texts.cash.float}
        typed={typed}
        wrong={isWrong ? texts.cash.amountWrong(typedOf(1050, place.currency)) : null}
        onType={setTyped}
      />
      <button type="submit">{texts.cash.open}</button>
    </form>
  )
}
