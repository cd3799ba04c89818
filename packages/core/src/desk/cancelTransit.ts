import { cancelTransitLookup, decideCancelTransit } from "../transits/cancelTransit.ts"
import { command } from "./command.ts"

export const cancelTransitShape = {
  name: "cancelTransit",
  idCount: 0,
  lookup: cancelTransitLookup,
  decide: decideCancelTransit
} as const

/** Carries out `cancelTransit`. */
export const cancelTransit = command(cancelTransitShape)
