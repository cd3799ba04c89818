import { decideLendOut, lendOutLookup } from "../interlending/lendOut.ts"
import { checkOutFurther, checkOutIds } from "../loans/checkOutCommand.ts"
import { command } from "./command.ts"

export const lendOutShape = {
  name: "lendOut",
  idCount: checkOutIds,
  lookup: lendOutLookup,
  decide: decideLendOut,
  further: checkOutFurther
} as const

/** Carries out `lendOut`. */
export const lendOut = command(lendOutShape)
