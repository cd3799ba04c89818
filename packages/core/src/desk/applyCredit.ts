import { applyCreditLookup, decideApplyCredit } from "../accounts/applyCredit.ts"
import { command } from "./command.ts"

export const applyCreditShape = {
  name: "applyCredit",
  idCount: 1,
  lookup: applyCreditLookup,
  decide: decideApplyCredit
} as const

/** Carries out `applyCredit`. */
export const applyCredit = command(applyCreditShape)
