import { decideForgiveSmallDebt, forgiveSmallDebtLookup } from "../accounts/forgiveSmallDebt.ts"
import { writeOffIds } from "../accounts/writeOff.ts"
import { command } from "./command.ts"

export const forgiveSmallDebtShape = {
  name: "forgiveSmallDebt",
  idCount: writeOffIds,
  lookup: forgiveSmallDebtLookup,
  decide: decideForgiveSmallDebt
} as const

/** Carries out `forgiveSmallDebt`. */
export const forgiveSmallDebt = command(forgiveSmallDebtShape)
