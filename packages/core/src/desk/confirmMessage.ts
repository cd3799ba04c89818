import { confirmMessageLookup, decideConfirmMessage } from "../interlending/confirmMessage.ts"
import { command } from "./command.ts"

export const confirmMessageShape = {
  name: "confirmMessage",
  idCount: 0,
  lookup: confirmMessageLookup,
  decide: decideConfirmMessage
} as const

/** Carries out `confirmMessage`. */
export const confirmMessage = command(confirmMessageShape)
