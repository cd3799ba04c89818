export type { BrokenInvariant } from "./check.ts"
export { type CheckOptions, checkInvariants } from "./checkInvariants.ts"
export { type Difference, type ReplayOptions, replay } from "./replay.ts"
