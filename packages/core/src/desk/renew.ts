import { decideRenew, renewIds, renewLookup } from "../loans/renew.ts"
import { command } from "./command.ts"

export const renewShape = { name: "renew", idCount: renewIds, lookup: renewLookup, decide: decideRenew } as const

/** Carries out `renew`. */
export const renew = command(renewShape)
