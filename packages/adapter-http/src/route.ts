import type { Library } from "@openshelf/core"
import type { Schema } from "effect"
import type { Identity } from "./auth/authenticator.ts"
import type { PaymentProvider } from "./payments/provider.ts"

/** What came back from a route: a body that JSON can say, or a problem. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A signed-in request, read and checked as far as the route's own description goes. */
export interface Call {
  readonly library: Library
  readonly identity: Identity
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The body as JSON; `undefined` for a route that takes none. */
  readonly body: unknown
  /** The server's instant, milliseconds since 1970. */
  readonly now: number
}

/** A request that nobody signed in for: what it is worth, its own signature says. */
export interface RawCall {
  readonly library: Library
  readonly providers: Readonly<Record<string, PaymentProvider>>
  readonly params: Readonly<Record<string, string>>
  readonly headers: Headers
  /** The body as it came, no larger than the handler's bound. */
  readonly bytes: Uint8Array
  readonly now: number
}

export type Fields = Readonly<Record<string, Schema.Top>>

interface Described {
  /** Name of the operation; of a command, the command's own. */
  readonly name: string
  readonly method: "GET" | "POST" | "PATCH"
  readonly path: `/${string}`
  readonly summary: string
  readonly tag: "circulation" | "readers" | "catalogue" | "oneself" | "server"
  readonly params?: Fields
  readonly query?: Fields
  readonly headers?: Fields
  readonly body?: Schema.Top
  /** Largest body, in bytes, where it is not the handler's own bound. */
  readonly bodyBytesMax?: number
  readonly answer: Schema.Top
}

/** One route. `signedIn: false` is for what tells nothing of any tenant; with `raw`, for what signs its body. */
export type Route = Described &
  (
    | {
        readonly signedIn: true
        /** Why this caller may not ask at all, told before the body is read; `null`: may. */
        readonly permits?: (identity: Identity) => Reply | null
        readonly handle: (call: Call) => Promise<Reply>
      }
    | { readonly signedIn: false; readonly raw?: never; readonly handle: () => Promise<Reply> }
    | { readonly signedIn: false; readonly raw: true; readonly handle: (call: RawCall) => Promise<Reply> }
  )

export const found = (body: unknown): Reply => ({ status: 200, body })
