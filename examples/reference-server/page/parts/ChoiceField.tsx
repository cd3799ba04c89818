import { type ReactNode, type RefObject, useId } from "react"

/** One of a few, with its label; `wrong`: what is wrong with it, said right below. */
export const ChoiceField = (props: {
  label: string
  chosen: string
  choices: ReadonlyArray<{ readonly value: string; readonly text: string }>
  onChoose: (value: string) => void
  wrong?: string | null
  field?: RefObject<HTMLSelectElement | null>
}): ReactNode => {
  const { label, chosen, choices, onChoose, wrong = null, field } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        ref={field}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
      >
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {wrong !== null && (
        <p id={`${id}-wrong`} role="alert" className="reason">
          {wrong}
        </p>
      )}
    </div>
  )
}
