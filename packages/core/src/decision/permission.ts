import { type Actor, type Channel, hasPermission } from "./actor.ts"
import { type OverridePermission, overrides } from "./overrides.ts"
import type { Refusal } from "./refusal.ts"

/** The right that each command asks of staff, and whether readers may give it for themselves. */
export const commandRights = {
  checkOut: { permission: "loans.checkOut", readerBy: ["selfService"] },
  pickUp: { permission: "loans.checkOut", readerBy: ["selfService"] },
  renew: { permission: "loans.renew", readerBy: ["selfService", "reader"] },
  changeDueDate: { permission: "loans.changeDueDate", readerBy: [] },
  recall: { permission: "loans.recall", readerBy: [] },
  cancelRecall: { permission: "loans.recall", readerBy: [] },
  renewAll: { permission: "loans.renew", readerBy: ["selfService", "reader"] },
  returnItem: { permission: "loans.return", readerBy: ["selfService"] },
  reserve: { permission: "reservations.place", readerBy: ["selfService", "reader"] },
  cancelReservation: { permission: "reservations.cancel", readerBy: ["selfService", "reader"] },
  expireReservation: { permission: "reservations.expire", readerBy: [] },
  suspendReservation: { permission: "reservations.suspend", readerBy: ["selfService", "reader"] },
  resumeReservation: { permission: "reservations.suspend", readerBy: ["selfService", "reader"] },
  changeReservation: { permission: "reservations.place", readerBy: ["selfService", "reader"] },
  joinReservations: { permission: "reservations.place", readerBy: ["selfService", "reader"] },
  moveReservation: { permission: "reservations.move", readerBy: [] },
  send: { permission: "transits.send", readerBy: [] },
  arrive: { permission: "loans.return", readerBy: [] },
  cancelTransit: { permission: "transits.send", readerBy: [] },
  book: { permission: "bookings.place", readerBy: ["selfService", "reader"] },
  changeBooking: { permission: "bookings.place", readerBy: ["selfService", "reader"] },
  cancelBooking: { permission: "bookings.cancel", readerBy: ["selfService", "reader"] },
  expireBooking: { permission: "bookings.expire", readerBy: [] },
  addPickupSlot: { permission: "pickupSlots.write", readerBy: [] },
  closePickupSlot: { permission: "pickupSlots.write", readerBy: [] },
  takeSlot: { permission: "pickupSlots.take", readerBy: ["selfService", "reader"] },
  leaveSlot: { permission: "pickupSlots.take", readerBy: ["selfService", "reader"] },
  requestInterloan: { permission: "interlending.borrow", readerBy: [] },
  cancelInterloan: { permission: "interlending.borrow", readerBy: [] },
  borrowIn: { permission: "interlending.borrow", readerBy: [] },
  sendBack: { permission: "interlending.borrow", readerBy: [] },
  lendOut: { permission: "interlending.lend", readerBy: [] },
  declineInterloan: { permission: "interlending.lend", readerBy: [] },
  completeInterloan: { permission: "interlending.lend", readerBy: [] },
  takeMessage: { permission: "interlending.relay", readerBy: [] },
  confirmMessage: { permission: "interlending.relay", readerBy: [] },
  redateLoan: { permission: "loans.redate", readerBy: [] },
  redateReservation: { permission: "loans.redate", readerBy: [] },
  redateCharge: { permission: "loans.redate", readerBy: [] },
  chargeReader: { permission: "accounts.charge", readerBy: [] },
  pay: { permission: "accounts.pay", readerBy: [] },
  giveBackDeposit: { permission: "accounts.pay", readerBy: [] },
  refund: { permission: "accounts.refund", readerBy: [] },
  payOut: { permission: "accounts.refund", readerBy: [] },
  applyCredit: { permission: "accounts.pay", readerBy: [] },
  writeOff: { permission: "accounts.writeOff", readerBy: [] },
  handOverDebt: { permission: "accounts.writeOff", readerBy: [] },
  voidEntry: { permission: "accounts.void", readerBy: [] },
  accrueOverdue: { permission: "accounts.accrue", readerBy: [] },
  waive: { permission: "accounts.waive", readerBy: [] },
  forgiveSmallDebt: { permission: "accounts.writeOff", readerBy: [] },
  openCashDesk: { permission: "accounts.cashDesk", readerBy: [] },
  moveCash: { permission: "accounts.cashDesk", readerBy: [] },
  closeCashDesk: { permission: "accounts.cashDesk", readerBy: [] },
  registerReader: { permission: "readers.write", readerBy: [] },
  changeReader: { permission: "readers.write", readerBy: [] },
  reportLostCard: { permission: "readers.write", readerBy: ["reader"] },
  renewMembership: { permission: "readers.write", readerBy: [] },
  addReaderNote: { permission: "readers.write", readerBy: [] },
  removeReaderNote: { permission: "readers.write", readerBy: [] },
  linkReaders: { permission: "readers.write", readerBy: [] },
  unlinkReaders: { permission: "readers.write", readerBy: [] },
  applyForMembership: { permission: "readers.apply", readerBy: [] },
  confirmReader: { permission: "readers.write", readerBy: [] },
  rejectReader: { permission: "readers.write", readerBy: [] },
  setHistoryConsent: { permission: "readers.write", readerBy: ["selfService", "reader"] },
  mergeReaders: { permission: "readers.merge", readerBy: [] },
  eraseReader: { permission: "readers.erase", readerBy: [] },
  placeBlock: { permission: "readers.block", readerBy: [] },
  liftBlock: { permission: "readers.block", readerBy: [] },
  addTitle: { permission: "catalogue.write", readerBy: [] },
  addItem: { permission: "catalogue.write", readerBy: [] },
  quickAdd: { permission: "catalogue.quickAdd", readerBy: [] },
  changeItem: { permission: "catalogue.write", readerBy: [] },
  recordUse: { permission: "loans.return", readerBy: [] },
  claimReturned: { permission: "losses.report", readerBy: ["reader"] },
  recordSearch: { permission: "losses.report", readerBy: [] },
  reportMissing: { permission: "losses.report", readerBy: [] },
  noteCondition: { permission: "damage.inspect", readerBy: [] },
  inspect: { permission: "damage.inspect", readerBy: [] },
  dismissIncident: { permission: "damage.inspect", readerBy: [] },
  sendToRepair: { permission: "damage.repair", readerBy: [] },
  repaired: { permission: "damage.repair", readerBy: [] },
  withdrawItem: { permission: "catalogue.write", readerBy: [] },
  appeal: { permission: "accounts.appeal", readerBy: ["reader"] },
  decideAppeal: { permission: "accounts.decideAppeal", readerBy: [] },
  declareLost: { permission: "losses.report", readerBy: ["reader"] },
  settleClaim: { permission: "losses.settle", readerBy: [] },
  ageToLost: { permission: "losses.age", readerBy: [] },
  chargeIncident: { permission: "losses.charge", readerBy: [] },
  billIncident: { permission: "losses.age", readerBy: [] },
  agreeReplacement: { permission: "losses.charge", readerBy: [] },
  setActualCost: { permission: "losses.charge", readerBy: [] },
  markReplacementBought: { permission: "losses.settle", readerBy: [] },
  replaceItem: { permission: "losses.settle", readerBy: [] },
  forgetLoss: { permission: "losses.age", readerBy: [] }
} as const satisfies Record<string, { readonly permission: string; readonly readerBy: ReadonlyArray<Channel> }>

