import type { Actor } from "../decision/actor.ts"

/** The name of the job that renews loans without being asked. */
export const autoRenewJob = "autoRenew"

/** Whether this renewal is the library's own doing. */
export const isAutomatic = (actor: Actor): boolean => actor.kind === "job" && actor.name === autoRenewJob
