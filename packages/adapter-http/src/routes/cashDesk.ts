import { CashDeskId, hasPermission } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"

const { Int, String: Text, Struct, NullOr, Array: List } = Schema
const permission = "accounts.cashDesk"

export const cashDesk: Route = {
  name: "cashDesk",
  method: "GET",
  path: "/v1/cash-desks/:cashDesk",
  tag: "circulation",
  summary: "A cash desk, and what its session should have in it by method",
  params: { cashDesk: CashDeskId },
  answer: Struct({
    cashDesk: Text,
    branch: Text,
    state: Schema.Literals(["open", "closed"]),
    session: Int,
    openedAt: InstantText,
    closedAt: NullOr(InstantText),
    methods: List(Struct({ method: Text, amount: Int }))
  }),
  signedIn: true,
  // Who takes payments is to see whether one goes into it.
  permits: ({ actor }) =>
    hasPermission(actor, permission) || hasPermission(actor, "accounts.pay")
      ? null
      : refused([{ _tag: "NotPermitted", permission }]),
  handle: async ({ library, identity: { tenant }, params }) => {
    const by = { cashDesk: CashDeskId.make(params.cashDesk ?? "") }
    const { cashDesk: row, cashInDesk } = await library.read(tenant, { cashDesk: by, cashInDesk: by })
    if (row === null) return problem("unknown")
    const { cashDeskId, version: _, ...told } = row
    return found(withInstantTexts({ cashDesk: cashDeskId, ...told, methods: cashInDesk }))
  }
}
