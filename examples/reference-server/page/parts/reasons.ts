import type { AnyRefusal, Failure } from "../api/model.ts"
import type { Say, Texts } from "../language/texts.ts"

/** The reasons of a failure, for whenever they are shown. */
export const reasonsFor =
  (failure: Failure) =>
  (texts: Texts, say: Say): ReadonlyArray<string> =>
    reasonsOf(failure, texts, say)

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
