import { chargeReaderLookup, decideChargeReader } from "../accounts/chargeReader.ts"
import { command } from "./command.ts"

export const chargeReaderShape = {
  name: "chargeReader",
  idCount: 1,
  lookup: chargeReaderLookup,
  decide: decideChargeReader
} as const

/** Carries out `chargeReader`. */
export const chargeReader = command(chargeReaderShape)
