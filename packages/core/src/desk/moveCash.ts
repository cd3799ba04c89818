import { decideMoveCash, moveCashLookup } from "../cash/moveCash.ts"
import { command } from "./command.ts"

export const moveCashShape = {
  name: "moveCash",
  idCount: 1,
  lookup: moveCashLookup,
  decide: decideMoveCash
} as const

/** Carries out `moveCash`. */
export const moveCash = command(moveCashShape)
