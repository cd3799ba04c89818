import { Context, type Schema } from "effect"
import {
  HttpApi,
  HttpApiEndpoint,
  HttpApiGroup,
  HttpApiMiddleware,
  HttpApiSchema,
  HttpApiSecurity,
  OpenApi
} from "effect/http-api"
import type { Identity } from "./auth/authenticator.ts"
import type { Route } from "./route.ts"
import { allRoutes } from "./routes/allRoutes.ts"
import { ProblemShape } from "./wire/problemShape.ts"

/** Who gives the request, for routes that need somebody. */
export class SignedIn extends Context.Service<SignedIn, Identity>()("@openshelf/adapter-http/SignedIn") {}

/** Asks the authenticator before anything of the request is read. */
export class SignIn extends HttpApiMiddleware.Service<SignIn, { provides: SignedIn }>()(
  "@openshelf/adapter-http/SignIn",
  { security: { token: HttpApiSecurity.bearer } }
) {}

const statuses = {
  open: [500, 503],
  read: [400, 401, 404, 500, 503],
  raw: [400, 401, 404, 409, 413, 422, 500, 503],
  command: [400, 401, 403, 404, 409, 413, 415, 422, 500, 503]
}

const problemWith = (status: number): Schema.Top =>
  ProblemShape.pipe(HttpApiSchema.status(status)).pipe(
    HttpApiSchema.asJson({ contentType: "application/problem+json" })
  )
const problems = new Map(statuses.command.map((status) => [status, problemWith(status)]))

const endpointOf = (route: Route): HttpApiEndpoint.Constraint => {
  const { name, method, path, summary, params, query, headers, body, answer, signedIn } = route
  const kind = signedIn ? (body === undefined ? "read" : "command") : "raw" in route && route.raw ? "raw" : "open"
  const options = {
    ...(params === undefined ? {} : { params }),
    query: query ?? {},
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { payload: body }),
    success: answer,
    error: statuses[kind].map((status) => problems.get(status) as Schema.Top)
  }
  // Routes are data: their types meet again in `Route`, which every one of them satisfies.
  const endpoint = HttpApiEndpoint.make(method)(name, path, options as never)
    .annotate(OpenApi.Summary, summary)
    .annotate(OpenApi.Identifier, name)
  return (signedIn ? endpoint.middleware(SignIn) : endpoint) as never
}

export const tags = [...new Set(allRoutes.map(({ tag }) => tag))]

const groupOf = (tag: Route["tag"]) => {
  const endpoints = allRoutes.filter((route) => route.tag === tag).map(endpointOf)
  return HttpApiGroup.make(tag).add(...(endpoints as never as [HttpApiEndpoint.Constraint]))
}

const [firstGroup, ...otherGroups] = tags.map(groupOf)

export const api = HttpApi.make("openshelf")
  .add(firstGroup as HttpApiGroup.Constraint, ...otherGroups)
  .annotate(HttpApi.QueryParseOptions, { onExcessProperty: "error", errors: "all" })
  .annotateMerge(
    OpenApi.annotations({
      title: "Openshelf",
      version: "1",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
      description: [
        "Circulation of a library. Every command takes an `Idempotency-Key`: whoever repeats it with the same key has it",
        "carried out once and gets the first receipt again, with `Idempotency-Replayed: true`. With `?dryRun=true` it tells",
        "what would come of it and writes nothing. Instants are ISO 8601 with a zone, money is whole minor units. Problems",
        "are RFC 9457; a refusal has a code, its numbers, and the permission that lifts it."
      ].join("\n")
    })
  )
