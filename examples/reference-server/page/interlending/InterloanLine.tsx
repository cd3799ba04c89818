import { type ReactNode, useState } from "react"
import type { InterloanCommand, InterloanWire } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { useSession } from "../session/session.ts"

/** Something that can be done with a loan; `form`: what is to be said for it first. */
export interface LineAct {
  readonly command: InterloanCommand
  readonly text: string
  /** The same, of which loan. */
  readonly label: string
  readonly onPress?: () => void
  readonly form?: ReactNode
}

/** A loan from another system, or to one: what, whose, how far, until when, and what can be done next. */
export const InterloanLine = (props: {
  loan: InterloanWire
  details: ReadonlyArray<string>
  why?: string
  acts: ReadonlyArray<LineAct>
}): ReactNode => {
  const { loan, details, why, acts } = props
  const { texts } = useLanguage()
  const { say } = useSession()
  const [shown, setShown] = useState<InterloanCommand | null>(null)
  const text = texts.interlending
  const { title, barcode, copy, dueAt } = loan
  const code = copy?.barcode ?? barcode
  const form = acts.find(({ command }) => command === shown)?.form
  return (
    <li className="reservation">
      <div>
        <p className="title">{title}</p>
        <p className="detail">
          {code !== "" && <span className="code">{code}</span>}
          {details.map((one) => (
            <span key={one}>{one}</span>
          ))}
          {dueAt !== null && <span>{text.backBy(say.day(dueAt))}</span>}
          {dueAt !== null && Date.parse(dueAt) < Date.now() && <strong className="owed">{text.late}</strong>}
        </p>
        {why !== undefined && <p className="help">{why}</p>}
      </div>
      {acts.length > 0 && (
        <div className="acts">
          {acts.map((act) => (
            <button
              key={act.command}
              type="button"
              aria-label={act.label}
              aria-expanded={act.form === undefined ? undefined : shown === act.command}
              onClick={act.onPress ?? (() => setShown(shown === act.command ? null : act.command))}
            >
              {act.text}
            </button>
          ))}
        </div>
      )}
      {form !== undefined && <div className="below">{form}</div>}
    </li>
  )
}
