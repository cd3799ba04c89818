import type { CalendarDocument, PolicyDocument } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { found, type Route } from "../route.ts"
import { inForce } from "../wire/inForce.ts"

const joinKinds = ["anyOf", "together"] as const
const JoinKind = Schema.Literals(joinKinds)
const Names = Schema.Record(Schema.String, Schema.String)
const NamesByCode = Schema.Record(Schema.String, Names)

export const place: Route = {
  name: "place",
  method: "GET",
  path: "/v1/place",
  tag: "server",
  summary:
    "The library one is in: branches, reader categories, item types, reasons to cancel and other systems to lend to or borrow from, with their names; and how any reservations may be joined",
  answer: Schema.Struct({
    name: Schema.String,
    currency: Schema.String,
    branches: Schema.Array(Schema.Struct({ branch: Schema.String, name: Names, zone: Schema.String })),
    readerCategories: NamesByCode,
    itemTypes: NamesByCode,
    cancellationReasons: NamesByCode,
    partners: NamesByCode,
    reservationsJoined: Schema.Array(JoinKind)
  }),
  signedIn: true,
  handle: async ({ library, identity: { tenant }, now }) => {
    const row = (await library.tenants()).find((one) => one.tenant === tenant)
    const policy = await inForce(library, tenant, "policy", now)
    const calendar = await inForce(library, tenant, "calendar", now)
    if (row === undefined || policy === null || calendar === null) return problem("unknown")
    const document: PolicyDocument = JSON.parse(policy.content)
    const { readerCategories, itemTypes, cancellationReasons = {}, partners = {} } = document
    const { branches }: CalendarDocument = JSON.parse(calendar.content)
    return found({
      name: row.name,
      currency: row.currency,
      branches: Object.entries(branches).map(([branch, { name, zone }]) => ({ branch, name, zone })),
      readerCategories: names(readerCategories),
      itemTypes: names(itemTypes),
      cancellationReasons: names(cancellationReasons),
      partners: names(Object.fromEntries(Object.entries(partners).filter(([partner]) => partner !== tenant))),
      reservationsJoined: joinKinds.filter((kind) =>
        document.rows.some(({ set }) => set.reservationsJoined?.includes(kind))
      )
    })
  }
}

const names = (
  entries: Readonly<Record<string, { readonly name?: Readonly<Record<string, string>> }>>
): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(Object.entries(entries).map(([code, { name = {} }]) => [code, name]))
