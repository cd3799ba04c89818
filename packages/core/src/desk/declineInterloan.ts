import { decideDeclineInterloan } from "../interlending/cancelInterloan.ts"
import { interloanLookup } from "../interlending/interloanLookup.ts"
import { command } from "./command.ts"

export const declineInterloanShape = {
  name: "declineInterloan",
  idCount: 0,
  lookup: interloanLookup,
  decide: decideDeclineInterloan
} as const

/** Carries out `declineInterloan`. */
export const declineInterloan = command(declineInterloanShape)
