import { Barcode } from "@openshelf/core"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { ItemView, itemView, TitleLine, titleLine } from "../wire/views.ts"

export const item: Route = {
  name: "item",
  method: "GET",
  path: "/v1/items/:barcode",
  tag: "catalogue",
  summary: "A copy, by its barcode",
  params: { barcode: Barcode },
  answer: Schema.Struct({ ...ItemView.fields, title: TitleLine, waitingCount: Schema.Int }),
  signedIn: true,
  handle: async ({ library, identity, params }) => {
    const barcode = params.barcode as Barcode
    const { item: facts } = await library.read(identity.tenant, { item: { barcode } })
    if (facts === null) return problem("unknown")
    const { waitingCount } = facts.queue
    return found(withInstantTexts({ ...itemView(facts.item), title: titleLine(facts.title), waitingCount }))
  }
}
