import { type FormEvent, type ReactNode, useId, useState } from "react"
import type { InspectBody } from "../api/api.ts"
import type { InHandWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { TitleText } from "../parts/TitleText.tsx"
import { useSession } from "../session/session.ts"
import { AskedFields } from "./AskedFields.tsx"
import { CostPanel } from "./CostPanel.tsx"
import { DamageFields } from "./DamageFields.tsx"
import type { DamageKinds } from "./damageKinds.ts"
import { alsoAsked, conducts, inspectBody, nothingSeen, type Seen } from "./seen.ts"
import { useCost } from "./useCost.ts"

const becoming = ["stays", "inRepair", "withdrawn"] as const

/** What somebody sees of an item, and at every change what it would cost. */
export const InspectForm = (props: {
  found: InHandWire
  known: DamageKinds
  /** Why it was not saved when that was tried. */
  failed: ReactNode
  onSave: (body: InspectBody) => void
}): ReactNode => {
  const { found, known, failed, onSave } = props
  const { texts } = useLanguage()
  const { place } = useSession()
  const { inspect } = texts
  const id = useId()
  const [seen, setSeen] = useState<Seen>(nothingSeen)
  const body = inspectBody(seen, found, known, place.currency)
  const cost = useCost(found.item.barcode, body, (asked) => setSeen((now) => alsoAsked(now, asked)))
  const change = (part: Partial<Seen>): void => setSeen({ ...seen, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave(body)
  }
  return (
    <form onSubmit={submit} className="card inspection" aria-label={inspect.found}>
      <h2>{inspect.found}</h2>
      <TitleText title={found.title} />
      <DamageFields known={known} seen={seen} onSee={(part) => change({ ...part, asked: [], answers: {} })} />
      <label htmlFor={`${id}-conduct`}>{inspect.conduct}</label>
      <select
        id={`${id}-conduct`}
        value={seen.conduct}
        onChange={({ target }) => change({ conduct: conducts.find((one) => one === target.value) ?? "accident" })}
      >
        {conducts.map((one) => (
          <option key={one} value={one}>
            {inspect.conducts[one]}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-note`}>{inspect.note}</label>
      <input
        id={`${id}-note`}
        maxLength={2_000}
        autoComplete="off"
        value={seen.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <label htmlFor={`${id}-photo`}>{inspect.photo}</label>
      <input
        id={`${id}-photo`}
        type="url"
        maxLength={2_000}
        autoComplete="off"
        value={seen.photo}
        onChange={({ target }) => change({ photo: target.value })}
      />
      <label htmlFor={`${id}-becomes`}>{inspect.becomes}</label>
      <select
        id={`${id}-becomes`}
        value={seen.becomes}
        onChange={({ target }) => change({ becomes: becoming.find((one) => one === target.value) ?? "stays" })}
      >
        {becoming.map((one) => (
          <option key={one} value={one}>
            {inspect.becoming[one]}
          </option>
        ))}
      </select>
      {found.loan === null && (
        <label className="sure">
          <input
            type="checkbox"
            checked={seen.isOfLastLoan}
            onChange={({ target }) => change({ isOfLastLoan: target.checked })}
          />
          {inspect.lastLoan}
        </label>
      )}
      {(found.loan !== null || seen.isOfLastLoan) && (
        <label className="sure">
          <input
            type="checkbox"
            checked={seen.isCharged}
            onChange={({ target }) => change({ isCharged: target.checked })}
          />
          {inspect.charge}
        </label>
      )}
      <AskedFields
        asked={seen.asked}
        answers={seen.answers}
        onAnswer={(at, answer) => change({ answers: { ...seen.answers, [at]: answer } })}
      />
      <CostPanel cost={cost} />
      {failed}
      <button type="submit" className="main-action">
        {found.loan === null ? inspect.confirmOnLoan : inspect.confirm}
      </button>
    </form>
  )
}
