import type { Answer } from "@openshelf/core"

/** Why a record was refused, in one line: codes with their parameters, or paths with what was expected there. */
export const reasonOf = (answer: Exclude<Answer<unknown>, { readonly ok: true }>): string =>
  "refusals" in answer
    ? answer.refusals.map(({ _tag, ...parameters }) => [_tag, ...Object.values(parameters)].join(" ")).join("; ")
    : answer.invalid.map(({ path, expected }) => `${path}: expected ${expected}`).join("; ")
