import { closeCashDeskLookup, closeIds, decideCloseCashDesk } from "../cash/closeCashDesk.ts"
import { command } from "./command.ts"

export const closeCashDeskShape = {
  name: "closeCashDesk",
  idCount: closeIds,
  lookup: closeCashDeskLookup,
  decide: decideCloseCashDesk
} as const

/** Carries out `closeCashDesk`. */
export const closeCashDesk = command(closeCashDeskShape)
