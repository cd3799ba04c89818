import {
  decideSettleClaim,
  settleClaimFurther,
  settleClaimIds,
  settleClaimLookup
} from "../incidents/losses/settleClaim.ts"
import { command } from "./command.ts"

export const settleClaimShape = {
  name: "settleClaim",
  idCount: settleClaimIds,
  lookup: settleClaimLookup,
  decide: decideSettleClaim,
  further: settleClaimFurther
} as const

/** Carries out `settleClaim`. */
export const settleClaim = command(settleClaimShape)
