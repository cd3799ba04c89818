import { decidePayOut, payOutIds, payOutLookup } from "../accounts/payOut.ts"
import { command } from "./command.ts"

export const payOutShape = {
  name: "payOut",
  idCount: payOutIds,
  lookup: payOutLookup,
  decide: decidePayOut
} as const

/** Carries out `payOut`. */
export const payOut = command(payOutShape)
