import { type Calendar, type CompiledPolicy, compileCalendar, compilePolicy, formatProblem } from "@openshelf/core"
import { decodeCalendar, parsePolicy } from "@openshelf/core/documents"
import { Result } from "effect"
import type { DemoData } from "./data.ts"

/** The demo library's calendar and policy made ready. Throws an error that lists what is wrong with them. */
export const demoRules = ({
  calendar,
  policy
}: Pick<DemoData, "calendar" | "policy">): { readonly calendar: Calendar; readonly policy: CompiledPolicy } => ({
  calendar: compileCalendar(
    sound(
      "calendar.json",
      decodeCalendar(JSON.parse(calendar)),
      ({ path, expected }) => `${path}: expected ${expected}`
    )
  ),
  policy: compilePolicy(sound("policy.jsonc", parsePolicy(policy), formatProblem), { version: 1 })
})

const sound = <A, E>(name: string, read: Result.Result<A, ReadonlyArray<E>>, sentence: (problem: E) => string): A => {
  if (Result.isSuccess(read)) return read.success
  throw new Error([`${name} of the demo library:`, ...read.failure.map(sentence)].join("\n"))
}
