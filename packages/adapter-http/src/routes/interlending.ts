import { hasPermission, InterloanId, type InterloanRow } from "@openshelf/core"
import type { OpenInterloan } from "@openshelf/core/interlending"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { type Call, found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InterloanView, interloanView, OpenInterloanView, openInterloanView } from "../wire/interloanView.ts"
import { commandRoute } from "./command.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const forStaff = {
  method: "GET",
  tag: "circulation",
  signedIn: true,
  permits: ({ actor }) =>
    ["interlending.borrow", "interlending.lend"].some((permission) => hasPermission(actor, permission))
      ? null
      : refused([{ _tag: "NotPermitted", permission: "interlending.lend" }])
} as const satisfies Partial<Route>

const openInterloansRoute = (
  side: "borrower" | "lender",
  name: string,
  path: Route["path"],
  summary: string
): Route => ({
  ...forStaff,
  name,
  path,
  summary,
  query: pageQuery,
  answer: pageShape(OpenInterloanView),
  handle: async (call: Call) => {
    const { library, identity, now } = call
    const { openInterloans } = await import("@openshelf/core/interlending")
    const reply = await paged<OpenInterloan>(
      call,
      [name],
      (page) => openInterloans(library, { tenant: identity.tenant, side, at: now, ...page }),
      ({ rows, next }) => withInstantTexts({ rows: rows.map(openInterloanView), next })
    )
    return reply ?? problem("unknown")
  }
})

const pages: ReadonlyArray<Route> = [
  {
    ...forStaff,
    name: "interloans",
    path: "/v1/interloans",
    summary: "Loans from and to other systems, those that are over too, by id",
    query: pageQuery,
    answer: pageShape(InterloanView),
    handle: async (call: Call) => {
      const { library, identity } = call
      const reply = await paged(
        call,
        ["interloans"],
        ({ after, limit }) => library.scan(identity.tenant, "interloan", after, limit),
        ({ rows, next }: { readonly rows: ReadonlyArray<InterloanRow>; readonly next: string | null }) =>
          withInstantTexts({ rows: rows.map(interloanView), next })
      )
      return reply ?? problem("unknown")
    }
  },
  openInterloansRoute(
    "borrower",
    "borrowedInterloans",
    "/v1/open-interloans/borrowed",
    "What is borrowed from other systems and not over, with what can be done next; asked for first first"
  ),
  openInterloansRoute(
    "lender",
    "lentInterloans",
    "/v1/open-interloans/lent",
    "What other systems ask for or have been lent, and is not over, with what can be done next; asked for first first"
  ),
  {
    ...forStaff,
    name: "interloan",
    path: "/v1/interloans/:interloan",
    summary: "A loan from or to another system",
    params: { interloan: InterloanId },
    answer: InterloanView,
    handle: async ({ library, identity, params }: Call) => {
      const interloanId = InterloanId.make(params.interloan ?? "")
      const { interloan } = await library.read(identity.tenant, { interloan: { interloanId } })
      return interloan === null ? problem("unknown") : found(withInstantTexts(interloanView(interloan)))
    }
  }
]

/** Loans between systems, from being asked for to the return. */
export const interlending: ReadonlyArray<Route> = [
  ...pages,
  commandRoute("requestInterloan", {
    path: "/v1/interloans",
    tag: "circulation",
    summary: "Ask another system to lend something"
  }),
  commandRoute("cancelInterloan", {
    path: "/v1/interloans/:interloan/cancel",
    tag: "circulation",
    summary: "Ask for it no more"
  }),
  commandRoute("borrowIn", {
    path: "/v1/interloans/:interloan/borrow-in",
    tag: "circulation",
    summary: "Take in what another system sent"
  }),
  commandRoute("sendBack", {
    path: "/v1/interloans/:interloan/send-back",
    tag: "circulation",
    summary: "Send it back to where it belongs"
  }),
  commandRoute("lendOut", {
    path: "/v1/interloans/:interloan/lend-out",
    tag: "circulation",
    summary: "Lend a copy to the system that asked for it"
  }),
  commandRoute("declineInterloan", {
    path: "/v1/interloans/:interloan/decline",
    tag: "circulation",
    summary: "Tell a system that asked that nothing is lent"
  }),
  commandRoute("completeInterloan", {
    path: "/v1/interloans/:interloan/complete",
    tag: "circulation",
    summary: "Tell the system that borrowed it that the loan is over: after the return, or once it is lost"
  }),
  commandRoute("takeMessage", {
    path: "/v1/interloans/:interloan/messages",
    tag: "circulation",
    summary: "Take what another system tells of a loan"
  }),
  commandRoute("confirmMessage", {
    path: "/v1/outbox/confirm",
    tag: "circulation",
    summary: "Note that a message was taken by the other system"
  })
]
