import { Barcode, type RegisteredIncident } from "@openshelf/core"
import { type IncidentLine, itemArchive, registerLine } from "@openshelf/core/archive"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { refused } from "../problem/refused.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { InstantText } from "../wire/instantText.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const { String: Text, Int, Struct, NullOr, Unknown, Array: List } = Schema

const staffOnly: Extract<Route, { readonly signedIn: true }>["permits"] = ({ actor }) =>
  actor.kind === "staff" ? null : refused([{ _tag: "NotPermitted", permission: "damage.inspect" }])

const incident = {
  incidentId: Text,
  kind: Text,
  state: Text,
  branch: Text,
  noticedAt: Text,
  conduct: Text,
  bearer: Text,
  policeReport: Text,
  amount: Int,
  suspensionDays: Int,
  reportedAt: InstantText,
  billAt: NullOr(InstantText),
  replaceUntil: NullOr(InstantText),
  blocksBorrowing: Int,
  replacementBought: Int,
  endedAt: NullOr(InstantText)
}
const condition = { damages: List(Unknown), parts: List(Unknown) }

/** The register of losses, thefts and damage, page by page. Names items, never loans or readers. */
const incidents: Route = {
  name: "incidents",
  method: "GET",
  path: "/v1/incidents",
  tag: "circulation",
  summary: "The register of losses, thefts and damage: what, where, in which state, what was charged",
  query: pageQuery,
  answer: pageShape(Struct({ ...incident, itemId: Text, barcode: Text, title: Text })),
  signedIn: true,
  permits: staffOnly,
  handle: async (call) => {
    const reply = await paged<RegisteredIncident>(
      call,
      ["incidents"],
      async (page) =>
        (await call.library.read(call.identity.tenant, { registeredIncidents: page })).registeredIncidents,
      ({ rows, next }) =>
        withInstantTexts({ rows: rows.map(({ incident, ...thing }) => onWire(registerLine(incident, thing))), next })
    )
    return reply ?? problem("unknown")
  }
}

/** Instants are known by their names. */
const onWire = ({ replaceBy, ...told }: Omit<IncidentLine, "itemId" | "barcode" | "title">): object => ({
  ...told,
  replaceUntil: replaceBy
})

const archive: Route = {
  name: "itemArchive",
  method: "GET",
  path: "/v1/items/:barcode/archive",
  tag: "catalogue",
  summary: "One page of a copy's life: conditions, repairs, incidents, how much it was used, what it cost; no readers",
  params: { barcode: Barcode },
  answer: Struct({
    item: Unknown,
    title: Text,
    use: Struct({
      loanCount: Int,
      renewalCount: Int,
      firstLentAt: NullOr(InstantText),
      lastLentAt: NullOr(InstantText),
      inHouseUses: Int
    }),
    condition: Struct(condition),
    conditions: List(
      Struct({
        conditionId: Text,
        incidentId: NullOr(Text),
        occasion: Text,
        ...condition,
        note: Text,
        photo: Text,
        cost: Int,
        at: InstantText,
        actor: Text
      })
    ),
    incidents: List(Struct(incident)),
    costs: Struct({ price: NullOr(Int), priceCurrency: Text, repairs: Int, charged: Int })
  }),
  signedIn: true,
  permits: staffOnly,
  handle: async ({ library, identity: { tenant }, params }) => {
    const life = await itemArchive(library, { tenant, barcode: params.barcode as Barcode })
    return life === null
      ? problem("unknown")
      : found(withInstantTexts({ ...life, incidents: life.incidents.map(onWire) }))
  }
}

export const incidentPages: ReadonlyArray<Route> = [incidents, archive]
