import { Schema } from "effect"
import { problem } from "../problem/problem.ts"
import { found, type Route } from "../route.ts"
import { withInstantTexts } from "../wire/instants.ts"
import { ReaderView, readerView } from "../wire/views.ts"
import { oneself } from "./whose.ts"

const { String: Text, Struct, Literal } = Schema

export const me: Route = {
  name: "me",
  method: "GET",
  path: "/v1/me",
  tag: "oneself",
  summary: "Who is signed in, where, and with which permissions",
  answer: Schema.Union([
    Struct({ kind: Literal("staff"), id: Text, branch: Text, permissions: Schema.Array(Text) }),
    Struct({ kind: Literal("reader"), branch: Text, reader: ReaderView })
  ]),
  signedIn: true,
  handle: async (call) => {
    const { actor, branch } = call.identity
    if (actor.kind === "staff")
      return found({ kind: "staff", id: actor.id, branch, permissions: [...actor.permissions].sort() })
    const whose = await oneself(call)
    return whose === null
      ? problem("unknown")
      : found({ kind: "reader", branch, reader: withInstantTexts(readerView(whose)) })
  }
}
