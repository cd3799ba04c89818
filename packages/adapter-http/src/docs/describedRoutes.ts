import { Effect, Layer } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { OpenApi } from "effect/http-api"
import { api } from "../api.ts"
import { referencePage } from "./referencePage.ts"

const description = OpenApi.fromApi(api)

const openapi = HttpServerResponse.jsonUnsafe(description)
const page = HttpServerResponse.text(referencePage(description), {
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
