import { type ReactNode, use } from "react"
import type { AnyRefusal, Failure } from "../api/model.ts"
import { useLanguage } from "../language/language.ts"
import type { Say, Texts } from "../language/texts.ts"
import { SessionContext } from "../session/session.ts"
import { Override } from "./Override.tsx"

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

/** One sentence a reason. */
export const reasonsOf = (failure: Failure, texts: Texts, say: Say | null): ReadonlyArray<string> => {
  switch (failure.kind) {
    case "refused":
      return failure.refusals.map((refusal) => reasonOf(refusal, texts, say))
    case "invalid":
      return [texts.failure.invalid, ...failure.invalid.map(({ path, expected }) => `${path}: ${expected}`)]
    case "signedOut":
      return [texts.signIn.wrong]
    case "unknown":
      return [texts.failure.unknown]
    case "unreachable":
      return [texts.failure.unreachable]
    case "failed": {
      const { status, title, requestId } = failure
      const failed = texts.failure.failed(status, title)
      return requestId === null ? [failed] : [failed, texts.failure.requestId(requestId)]
    }
  }
}

/** A refusal in the language of the page; one of a newer server that this page does not know, by its code. */
export const reasonOf = (refusal: AnyRefusal, texts: Texts, say: Say | null): string => {
  const sentence = texts.refusals[refusal.code] as ((refusal: AnyRefusal, say: Say) => string) | undefined
  return sentence === undefined || say === null ? texts.failure.otherCode(refusal.code) : sentence(refusal, say)
}
