import { type ReactNode, type RefObject, useId } from "react"

/** One of a few, with its label. */
export const ChoiceField = (props: {
  label: string
  chosen: string
  choices: ReadonlyArray<{ readonly value: string; readonly text: string }>
  onChoose: (value: string) => void
  field?: RefObject<HTMLSelectElement | null>
}): ReactNode => {
  const { label, chosen, choices, onChoose, field } = props
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} ref={field} value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
