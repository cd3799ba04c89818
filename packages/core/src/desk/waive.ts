import { decideWaive, waiveLookup } from "../accounts/waive.ts"
import { command } from "./command.ts"

export const waiveShape = { name: "waive", idCount: 1, lookup: waiveLookup, decide: decideWaive } as const

/** Carries out `waive`. */
export const waive = command(waiveShape)
