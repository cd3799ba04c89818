import type { TargetingFlaw } from "./flaw.ts"

/** That an own answer has a flaw is a bug, and throws. */
export const mustBeProved = ([flaw]: ReadonlyArray<TargetingFlaw>): void => {
  if (flaw !== undefined) throw new Error(`the targeting is not proved: ${JSON.stringify(flaw)}`)
}
