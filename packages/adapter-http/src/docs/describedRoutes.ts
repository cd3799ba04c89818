import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { description } from "./description.ts"
import { referencePage } from "./referencePage.ts"

const described = description()

const openapi = HttpServerResponse.jsonUnsafe(described)
const page = HttpServerResponse.text(referencePage(described), {
  contentType: "text/html; charset=utf-8",
  headers: {
    "content-security-policy":
      "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
  }
})

/** The description for programs and the same for people. */
export const describedRoutes = Layer.mergeAll(
  HttpRouter.add("GET", "/openapi.json", Effect.succeed(openapi)),
  HttpRouter.add("GET", "/docs", Effect.succeed(page))
)
