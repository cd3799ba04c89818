import { type ReactNode, useId } from "react"
import { useLanguage } from "../language/language.ts"
import type { DamageKinds, Grade } from "./damageKinds.ts"
import type { Seen } from "./seen.ts"

type Sight = Pick<Seen, "damages" | "parts">

/** One choice a kind of damage, one tick a part, and how many. */
export const DamageFields = (props: {
  known: DamageKinds
  seen: Sight
  onSee: (seen: Partial<Sight>) => void
}): ReactNode => {
  const { known, seen, onSee } = props
  const { texts } = useLanguage()
  const { inspect } = texts
  const { damages, parts } = seen
  return (
    <>
      {known.kinds.size > 0 && (
        <fieldset>
          <legend>{inspect.damage}</legend>
          {[...known.kinds].map(([kind, grades]) => (
            <KindField
              key={kind}
              kind={kind}
              grades={grades}
              seen={damages[kind]}
              onSee={(one) => {
                const { [kind]: _, ...others } = damages
                onSee({ damages: one === null ? others : { ...others, [kind]: one } })
              }}
            />
          ))}
        </fieldset>
      )}
      {known.parts.length > 0 && (
        <fieldset>
          <legend>{inspect.missing}</legend>
          {known.parts.map((part) => (
            <PartField
              key={part}
              part={part}
              count={parts[part]}
              onSee={(count) => {
                const { [part]: _, ...others } = parts
                onSee({ parts: count === null ? others : { ...others, [part]: count } })
              }}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

/** A tick, and how many: not every part is there once. */
const PartField = (props: {
  part: string
  count: string | undefined
  onSee: (count: string | null) => void
}): ReactNode => {
  const { part, count, onSee } = props
  const { texts } = useLanguage()
  const { inspect } = texts
  return (
    <div className="row">
      <label className="sure">
        <input
          type="checkbox"
          checked={count !== undefined}
          onChange={({ target }) => onSee(target.checked ? "1" : null)}
        />
        {inspect.part(part)}
      </label>
      {count !== undefined && (
        <input
          type="number"
          min={1}
          required
          aria-label={inspect.countOf(inspect.part(part), inspect.pieces)}
          value={count}
          onChange={({ target }) => onSee(target.value)}
        />
      )}
    </div>
  )
}

type Damage = Seen["damages"][string]

const KindField = (props: {
  kind: string
  grades: ReadonlyArray<Grade>
  seen: Damage | undefined
  onSee: (seen: Damage | null) => void
}): ReactNode => {
  const { kind, grades, seen, onSee } = props
  const { texts } = useLanguage()
  const { inspect } = texts
  const id = useId()
  const counted = grades.find(({ grade }) => grade === seen?.grade)?.counted ?? null
  return (
    <div className="row">
      <div>
        <label htmlFor={id}>{inspect.kind(kind)}</label>
        <select
          id={id}
          value={seen?.grade ?? ""}
          onChange={({ target }) =>
            onSee(target.value === "" ? null : { grade: target.value, count: seen?.count ?? "1" })
          }
        >
          <option value="">{inspect.sound}</option>
          {grades.map(({ grade }) => (
            <option key={grade} value={grade}>
              {inspect.grade(grade)}
            </option>
          ))}
        </select>
      </div>
      {seen !== undefined && counted !== null && (
        <div>
          <label htmlFor={`${id}-count`}>{inspect.counted[counted]}</label>
          <input
            id={`${id}-count`}
            type="number"
            min={1}
            required
            aria-label={inspect.countOf(inspect.kind(kind), inspect.counted[counted])}
            value={seen.count}
            onChange={({ target }) => onSee({ ...seen, count: target.value })}
          />
        </div>
      )}
    </div>
  )
}
