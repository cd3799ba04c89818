import type { Invalid } from "@openshelf/core"
import { Cause, Effect, Option, SchemaIssue } from "effect"
import { HttpServerError, HttpServerRequest, type HttpServerResponse } from "effect/http"
import { HttpApiError } from "effect/http-api"
import { faultProblem } from "./problem/faultProblem.ts"
import { namingUnknown } from "./problem/namingUnknown.ts"
import { problem } from "./problem/problem.ts"
import type { Reply } from "./route.ts"
import { allRoutes } from "./routes/allRoutes.ts"
import { response } from "./serving.ts"

/** Makes a problem of whatever a route did not answer itself: no such route, or a query that does not hold. */
export const answering = <E, R>(
  work: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>
): Effect.Effect<HttpServerResponse.HttpServerResponse, never, R | HttpServerRequest.HttpServerRequest> =>
  Effect.catchCause(work, (cause) =>
    Effect.map(HttpServerRequest.HttpServerRequest, ({ source }) => response(replyTo(cause, source as Request)))
  )

const replyTo = (cause: Cause.Cause<unknown>, request: Request): Reply => {
  const error = Option.getOrUndefined(Cause.findErrorOption(cause))
  if (HttpServerError.isHttpServerError(error) && error.reason._tag === "RouteNotFound") {
    const methods = methodsAt(new URL(request.url).pathname)
    return methods.length === 0 || methods.some((method) => method === request.method)
      ? problem("unknown")
      : problem("methodUnknown", { headers: { allow: methods.join(", ") } })
  }
  const defect = cause.reasons.find(Cause.isDieReason)?.defect
  if (HttpApiError.HttpApiSchemaError.is(defect)) {
    if (defect.kind === "Params") return namingUnknown(problem("unknown"), pathAt(request))
    if (defect.kind === "Query" || defect.kind === "Headers")
      return problem("invalid", { invalid: invalidOf(defect.cause.issue) })
  }
  return faultProblem(request, Cause.squash(cause))
}

const forms = allRoutes.map(({ method, path }) => ({
  method,
  path,
  form: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`)
}))

const methodsAt = (path: string): ReadonlyArray<string> =>
  forms.filter(({ form }) => form.test(path)).map(({ method }) => method)

const pathAt = ({ method, url }: Request): string =>
  forms.find((route) => route.method === method && route.form.test(new URL(url).pathname))?.path ?? ""

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const invalidOf = (issue: SchemaIssue.Issue): ReadonlyArray<Invalid> =>
  format(issue).issues.map(({ path = [], message }) => ({
    path: path.map((part) => String(typeof part === "object" ? part.key : part)).join("."),
    expected: message.replace(/^Expected /, "").replace(/, got .*$/s, "")
  }))
