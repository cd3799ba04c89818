import { accrueOverdueIds, accrueOverdueLookup, decideAccrueOverdue } from "../accounts/accrueOverdue.ts"
import { command } from "./command.ts"

export const accrueOverdueShape = {
  name: "accrueOverdue",
  idCount: accrueOverdueIds,
  lookup: accrueOverdueLookup,
  decide: decideAccrueOverdue
} as const

/** Carries out `accrueOverdue`. */
export const accrueOverdue = command(accrueOverdueShape)
