import { type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { minorOf, typedOf } from "../language/say.ts"
import { AmountField } from "../parts/AmountField.tsx"
import { useSession } from "../session/session.ts"

/** Puts cash in, or takes some out, with a reason. */
export const MoveForm = (props: {
  onMove: (body: { amount: number; direction: "in" | "out"; reason: string }) => Promise<void>
}): ReactNode => {
  const { texts } = useLanguage()
  const { place } = useSession()
  const id = useId()
  const [typed, setTyped] = useState("")
  const [reason, setReason] = useState("")
  const [isWrong, setIsWrong] = useState(false)
  const move = (direction: "in" | "out"): void => {
    const amount = minorOf(typed, place.currency)
    setIsWrong(amount === null)
    if (amount !== null && reason.trim() !== "") void props.onMove({ amount, direction, reason: reason.trim() })
  }
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h3>{texts.cash.move}</h3>
      <AmountField
        label={texts.cash.amount}
        typed={typed}
        wrong={isWrong ? texts.cash.amountWrong(typedOf(1050, place.currency)) : null}
        onType={setTyped}
      />
      <label htmlFor={id}>{texts.cash.reason}</label>
      <input
        id={id}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="row">
        <button type="button" disabled={reason.trim() === ""} onClick={() => move("in")}>
          {texts.cash.putIn}
        </button>
        <button type="button" disabled={reason.trim() === ""} onClick={() => move("out")}>
          {texts.cash.takeOut}
        </button>
      </div>
    </form>
  )
}
