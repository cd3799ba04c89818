import { inFuture, notPermitted } from "@openshelf/core"
import { nightlyClose as closeNight } from "@openshelf/core/nights"
import { Result, Schema } from "effect"
import { invalid } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { commandInput } from "../wire/commandInput.ts"
import { InstantText } from "../wire/instantText.ts"

export const nightlyClose: Route = {
  name: "nightlyClose",
  method: "POST",
  path: "/v1/nightly-close",
  tag: "circulation",
  summary:
    "End the day: end reservations that waited their time, take what was not picked up in time off the pickup shelves, renew what is renewed without being asked; asked twice, the second does nothing",
  body: Schema.Struct({ at: Schema.optionalKey(InstantText) }),
  answer: Schema.Struct({
    expired: Schema.Int,
    handedOn: Schema.Int,
    waitedInVain: Schema.Int,
    resumed: Schema.Int,
    bookingsOver: Schema.Int,
    failed: Schema.Int,
    renewed: Schema.Int,
    notRenewed: Schema.Int,
    appealsOverdue: Schema.Int
  }),
  signedIn: true,
  permits: ({ actor, channel }) => {
    const refusal = notPermitted("expireReservation", actor, channel)
    return refusal === null ? null : refused([refusal])
  },
  handle: async ({ library, identity: { tenant }, body, now }) => {
    const input = commandInput({ body, params: {}, now, mayTellTime: true })
    if (Result.isFailure(input)) return invalid(...input.failure)
    const { at, ...unknown } = input.success
    const extra = Object.keys(unknown)
    if (extra.length > 0) return invalid(...extra.map((path) => ({ path, expected: "no such name" })))
    const early = inFuture({ now }, { at: at as number })
    if (early !== null) return refused([early])
    const { expired, handedOn, waitedInVain, resumed, bookingsOver, failed, renewed, notRenewedCount, appealsOverdue } =
      await closeNight(library, { tenant, at: at as number })
    return found({
      expired,
      handedOn,
      waitedInVain,
      resumed,
      bookingsOver,
      failed: failed.length,
      renewed,
      notRenewed: notRenewedCount,
      appealsOverdue: appealsOverdue.length
    })
  }
}
