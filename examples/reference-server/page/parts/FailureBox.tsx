import { type ReactNode, use } from "react"
import type { AnyRefusal, Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import { SessionContext } from "../session/session.ts"
import { Override } from "./Override.tsx"
import { reasonsOf } from "./reasons.ts"

/** Why something was not done, in plain words, and what can be done about it: an override, or trying again. */
export const FailureBox = (props: {
  failure: Failure
  heading?: string
  onOverride?: ((reason: string) => void) | undefined
  onAgreed?: ((acceptedCost: number) => void) | undefined
  onAgain?: (() => void) | undefined
}): ReactNode => {
  const { failure, heading, onOverride, onAgreed, onAgain } = props
  const { texts } = useLanguage()
  const session = use(SessionContext)
  const cost = failure.kind === "refused" ? costToAgree(failure.refusals) : null
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
      {cost !== null && onAgreed !== undefined && session !== null && (
        <button type="button" onClick={() => onAgreed(cost)}>
          {texts.failure.agreed(session.say.money(cost))}
        </button>
      )}
      {failure.kind === "refused" && onOverride !== undefined && (
        <Override refusals={failure.refusals} onOverride={onOverride} />
      )}
    </section>
  )
}

/** What it costs, where nothing but the reader's consent to that is missing. */
const costToAgree = (refusals: ReadonlyArray<AnyRefusal>): number | null => {
  const [only] = refusals.filter(isCost)
  return only !== undefined && refusals.length === 1 ? only.amount : null
}

const isCost = (refusal: AnyRefusal): refusal is Extract<AnyRefusal, { readonly code: "CostNotAccepted" }> =>
  refusal.code === "CostNotAccepted"
