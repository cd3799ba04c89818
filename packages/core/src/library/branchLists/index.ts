export { type Demand, demand, type Unfillable, type WouldFill } from "./demand.ts"
export { type PullLine, type PullList, pullList } from "./pullList.ts"
export { type Rotated, rotateCollections } from "./rotateCollections.ts"
