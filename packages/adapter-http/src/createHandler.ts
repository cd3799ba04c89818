import type { Library } from "@openshelf/core"
import { Context, Effect, Layer } from "effect"
import { HttpEffect, HttpRouter, HttpServer } from "effect/http"
import { answering } from "./answering.ts"
import type { Authenticator } from "./auth/authenticator.ts"
import { tokenAuthenticator } from "./auth/tokenAuthenticator.ts"
import { describedRoutes } from "./docs/describedRoutes.ts"
import type { PaymentProvider } from "./payments/provider.ts"
import { serving } from "./serving.ts"
import { type Observed, withHeaders } from "./withHeaders.ts"

export interface HandlerOptions {
  /** Who is who. By default the bearer tokens of `issueToken`, kept in the library. */
  readonly authenticator?: Authenticator
  /** What time it is, milliseconds since 1970, for commands that do not say. */
  readonly clock?: () => number
  /** Largest body, in bytes: 65,536 unless told. */
  readonly bodyBytesMax?: number
  /** Who may tell of payments at `/v1/payments/callback/…`, by the name in that address; nobody unless told. */
  readonly paymentProviders?: Readonly<Record<string, PaymentProvider>>
  /** Told of every answer, for a log: no body, no token, nobody's name. */
  readonly observe?: (observed: Observed) => void
}

export interface Handler {
  /** Answers any request under `/v1`, and `/openapi.json` and `/docs`; 404 for the rest. Never rejects. */
  readonly handler: (request: Request) => Promise<Response>
  /** Lets go of what the handler holds. The library stays open. */
  readonly dispose: () => Promise<void>
}

/** A library over HTTP, for any framework that speaks `Request` and `Response`. Opens no socket. */
export const createHandler = (library: Library, options: HandlerOptions = {}): Handler => {
  const { clock = () => Date.now(), bodyBytesMax = 65_536, paymentProviders: providers = {}, observe } = options
  const { authenticator = tokenAuthenticator(library, clock) } = options
  const routes = Layer.mergeAll(serving({ library, authenticator, clock, bodyBytesMax, providers }), describedRoutes)
  const layer = Layer.provideMerge(Layer.provide(routes, HttpServer.layerServices), HttpRouter.layer)
  const { handler, dispose } = HttpEffect.toWebHandlerLayerWith(layer, {
    toHandler: (context) => Effect.succeed(answering(Context.get(context, HttpRouter.HttpRouter).asHttpEffect()))
  })
  return { handler: withHeaders(handler, observe), dispose }
}
