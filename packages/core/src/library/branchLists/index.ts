export { type Demand, demand, type Unfillable, type WouldFill } from "./demand.ts"
export { type PickupNotice, pickupNotices } from "./pickupNotices.ts"
export { type PullLine, type PullList, pullList } from "./pullList.ts"
export { type Rotated, rotateCollections } from "./rotateCollections.ts"
