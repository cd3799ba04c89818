import { type ReactNode, use } from "react"
import type { Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { SessionContext } from "../session/session.ts"
import { Override } from "./Override.tsx"
import { reasonsOf } from "./reasons.ts"

/** Why something was not done, in plain words, and what can be done about it: an override, or trying again. */
export const FailureBox = (props: {
  failure: Failure
  heading?: string
  onOverride?: ((reason: string) => void) | undefined
  onAgain?: (() => void) | undefined
}): ReactNode => {
  const { failure, heading, onOverride, onAgain } = props
  const { texts } = useLanguage()
  const session = use(SessionContext)
  const reasons = reasonsOf(failure, texts, session?.say ?? null)
  return (
    <section className="failure" aria-label={texts.failure.refused}>
      <div role="alert">
        {heading !== undefined && <p className="what">{heading}</p>}
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      {failure.kind === "unreachable" && onAgain !== undefined && (
        <button type="button" onClick={onAgain}>
          {texts.failure.again}
        </button>
      )}
      {failure.kind === "refused" && onOverride !== undefined && (
        <Override refusals={failure.refusals} onOverride={onOverride} />
      )}
    </section>
  )
}
