import { decideRenew, renewLookup } from "../loans/renew.ts"
import { command } from "./command.ts"

export const renewShape = { name: "renew", idCount: 0, lookup: renewLookup, decide: decideRenew } as const

/** Carries out `renew`. */
export const renew = command(renewShape)
