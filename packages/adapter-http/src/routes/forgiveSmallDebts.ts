import { notPermitted } from "@openshelf/core"
import { forgiveSmallDebts as forgiveAll } from "@openshelf/core/small-debts"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { commandInput } from "../wire/commandInput.ts"
import { InstantText } from "../wire/instantText.ts"

export const forgiveSmallDebts: Route = {
  name: "forgiveSmallDebts",
  method: "POST",
  path: "/v1/small-debts",
  tag: "circulation",
  summary:
    "Forgive all readers who have nothing on loan what the rules count as small; asked twice, the second does nothing",
  body: Schema.Struct({ at: Schema.optionalKey(InstantText) }),
  answer: Schema.Struct({ forgiven: Schema.Int, amount: Schema.Int, notForgiven: Schema.Int }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted("forgiveSmallDebt", actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, identity: { tenant }, body, now }) => {
    const input = commandInput({ body, params: {}, now, mayTellTime: true })
    if (Result.isFailure(input)) return invalid(...input.failure)
    const { at, ...unknown } = input.success
    const extra = Object.keys(unknown)
    if (extra.length > 0) return invalid(...extra.map((path) => ({ path, expected: "no such name" })))
    const { forgiven, amount, notForgivenCount } = await forgiveAll(library, { tenant, at: at as number })
    return found({ forgiven, amount, notForgiven: notForgivenCount })
  }
}
