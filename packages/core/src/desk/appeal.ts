import { appealLookup, decideOpenAppeal } from "../appeals/appeal.ts"
import { command } from "./command.ts"

export const appealShape = { name: "appeal", idCount: 1, lookup: appealLookup, decide: decideOpenAppeal } as const

/** Carries out `appeal`. */
export const appeal = command(appealShape)
