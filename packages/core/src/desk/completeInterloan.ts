import { completeInterloanLookup, decideCompleteInterloan } from "../interlending/completeInterloan.ts"
import { command } from "./command.ts"

export const completeInterloanShape = {
  name: "completeInterloan",
  idCount: 0,
  lookup: completeInterloanLookup,
  decide: decideCompleteInterloan
} as const

/** Carries out `completeInterloan`. */
export const completeInterloan = command(completeInterloanShape)
