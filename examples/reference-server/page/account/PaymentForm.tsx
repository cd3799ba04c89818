import { type FormEvent, type ReactNode, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { minorOf, typedOf } from "../language/say.ts"
import { AmountField } from "../parts/AmountField.tsx"
import { useSession } from "../session/session.ts"

const methods = ["cash", "card", "transfer"] as const

/** Takes a payment; all that is owed unless another amount is typed. */
export const PaymentForm = (props: {
  owed: number
  onPay: (amount: number, method: (typeof methods)[number]) => void
}): ReactNode => {
  const { owed, onPay } = props
  const { texts } = useLanguage()
  const { place } = useSession()
  const [typed, setTyped] = useState(typedOf(owed, place.currency))
  const [method, setMethod] = useState<(typeof methods)[number]>("cash")
  const [isWrong, setIsWrong] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const amount = minorOf(typed, place.currency)
    setIsWrong(amount === null)
    if (amount !== null) onPay(amount, method)
  }
  return (
    <form onSubmit={submit} className="payment">
      <div className="row">
        <AmountField
          label={texts.account.amount}
          typed={typed}
          wrong={isWrong ? texts.account.amountWrong(typedOf(owed, place.currency)) : null}
          onType={setTyped}
        />
        <div>
          <label htmlFor="method">{texts.account.method}</label>
          <select
            id="method"
            value={method}
            onChange={({ target }) => setMethod(methods.find((one) => one === target.value) ?? "cash")}
          >
            {methods.map((one) => (
              <option key={one} value={one}>
                {texts.account.methods[one]}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{texts.account.pay}</button>
      </div>
    </form>
  )
}
