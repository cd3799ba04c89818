import { checkOutFurther, checkOutIds } from "../loans/checkOutCommand.ts"
import { decidePickUp, pickUpLookup } from "../loans/pickUp.ts"
import { command } from "./command.ts"

export const pickUpShape = {
  name: "pickUp",
  idCount: checkOutIds,
  lookup: pickUpLookup,
  decide: decidePickUp,
  further: checkOutFurther
} as const

/** Carries out `pickUp`. */
export const pickUp = command(pickUpShape)
