export { type CheckOutMany, checkOutMany, checkOutManyMax } from "./checkOutMany.ts"
export { type InHand, inHand, type NextStep } from "./inHand.ts"
export {
  type JoinedOrNot,
  type ReservedOrNot,
  type ReserveMany,
  type ReserveManyReceipt,
  reserveMany,
  reserveManyMax
} from "./reserveMany.ts"
