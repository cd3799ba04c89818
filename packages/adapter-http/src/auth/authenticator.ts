import type { Actor, Channel } from "@openshelf/core"

/** Who gives a request, in which tenant, at which branch. */
export interface Identity {
  readonly tenant: string
  readonly actor: Actor
  /** The branch of the desk; for a reader, where what they do counts as done. */
  readonly branch: string
  readonly channel: Channel
}

/**
 * Says who gives a request, by whatever the host signs people in with; `null`: nobody. Asked once a request, before the
 * body is read; must not read it. Whoever remembers an answer lets a withdrawn right live on as long.
 */
export interface Authenticator {
  readonly authenticate: (request: Request) => Promise<Identity | null>
}
