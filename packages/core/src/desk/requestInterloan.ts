import { decideRequestInterloan, requestInterloanLookup } from "../interlending/requestInterloan.ts"
import { command } from "./command.ts"

export const requestInterloanShape = {
  name: "requestInterloan",
  idCount: 1,
  lookup: requestInterloanLookup,
  decide: decideRequestInterloan
} as const

/** Carries out `requestInterloan`. */
export const requestInterloan = command(requestInterloanShape)
