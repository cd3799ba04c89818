import { decideCheckOut } from "../loans/checkOut.ts"
import { checkOutFurther, checkOutIds, checkOutLookup } from "../loans/checkOutCommand.ts"
import { command } from "./command.ts"

export const checkOutShape = {
  name: "checkOut",
  idCount: checkOutIds,
  lookup: checkOutLookup,
  decide: decideCheckOut,
  further: checkOutFurther
} as const

/** Carries out `checkOut`. */
export const checkOut = command(checkOutShape)
