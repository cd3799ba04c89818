import { type FormEvent, type ReactNode, type RefObject, useId, useState } from "react"

/** A field that a scanner fills and ends with Enter. It empties at once, so that the next scan finds it ready. */
export const ScanField = (props: {
  label: string
  help: string
  action: string
  field: RefObject<HTMLInputElement | null>
  onScan: (scanned: string) => void
}): ReactNode => {
  const { label, help, action, field, onScan } = props
  const id = useId()
  const [value, setValue] = useState("")
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setValue("")
    onScan(value.trim())
  }
  return (
    <form onSubmit={submit} className="scan">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id}
          ref={field}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={64}
          aria-describedby={`${id}-help`}
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <button type="submit">{action}</button>
      </div>
      <p id={`${id}-help`} className="help">
        {help}
      </p>
    </form>
  )
}
