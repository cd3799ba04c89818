import { decideHandOverDebt, handOverDebtLookup } from "../accounts/handOverDebt.ts"
import { command } from "./command.ts"

export const handOverDebtShape = {
  name: "handOverDebt",
  idCount: 1,
  lookup: handOverDebtLookup,
  decide: decideHandOverDebt
} as const

/** Carries out `handOverDebt`. */
export const handOverDebt = command(handOverDebtShape)
