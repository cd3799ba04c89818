import type { PolicyDocument } from "@openshelf/core"
import { Result } from "effect"
import { composePolicy, type PolicyPart } from "../composePolicy.ts"
import { base } from "./base.ts"

/** A preset: the common base with its own part over it. A part that does not hold is a bug of this package. */
export const composed = (part: PolicyPart): PolicyDocument => {
  const policy = composePolicy(base, part)
  if (Result.isSuccess(policy)) return policy.success
  throw new Error(policy.failure.map(({ message }) => message).join("\n"))
}
