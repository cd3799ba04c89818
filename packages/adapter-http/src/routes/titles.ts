import { TitleId } from "@openshelf/core"
import { searchable } from "@openshelf/core/office"
import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import type { Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { ItemView, itemView, TitleView, titleView } from "../wire/views.ts"
import { paged, pageQuery, pageShape } from "./paging.ts"

const text = Schema.String.check(Schema.isMaxLength(200), Schema.isPattern(/^[^\p{Cc}]*$/u))

export const titles: Route = {
  name: "titles",
  method: "GET",
  path: "/v1/titles",
  tag: "catalogue",
  summary: "Titles that hold every word of a text, by title",
  query: { text: Schema.optionalKey(text), ...pageQuery },
  answer: pageShape(TitleView),
  signedIn: true,
  handle: async (call) => {
    const words = searchable((call.query.text as string | undefined) ?? "")
    const reply = await paged(
      call,
      ["titles", words],
      async (at) => {
        const { titlesFound } = await call.library.read(call.identity.tenant, { titlesFound: { text: words, ...at } })
        return titlesFound
      },
      ({ rows, next }) => withInstantTexts({ rows: rows.map(titleView), next })
    )
    return reply ?? problem("unknown")
  }
}

export const title: Route = {
  name: "title",
  method: "GET",
  path: "/v1/titles/:title",
  tag: "catalogue",
  summary: "A title with its copies by barcode, and how many wait for it",
  params: { title: TitleId },
  query: pageQuery,
  answer: Schema.Struct({ ...TitleView.fields, waitingCount: Schema.Int, items: pageShape(ItemView) }),
  signedIn: true,
  handle: async (call) => {
    const titleId = call.params.title as TitleId
    const { title: facts } = await call.library.read(call.identity.tenant, { title: { titleId } })
    if (facts === null) return problem("unknown")
    const reply = await paged(
      call,
      ["title", titleId],
      async (at) => {
        const { itemsOfTitle } = await call.library.read(call.identity.tenant, { itemsOfTitle: { titleId, ...at } })
        return itemsOfTitle
      },
      ({ rows, next }) =>
        withInstantTexts({
          ...titleView(facts.title),
          waitingCount: facts.queue.waitingCount,
          items: { rows: rows.map(itemView), next }
        })
    )
    return reply ?? problem("unknown")
  }
}
