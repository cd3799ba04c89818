import { inFuture, notPermitted } from "@openshelf/core"
import { redate as redateAll } from "@openshelf/core/redating"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { commandInput } from "../wire/commandInput.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"

const { Array: List, Int, Record, String: Text, Struct } = Schema

const counts = { looked: Int, moved: Int, left: Record(Text, Int) }
const kind = Schema.Literals(["loan", "reservation", "charge"])
const untouched = Struct({ kind, id: Text, because: Text })

const Body = Struct({
  /** Whether nothing is written, and only told what would be moved. */
  preview: Schema.Boolean,
  branch: Schema.optionalKey(Text.check(Schema.isMaxLength(64)))
})

export const redate: Route = {
  name: "redate",
  method: "POST",
  path: "/v1/redate",
  tag: "circulation",
  summary:
    "Bring due dates, pickup shelves and overdue charges in line with the calendar that holds now, or tell what that would move; asked twice, the second moves nothing",
  body: Struct({ ...Body.fields, at: Schema.optionalKey(InstantText) }),
  answer: Struct({
    preview: Schema.Boolean,
    calendarVersion: Schema.NullOr(Int),
    changedDays: List(Struct({ branch: Text, from: Text, to: Text })),
    loans: Struct(counts),
    reservations: Struct(counts),
    charges: Struct({ ...counts, waived: Int, toRefund: Int }),
    moves: List(
      Schema.Union([
        Struct({ kind, id: Text, branch: Text, fromAt: InstantText, toAt: InstantText }),
        Struct({ kind, id: Text, branch: Text, waived: Int, toRefund: Int })
      ])
    ),
    stayed: List(untouched),
    failedCount: Int,
    failed: List(untouched)
  }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted("redateLoan", actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, identity: { tenant }, body, now }) => {
    const input = commandInput({ body, params: {}, now, mayTellTime: true })
    if (Result.isFailure(input)) return invalid(...input.failure)
    const { at, ...rest } = input.success
    const extra = Object.keys(rest).filter((path) => !(path in Body.fields))
    if (extra.length > 0) return invalid(...extra.map((path) => ({ path, expected: "no such name" })))
    const decoded = Schema.decodeUnknownResult(Body)(rest)
    if (Result.isFailure(decoded))
      return invalid({ path: "preview", expected: "true or false, and as `branch` the code of a branch, if any" })
    const { preview, ...where } = decoded.success
    const early = preview ? null : inFuture({ now }, { at: at as number })
    if (early !== null) return refused([early])
    return found(withInstantTexts(await redateAll(library, { tenant, at: at as number, dryRun: preview, ...where })))
  }
}
