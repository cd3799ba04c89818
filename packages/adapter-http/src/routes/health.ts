import { Schema } from "effect"
import { found, type Route } from "../route.ts"

export const health: Route = {
  name: "health",
  method: "GET",
  path: "/v1/health",
  tag: "server",
  summary: "Whether the server answers",
  answer: Schema.Struct({ status: Schema.Literal("ok") }),
  signedIn: false,
  handle: async () => found({ status: "ok" })
}
