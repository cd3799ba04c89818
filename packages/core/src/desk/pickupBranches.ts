import { changeReservationLookup } from "../reservations/changeReservation.ts"
import { decidePickupBranchesToChange, decidePickupBranchesToPlace } from "../reservations/pickupBranches.ts"
import { pickupBranchesFurther, reserveIds, reserveLookup } from "../reservations/reserveCommand.ts"
import { command } from "./command.ts"

const toPlaceShape = {
  name: "reserve",
  idCount: reserveIds,
  lookup: reserveLookup,
  decide: decidePickupBranchesToPlace,
  further: pickupBranchesFurther
} as const

const toChangeShape = {
  name: "changeReservation",
  idCount: 0,
  lookup: changeReservationLookup,
  decide: decidePickupBranchesToChange
} as const

/** Looks up what `reserve` does, once, and decides for each branch; who may not reserve is refused. To be asked as a dry run. */
export const pickupBranchesToPlace = command(toPlaceShape)

/** The same of `changeReservation`. */
export const pickupBranchesToChange = command(toChangeShape)
