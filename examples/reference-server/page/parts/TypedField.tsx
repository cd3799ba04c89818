import { type ReactNode, type RefObject, useId } from "react"

/** A field with its label; `wrong`: what is wrong with it, said right below; `null`: nothing. */
export const TypedField = (props: {
  label: string
  typed: string
  wrong: string | null
  onType: (typed: string) => void
  type?: "text" | "date" | "datetime-local" | "number"
  help?: string
  field?: RefObject<HTMLInputElement | null>
}): ReactNode => {
  const { label, typed, wrong, onType, type = "text", help, field } = props
  const id = useId()
  const described = [help === undefined ? "" : `${id}-help`, wrong === null ? "" : `${id}-wrong`].filter(
    (one) => one !== ""
  )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type={type}
        autoComplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={described.length === 0 ? undefined : described.join(" ")}
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className="help">
          {help}
        </p>
      )}
      {wrong !== null && (
        <p id={`${id}-wrong`} role="alert" className="reason">
          {wrong}
        </p>
      )}
    </div>
  )
}
