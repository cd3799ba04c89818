import { decideRenewAll, renewAllLookup } from "../loans/renewAll.ts"
import { command } from "./command.ts"

export const renewAllShape = { name: "renewAll", idCount: 0, lookup: renewAllLookup, decide: decideRenewAll } as const

/** Carries out `renewAll`. */
export const renewAll = command(renewAllShape)
