import { pickupBranchesToChange, pickupBranchesToPlace } from "../../desk/pickupBranches.ts"
import { PickupBranchesToChange, PickupBranchesToPlace } from "../../reservations/pickupBranches.ts"

/** Where something can be fetched: asked as a command is, at a desk and by who may give it, and nothing is ever written. */
export const pickupBranchQueries = {
  pickupBranchesToPlace: { schema: PickupBranchesToPlace, run: pickupBranchesToPlace },
  pickupBranchesToChange: { schema: PickupBranchesToChange, run: pickupBranchesToChange }
} as const
