import { claimLookup, decideClaim } from "../loans/claimReturned.ts"
import { command } from "./command.ts"

export const claimReturnedShape = {
  name: "claimReturned",
  idCount: 0,
  lookup: claimLookup,
  decide: decideClaim
} as const

/** Carries out `claimReturned`. */
export const claimReturned = command(claimReturnedShape)
