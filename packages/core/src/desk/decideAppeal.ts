import { decideAppealDecision, decideAppealLookup } from "../appeals/decideAppeal.ts"
import { command } from "./command.ts"

export const decideAppealShape = {
  name: "decideAppeal",
  idCount: 2,
  lookup: decideAppealLookup,
  decide: decideAppealDecision
} as const

/** Carries out `decideAppeal`. */
export const decideAppeal = command(decideAppealShape)
