import { Barcode, type OpenClaim } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const { String: Text, Int, Struct, NullOr, Array: List } = Schema

const staffOnly: Extract<Route, { readonly signedIn: true }>["permits"] = ({ actor }) =>
  actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "losses.report" }])

/** What is to be searched for, claimed longest ago first. Names items and loans, never readers. */
const openClaims: Route = {
  name: "openClaims",
  method: "GET",
  path: "/v1/claims",
  tag: "circulation",
  summary: "What readers say to have brought back and nobody found yet, claimed longest ago first",
  query: pageQuery,
  answer: pageShape(
    Struct({
      loanId: Text,
      barcode: Text,
      title: Text,
      branch: Text,
      dueAt: InstantText,
      claimedAt: NullOr(InstantText),
      searches: Int,
      searchedAt: NullOr(InstantText)
    })
  ),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const reply = await paged<OpenClaim>(
      call,
      ["claims"],
      async (page) => (await call.library.read(call.identity.tenant, { openClaims: page })).openClaims,
      ({ rows, next }) => withInstantTexts({ rows: rows.map(claimView), next })
    )
    return reply ?? problem("unknown")
  }
}

const claimView = ({ loan: { loanId, branch, dueAt, lateUntil }, ...claim }: OpenClaim): object => ({
  loanId,
  branch,
  dueAt,
  claimedAt: lateUntil,
  ...claim
})

const searches: Route = {
  name: "claimSearches",
  method: "GET",
  path: "/v1/items/:barcode/claims/searches",
  tag: "circulation",
  summary: "Where an item that was claimed returned was looked for, when and by whom",
  params: { barcode: Barcode },
  answer: Struct({ rows: List(Struct({ nth: Int, place: Text, note: Text, at: InstantText, actor: Text })) }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, params }) => {
    const barcode = params.barcode as Barcode
    const { item, searchesOfItem } = await library.read(tenant, { item: { barcode }, searchesOfItem: { barcode } })
    if (item === null) return problem("unknown")
    return found(withInstantTexts({ rows: searchesOfItem.map(({ loanId: _, ...row }) => row) }))
  }
}

export const claimPages: ReadonlyArray<Route> = [openClaims, searches]
