export { type CheckOutMany, checkOutMany, checkOutManyMax } from "./checkOutMany.ts"
export { type InHand, inHand, type NextStep } from "./inHand.ts"
