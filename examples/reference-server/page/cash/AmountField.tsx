import { type ReactNode, useId } from "react"
import { useLanguage } from "../language/language.ts"
import { typedOf } from "../language/say.ts"
import { useSession } from "../session/session.ts"

/** A sum of money as it is typed; says below what is wrong with it. */
export const AmountField = (props: {
  label: string
  typed: string
  isWrong: boolean
  onType: (typed: string) => void
}): ReactNode => {
  const { label, typed, isWrong, onType } = props
  const { texts } = useLanguage()
  const { place } = useSession()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className="reason">
          {texts.cash.amountWrong(typedOf(1050, place.currency))}
        </p>
      )}
    </div>
  )
}
