import { decideRefund, refundLookup } from "../accounts/refund.ts"
import { command } from "./command.ts"

export const refundShape = {
  name: "refund",
  idCount: 1,
  lookup: refundLookup,
  decide: decideRefund
} as const

/** Carries out `refund`. */
export const refund = command(refundShape)
