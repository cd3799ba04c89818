import { decideGiveBack, giveBackLookup } from "../accounts/giveBackDeposit.ts"
import { command } from "./command.ts"

export const giveBackDepositShape = {
  name: "giveBackDeposit",
  idCount: 2,
  lookup: giveBackLookup,
  decide: decideGiveBack
} as const

/** Carries out `giveBackDeposit`. */
export const giveBackDeposit = command(giveBackDepositShape)
