import { Result } from "effect"
import type { Refusal, Refusals } from "./refusal.ts"

/** The refusals of a decision that cannot be made. There must be one: a decision without any is a bug. */
export const refused = <A>(refusals: ReadonlyArray<Refusal>): Result.Result<A, Refusals> => {
  const [first, ...rest] = refusals
  if (first === undefined) throw new Error("a decision was refused without a refusal")
  return Result.fail([first, ...rest])
}
