import { decideRedateCharge, redateChargeLookup } from "../accounts/redateCharge.ts"
import { command } from "./command.ts"

export const redateChargeShape = {
  name: "redateCharge",
  idCount: 1,
  lookup: redateChargeLookup,
  decide: decideRedateCharge
} as const

/** Carries out `redateCharge`. */
export const redateCharge = command(redateChargeShape)
