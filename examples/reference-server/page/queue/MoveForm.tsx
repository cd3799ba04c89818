import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"

/** A new place that is not saved yet: which, and why. */
export const MoveForm = (props: {
  from: number
  to: number
  last: number
  onPlace: (place: number) => void
  onSave: (reason: string) => void
  onLeave: () => void
}): ReactNode => {
  const { from, to, last, onPlace, onSave, onLeave } = props
  const { texts } = useLanguage()
  const id = useId()
  const [reason, setReason] = useState("")
  const [typed, setTyped] = useState<string | null>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim() !== "") onSave(reason.trim())
  }
  const type = (value: string): void => {
    setTyped(value)
    const place = Number(value)
    // Its own old place would close the form under the typing hand; leaving it there has a button.
    if (!Number.isInteger(place) || place < 1 || place > last || place === from || place === to) return
    onPlace(place)
    setTyped(null)
  }
  return (
    <form className="why moving-form" onSubmit={submit} aria-label={texts.queue.moveFrom(from, to)}>
      <p>{texts.queue.moveFrom(from, to)}</p>
      <label htmlFor={`${id}-place`}>{texts.queue.newPlace}</label>
      <input
        id={`${id}-place`}
        type="number"
        min={1}
        max={last}
        value={typed ?? to}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(null)}
      />
      <label htmlFor={`${id}-reason`}>{texts.queue.reason}</label>
      <input
        id={`${id}-reason`}
        required
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="papers">
        <button type="submit" className="main-action">
          {texts.queue.move}
        </button>
        <button type="button" onClick={onLeave}>
          {texts.queue.leave}
        </button>
      </div>
    </form>
  )
}
