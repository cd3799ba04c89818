import { type ReactNode, useId } from "react"

/** A sum of money as it is typed; `wrong`: what is wrong with it, said below; `null`: nothing. */
export const AmountField = (props: {
  label: string
  typed: string
  wrong: string | null
  onType: (typed: string) => void
}): ReactNode => {
  const { label, typed, wrong, onType } = props
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={wrong !== null ? `${id}-wrong` : undefined}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {wrong !== null && (
        <p id={`${id}-wrong`} role="alert" className="reason">
          {wrong}
        </p>
      )}
    </div>
  )
}
