import { type FormEvent, type ReactNode, useId, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { useAct } from "../parts/act.tsx"
import { useSession } from "../session/session.ts"
import { instantHere } from "./instantHere.ts"

/** Puts the draft in force, from now or from an instant on, once somebody says that it is meant. */
export const PublishForm = (props: {
  draft: string
  isSound: boolean
  onPublished: () => Promise<void>
}): ReactNode => {
  const { draft, isSound, onPublished } = props
  const { texts } = useLanguage()
  const { api, place, me } = useSession()
  const { act, outcome, home } = useAct()
  const { rules } = texts
  const id = useId()
  const [from, setFrom] = useState("")
  const [isSure, setSure] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const zone = place.branches.find(({ branch }) => branch === me.branch)?.zone ?? "UTC"
    setSure(false)
    void act({
      send: () =>
        api.publishPolicy(from === "" ? { document: draft } : { document: draft, validFrom: instantHere(from, zone) }),
      done: async ({ version }) => {
        await onPublished()
        return (said) => said.rules.published(version)
      },
      notDone: (said) => said.rules.notPublished
    })
  }
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={home} tabIndex={-1}>
        {rules.publish}
      </h2>
      <p className="help">{rules.publishHelp}</p>
      <form onSubmit={submit}>
        <label htmlFor={`${id}-from`}>{rules.validFrom}</label>
        <input
          id={`${id}-from`}
          type="datetime-local"
          aria-describedby={`${id}-from-help`}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <p id={`${id}-from-help`} className="help">
          {rules.whenHelp}
        </p>
        <label className="sure">
          <input type="checkbox" checked={isSure} onChange={({ target }) => setSure(target.checked)} />
          {rules.sure}
        </label>
        <button type="submit" className="main-action" disabled={!isSound || !isSure}>
          {rules.publishNow}
        </button>
      </form>
      {outcome}
    </section>
  )
}
