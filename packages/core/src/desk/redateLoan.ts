import { decideRedateLoan, redateLoanLookup } from "../loans/redateLoan.ts"
import { command } from "./command.ts"

export const redateLoanShape = {
  name: "redateLoan",
  idCount: 0,
  lookup: redateLoanLookup,
  decide: decideRedateLoan
} as const

/** Carries out `redateLoan`. */
export const redateLoan = command(redateLoanShape)
