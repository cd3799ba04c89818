import { type FormEvent, type ReactNode, useId, useState } from "react"
import type { CashDesk } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { sumOf, typedOf } from "../language/say.ts"
import type { Texts } from "../language/texts.ts"
import { AmountField } from "../parts/AmountField.tsx"
import { useSession } from "../session/session.ts"

const methodName = (method: string, { account }: Texts): string =>
  account.methods[method as keyof typeof account.methods] ?? method

/** What should be in a cash desk by method, and the count with which it is closed. */
export const CountForm = (props: {
  desk: CashDesk
  onCount: (body: { counted: ReadonlyArray<{ method: string; amount: number }>; reason?: string }) => Promise<void>
}): ReactNode => {
  const { desk, onCount } = props
  const { texts } = useLanguage()
  const { place, say } = useSession()
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState("")
  const [wrong, setWrong] = useState<ReadonlyArray<string>>([])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const sums = desk.methods.map(({ method }) => ({ method, amount: sumOf(typed[method] ?? "", place.currency) }))
    const bad = sums.flatMap(({ method, amount }) => (amount === null ? [method] : []))
    setWrong(bad)
    const counted = sums.flatMap(({ method, amount }) => (amount === null ? [] : [{ method, amount }]))
    if (bad.length === 0) void onCount({ counted, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) })
  }
  return (
    <form onSubmit={submit}>
      <h3>{texts.cash.expected}</h3>
      <table>
        <thead>
          <tr>
            <th>{texts.cash.method}</th>
            <th>{texts.cash.shouldBe}</th>
          </tr>
        </thead>
        <tbody>
          {desk.methods.map(({ method, amount }) => (
            <tr key={method}>
              <td>{methodName(method, texts)}</td>
              <td>{say.money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {desk.methods.map(({ method }) => (
        <AmountField
          key={method}
          label={texts.cash.counted(methodName(method, texts))}
          typed={typed[method] ?? ""}
          wrong={wrong.includes(method) ? texts.cash.amountWrong(typedOf(1050, place.currency)) : null}
          onType={(text) => setTyped({ ...typed, [method]: text })}
        />
      ))}
      <label htmlFor={id}>{texts.cash.difference}</label>
      <div className="row">
        <input
          id={id}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <button type="submit">{texts.cash.close}</button>
      </div>
    </form>
  )
}
