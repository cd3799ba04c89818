import { applyLookup, decideApply } from "../readers/applyForMembership.ts"
import { command } from "./command.ts"

export const applyForMembershipShape = {
  name: "applyForMembership",
  idCount: 1,
  lookup: applyLookup,
  decide: decideApply
} as const

/** Carries out `applyForMembership`. */
export const applyForMembership = command(applyForMembershipShape)