export type CommandName = keyof typeof commandRights
export type CommandPermission = (typeof commandRights)[CommandName]["permission"]
export type Permission = CommandPermission | OverridePermission | "accounts.report" | "policy.publish" | "tokens.issue"

/** Why this actor may not give this command at all; `null`: may. */
export const notPermitted = (name: CommandName, actor: Actor, channel: Channel): Refusal | null => {
  const { permission, readerBy } = commandRights[name]
  const may =
    actor.kind === "reader" ? (readerBy as ReadonlyArray<Channel>).includes(channel) : hasPermission(actor, permission)
  return may ? null : { _tag: "NotPermitted", permission }
}

const commandPermissions = [...new Set(Object.values(commandRights).map(({ permission }) => permission))]
const overridePermissions = Object.values(overrides)

const managersOnly: ReadonlyArray<Permission> = [
  "readers.merge",
  "readers.erase",
  "accounts.waive",
  "accounts.accrue",
  "accounts.refund",
  "accounts.writeOff",
  "accounts.void",
  "accounts.decideAppeal",
  "catalogue.write",
  "loans.changeDueDate",
  "loans.redate",
  "losses.age",
  "interlending.relay"
]

/** What members of staff usually may. A host may give any other set. */
export const staffRoles: Readonly<Record<"desk" | "manager", ReadonlyArray<Permission>>> = {
  desk: [
    ...commandPermissions.filter((permission) => !managersOnly.includes(permission)),
    "loans.override.expiry",
    "loans.override.onLoan",
    "loans.override.waiting"
  ],
  manager: [...commandPermissions, ...new Set(overridePermissions), "accounts.report", "policy.publish", "tokens.issue"]
}
