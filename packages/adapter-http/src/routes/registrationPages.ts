import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import type { Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { PendingView, pendingView } from "../wire/views.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const registrations: Route = {
  name: "registrations",
  method: "GET",
  path: "/v1/registrations",
  tag: "readers",
  summary: "Who registered by themselves and waits for staff",
  query: pageQuery,
  answer: pageShape(PendingView),
  signedIn: true,
  permits: ({ actor }) =>
    actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "readers.write" }]),
  handle: async (call) => {
    const reply = await paged(
      call,
      ["registrations"],
      async (at) => (await call.library.read(call.identity.tenant, { pendingReaders: at })).pendingReaders,
      ({ rows, next }) => withInstantTexts({ rows: rows.map(pendingView), next })
    )
    return reply ?? problem("unknown")
  }
}

export const registrationPages: ReadonlyArray<Route> = [registrations]
