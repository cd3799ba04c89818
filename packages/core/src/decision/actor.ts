import type { ReaderId } from "../readers/model.ts"

/** Who gives a command. A reader acts for oneself; staff by permissions; a job by its name. */
export type Actor =
  | { readonly kind: "reader"; readonly readerId: ReaderId }
  | { readonly kind: "staff"; readonly id: string; readonly permissions: ReadonlySet<string> }
  | { readonly kind: "job"; readonly name: string }

/** The way a command came in. */
export type Channel = "desk" | "selfService" | "reader" | "job"

/** The actor as events and entries keep it: a reader is never named there, only "the reader of this loan". */
export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case "reader":
      return "reader"
    case "staff":
      return `staff:${actor.id}`
    case "job":
      return `job:${actor.name}`
  }
}

/** Jobs are the library itself and may what their command does; a reader has no permission, only what is their own. */
export const hasPermission = (actor: Actor, permission: string): boolean =>
  actor.kind === "job" || (actor.kind === "staff" && actor.permissions.has(permission))
