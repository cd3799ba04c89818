import type { Library } from "@openshelf/core"
import { Effect, Layer, Result } from "effect"
import { type HttpRouter, type HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { api, SignedIn, SignIn, tags } from "./api.ts"
import type { Authenticator, Identity } from "./auth/authenticator.ts"
import { readBody, readBytes } from "./body/readBody.ts"
import type { PaymentProvider } from "./payments/provider.ts"
import { faultProblem } from "./problem/faultProblem.ts"
import { namingUnknown } from "./problem/namingUnknown.ts"
import { invalid, problem } from "./problem/problem.ts"
import type { Reply, Route } from "./route.ts"
import { allRoutes } from "./routes/allRoutes.ts"

interface Serving {
  readonly library: Library
  readonly authenticator: Authenticator
  readonly clock: () => number
  readonly bodyBytesMax: number
  readonly providers: Readonly<Record<string, PaymentProvider>>
}

/** Every route of the API, carried out on a library. */
export const serving = (options: Serving): Layer.Layer<never, never, Provided> => {
  const [first, ...others] = tags.map((tag) => handlersOf(tag, options))
  // That every group has its handlers is seen when the layer is built, not by its type: groups come from data.
  const handlers = Layer.mergeAll(first as Handlers, ...others)
  const wired = HttpApiBuilder.layer(api).pipe(Layer.provide(handlers), Layer.provide(signIn(options)))
  return wired as Layer.Layer<never, never, Provided>
}

type Handlers = ReturnType<typeof handlersOf>
type Provided = HttpRouter.HttpRouter | Layer.Success<typeof HttpServer.layerServices>

/** What HttpApi has read and checked of a request by the route's description. */
interface Raw {
  readonly request: HttpServerRequest.HttpServerRequest
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string | undefined>>
}

interface AnyHandlers {
  readonly handleRaw: (name: string, handle: (raw: Raw) => Effect.Effect<unknown, never, SignedIn>) => AnyHandlers
}

const handlersOf = (tag: Route["tag"], options: Serving) =>
  HttpApiBuilder.group(
    api,
    tag as never,
    ((handlers: AnyHandlers) =>
      allRoutes
        .filter((route) => route.tag === tag)
        .reduce((all, route) => all.handleRaw(route.name, handlerOf(route, options)), handlers)) as never
  )

const handlerOf = (route: Route, options: Serving) =>
  route.signedIn
    ? (raw: Raw) => Effect.flatMap(SignedIn, (identity) => answer(raw, () => carryOut(route, options, raw, identity)))
    : (raw: Raw) => answer(raw, () => (route.raw === true ? takeRaw(route, options, raw) : route.handle()))

const takeRaw = async (
  route: Extract<Route, { readonly raw: true }>,
  { library, clock, bodyBytesMax, providers }: Serving,
  { request, params = {} }: Raw
): Promise<Reply> => {
  const source = request.source as Request
  const bytes = await readBytes(source, bodyBytesMax)
  if (bytes === null) return problem("tooLarge")
  return route.handle({ library, providers, params, headers: source.headers, bytes, now: clock() })
}

const carryOut = async (
  route: Extract<Route, { readonly signedIn: true }>,
  { library, clock, bodyBytesMax }: Serving,
  { request, params = {}, query = {}, headers = {} }: Raw,
  identity: Identity
): Promise<Reply> => {
  const extra = route.query === undefined ? namesIn(request.source as Request) : []
  if (extra.length > 0) return invalid(...extra.map((path) => ({ path, expected: "no such name" })))
  const barred = route.permits?.(identity) ?? null
  if (barred !== null) return barred
  const body =
    route.body === undefined
      ? Result.succeed(undefined)
      : await readBody(request.source as Request, route.bodyBytesMax ?? bodyBytesMax)
  if (Result.isFailure(body)) return body.failure
  const reply = await route.handle({ library, identity, params, query, headers, body: body.success, now: clock() })
  return namingUnknown(reply, route.path)
}

/** HttpApi checks the names of a query that a route describes; one that describes none takes none. */
const namesIn = ({ url }: Request): ReadonlyArray<string> =>
  url.includes("?") ? [...new Set(new URL(url).searchParams.keys())] : []

/** A route's work. It goes on when whoever asked is gone: a command is never cut in the middle. */
const answer = ({ request }: Raw, work: () => Promise<Reply>): Effect.Effect<HttpServerResponse.HttpServerResponse> =>
  Effect.map(
    Effect.promise(() => work().catch((fault: unknown) => faultProblem(request.source as Request, fault))),
    response
  )

export const response = ({ status, body, headers = {} }: Reply): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.jsonUnsafe(body, {
    status,
    headers: { ...headers, "content-type": status < 400 ? "application/json" : "application/problem+json" }
  })

const signIn = ({ authenticator }: Serving): Layer.Layer<SignIn> =>
  Layer.succeed(SignIn, {
    token: (carriedOut) =>
      Effect.gen(function* () {
        const { source } = yield* HttpServerRequest.HttpServerRequest
        const identity = yield* Effect.promise(() => whoGives(authenticator, source as Request))
        return "status" in identity ? response(identity) : yield* Effect.provideService(carriedOut, SignedIn, identity)
      })
  })

const whoGives = async (authenticator: Authenticator, request: Request): Promise<Identity | Reply> => {
  try {
    return (
      (await authenticator.authenticate(request)) ??
      problem("signedOut", { headers: { "www-authenticate": 'Bearer realm="openshelf"' } })
    )
  } catch (fault) {
    return faultProblem(request, fault)
  }
}
