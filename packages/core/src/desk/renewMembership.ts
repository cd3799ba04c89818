import { decideRenewMembership, renewMembershipLookup } from "../readers/renewMembership.ts"
import { command } from "./command.ts"

export const renewMembershipShape = {
  name: "renewMembership",
  idCount: 1,
  lookup: renewMembershipLookup,
  decide: decideRenewMembership
} as const

/** Carries out `renewMembership`. */
export const renewMembership = command(renewMembershipShape)
