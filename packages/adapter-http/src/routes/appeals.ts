import { AppealId, type AppealRow } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { AppealView, appealView } from "../wire/views.ts"
import { commandRoute } from "./command.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

export const appeal = commandRoute("appeal", {
  path: "/v1/appeals",
  tag: "readers",
  summary: "Dispute a charge, with a reason and evidence"
})

export const decideAppeal = commandRoute("decideAppeal", {
  path: "/v1/appeals/:appeal/decide",
  tag: "readers",
  summary: "Decide a dispute: the charge stands, comes to less, or to nothing"
})

const oneAppeal: Route = {
  name: "oneAppeal",
  method: "GET",
  path: "/v1/appeals/:appeal",
  tag: "readers",
  summary: "An appeal, with what the reader says; readers see their own",
  params: { appeal: AppealId },
  answer: Schema.Struct({
    ...AppealView.fields,
    reason: Schema.String,
    evidence: Schema.String,
    kind: Schema.String,
    amount: Schema.Int,
    held: Schema.Int
  }),
  signedIn: true,
  handle: async ({ library, identity: { tenant, actor }, params }) => {
    const { appeal: facts } = await library.read(tenant, { appeal: { appealId: params.appeal as AppealId } })
    if (facts === null || (actor.kind === "reader" && actor.readerId !== facts.reader.readerId))
      return problem("unknown")
    const { appeal: row, statement, charge } = facts
    const { reason = "", evidence = "" } = statement ?? {}
    const held = row.state === "open" ? charge.outstanding : 0
    const { kind, amount } = charge
    return found(withInstantTexts({ ...appealView(row), reason, evidence, kind, amount, held }))
  }
}

const openAppeals: Route = {
  name: "openAppeals",
  method: "GET",
  path: "/v1/appeals",
  tag: "readers",
  summary: "Appeals that are not decided yet, the oldest first, each with its deadline",
  query: pageQuery,
  answer: pageShape(AppealView),
  signedIn: true,
  permits: ({ actor }) =>
    actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "accounts.decideAppeal" }]),
  handle: async (call) => {
    const reply = await paged<AppealRow>(
      call,
      ["appeals"],
      async (page) => (await call.library.read(call.identity.tenant, { openAppeals: page })).openAppeals,
      ({ rows, next }) => withInstantTexts({ rows: rows.map(appealView), next })
    )
    return reply ?? problem("unknown")
  }
}

export const appealPages: ReadonlyArray<Route> = [openAppeals, oneAppeal]
