import { decideCancelInterloan } from "../interlending/cancelInterloan.ts"
import { interloanLookup } from "../interlending/interloanLookup.ts"
import { command } from "./command.ts"

export const cancelInterloanShape = {
  name: "cancelInterloan",
  idCount: 0,
  lookup: interloanLookup,
  decide: decideCancelInterloan
} as const

/** Carries out `cancelInterloan`. */
export const cancelInterloan = command(cancelInterloanShape)
