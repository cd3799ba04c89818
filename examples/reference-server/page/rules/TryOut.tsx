import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react"
import type { ExplainedWire, Reply } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { FailureBox } from "../parts/FailureBox.tsx"
import { reasonOf } from "../parts/reasons.ts"
import { useSession } from "../session/session.ts"
import { StepList } from "../why/StepList.tsx"
import { instantHere } from "./instantHere.ts"

interface Tried {
  readonly now: ExplainedWire
  readonly draft: ExplainedWire | null
}

/** A real reader, a real item: what the rules in force decide, and what the draft would. */
export const TryOut = ({ draft }: { draft: string | null }): ReactNode => {
  const { texts } = useLanguage()
  const { api, place, me } = useSession()
  const { rules } = texts
  const id = useId()
  const [card, setCard] = useState("")
  const [item, setItem] = useState("")
  const [action, setAction] = useState<"checkOut" | "renew">("checkOut")
  const [when, setWhen] = useState("")
  const [told, setTold] = useState<Reply<Tried> | null>(null)
  // What another draft would decide says nothing of this one.
  useEffect(() => {
    if (draft !== null) setTold(null)
  }, [draft])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const zone = place.branches.find(({ branch }) => branch === me.branch)?.zone ?? "UTC"
    const asked = {
      action,
      item: item.trim(),
      ...(action === "checkOut" ? { card: card.trim() } : {}),
      ...(when === "" ? {} : { at: instantHere(when, zone) }),
      ...(draft === null ? {} : { document: draft })
    }
    setTold(await api.explain(asked))
  }
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{rules.tryOut}</h2>
      <p className="help">{rules.tryHelp}</p>
      <form onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-action`}>{rules.action}</label>
        <select
          id={`${id}-action`}
          value={action}
          onChange={({ target }) => setAction(target.value as "checkOut" | "renew")}
        >
          <option value="checkOut">{rules.actions.checkOut}</option>
          <option value="renew">{rules.actions.renew}</option>
        </select>
        {action === "checkOut" && (
          <>
            <label htmlFor={`${id}-card`}>{rules.card}</label>
            <input
              id={`${id}-card`}
              required
              maxLength={64}
              autoComplete="off"
              value={card}
              onChange={({ target }) => setCard(target.value)}
            />
          </>
        )}
        <label htmlFor={`${id}-item`}>{rules.item}</label>
        <input
          id={`${id}-item`}
          required
          maxLength={64}
          autoComplete="off"
          value={item}
          onChange={({ target }) => setItem(target.value)}
        />
        <label htmlFor={`${id}-when`}>{rules.when}</label>
        <input
          id={`${id}-when`}
          type="datetime-local"
          aria-describedby={`${id}-when-help`}
          value={when}
          onChange={({ target }) => setWhen(target.value)}
        />
        <p id={`${id}-when-help`} className="help">
          {rules.whenHelp}
        </p>
        <button type="submit" className="main-action">
          {rules.try}
        </button>
      </form>
      <div role="status">
        {told !== null && told.kind === "done" && (
          <>
            <Decided heading={rules.now} explained={told.value.now} />
            {told.value.draft !== null && <Decided heading={rules.draft} explained={told.value.draft} />}
          </>
        )}
      </div>
      {told !== null && told.kind !== "done" && <FailureBox failure={told} />}
    </section>
  )
}

const Decided = ({ heading, explained }: { heading: string; explained: ExplainedWire }): ReactNode => {
  const { texts } = useLanguage()
  const { say } = useSession()
  const { rules } = texts
  const { receipt, refusals, settings } = explained
  return (
    <section className="decided" aria-label={heading}>
      <h3>{heading}</h3>
      {receipt === null ? (
        <div className="failure">
          <p className="what">{rules.refused}</p>
          <ul>
            {refusals.map((refusal) => (
              <li key={JSON.stringify(refusal)}>
                {reasonOf(refusal, texts, say)}
                {refusal.liftedBy !== null && <span className="help"> {rules.lifted(refusal.liftedBy)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <p className="success">{rules.allowed(say.instant(receipt.dueAt))}</p>
          <StepList steps={receipt.trace.dueSteps} />
        </>
      )}
      <details>
        <summary>{rules.decisive}</summary>
        <dl className="settings">
          {settings.map(({ setting, value, candidates }) => (
            <div key={setting}>
              <dt>{texts.settings.name(setting)}</dt>
              <dd>
                {value === undefined ? rules.noneSets : texts.settings.value(setting, value, say)}
                <ul>
                  {candidates.map(({ row, matched, lostBy, mismatches }) => (
                    <li key={row}>
                      {!matched
                        ? rules.noMatch(
                            row,
                            mismatches.map(({ criterion }) => texts.settings.criterion(criterion)).join(", ")
                          )
                        : lostBy === null
                          ? rules.won(row)
                          : rules.lost(row, texts.settings.lostBy(lostBy))}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
