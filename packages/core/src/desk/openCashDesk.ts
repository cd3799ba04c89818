import { decideOpenCashDesk, openCashDeskLookup } from "../cash/openCashDesk.ts"
import { command } from "./command.ts"

export const openCashDeskShape = {
  name: "openCashDesk",
  idCount: 1,
  lookup: openCashDeskLookup,
  decide: decideOpenCashDesk
} as const

/** Carries out `openCashDesk`. */
export const openCashDesk = command(openCashDeskShape)
