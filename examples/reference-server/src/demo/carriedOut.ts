import type { Answer } from "@openshelf/core"

/** Throws where a command of the demo library was not carried out. */
export const carriedOut = (answer: Answer<unknown>): void => {
  if (!answer.ok) throw new Error(`the demo library does not load: ${JSON.stringify(answer)}`)
}
