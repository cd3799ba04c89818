import { type FormEvent, type ReactNode, useState } from "react"
import type { JoinKind, Reservation } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { ChoiceField } from "../parts/ChoiceField.tsx"
import { useFirstFocus } from "../parts/firstFocus.ts"

/** Which of a reader's waiting reservations belong together, and how: as far as the library joins any. */
export const JoinForm = (props: {
  reservations: ReadonlyArray<Reservation>
  kinds: ReadonlyArray<JoinKind>
  onJoin: (chosen: ReadonlyArray<Reservation>, as: JoinKind) => void
}): ReactNode => {
  const { reservations, kinds, onJoin } = props
  const { texts } = useLanguage()
  const { join } = texts.reservations
  const field = useFirstFocus()
  const [ids, setIds] = useState<ReadonlyArray<string>>([])
  const [as, setAs] = useState<JoinKind>(kinds[0] ?? "anyOf")
  const chosen = reservations.filter(({ reservationId }) => ids.includes(reservationId))
  const toggle = (one: string): void => setIds(ids.includes(one) ? ids.filter((other) => other !== one) : [...ids, one])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen.length >= 2) onJoin(chosen, as)
  }
  return (
    <form className="why joins" onSubmit={submit}>
      <fieldset>
        <legend>{join.which}</legend>
        {reservations.map(({ reservationId, title }, nth) => (
          <label key={reservationId} className="sure">
            <input
              type="checkbox"
              ref={nth === 0 ? field : undefined}
              checked={ids.includes(reservationId)}
              onChange={() => toggle(reservationId)}
            />
            {title.title}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        label={join.how}
        chosen={as}
        choices={kinds.map((kind) => ({ value: kind, text: join.as[kind] }))}
        onChoose={(kind) => setAs(kind as JoinKind)}
      />
      <p className="help">{join.means[as]}</p>
      <button type="submit" disabled={chosen.length < 2}>
        {join.now}
      </button>
    </form>
  )
}
