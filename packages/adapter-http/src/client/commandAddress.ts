import { type CommandName, formatInstant } from "@openshelf/core"
import { withInstantTexts } from "../wire/instants.ts"

interface Address {
  readonly method: "POST" | "PATCH"
  readonly address: string
  readonly body: unknown
}

/** Where each command lives; a test compares it with the routes. `:field` is taken out of the body. */
export const commandPaths = {
  checkOut: "/v1/loans",
  renew: "/v1/loans/renew",
  changeDueDate: "/v1/loans/due-date",
  recall: "/v1/items/:item/recall",
  cancelRecall: "/v1/items/:item/recall/cancel",
  renewAll: "/v1/loans/renew-all",
  returnItem: "/v1/returns",
  pickUp: "/v1/pick-ups",
  reserve: "/v1/reservations",
  cancelReservation: "/v1/reservations/:reservation/cancel",
  expireReservation: "/v1/reservations/:reservation/expire",
  changeReservation: "/v1/reservations/:reservation",
  suspendReservation: "/v1/reservations/:reservation/suspend",
  resumeReservation: "/v1/reservations/:reservation/resume",
  joinReservations: "/v1/reservations/join",
  moveReservation: "/v1/reservations/:reservation/move",
  send: "/v1/items/:item/send",
  arrive: "/v1/items/:item/arrive",
  cancelTransit: "/v1/items/:item/transit/cancel",
  book: "/v1/bookings",
  changeBooking: "/v1/bookings/:booking",
  cancelBooking: "/v1/bookings/:booking/cancel",
  expireBooking: "/v1/bookings/:booking/expire",
  requestInterloan: "/v1/interloans",
  cancelInterloan: "/v1/interloans/:interloan/cancel",
  borrowIn: "/v1/interloans/:interloan/borrow-in",
  sendBack: "/v1/interloans/:interloan/send-back",
  lendOut: "/v1/interloans/:interloan/lend-out",
  declineInterloan: "/v1/interloans/:interloan/decline",
  completeInterloan: "/v1/interloans/:interloan/complete",
  takeMessage: "/v1/interloans/:interloan/messages",
  confirmMessage: "/v1/outbox/confirm",
  addPickupSlot: "/v1/slots",
  closePickupSlot: "/v1/slots/:slot/close",
  takeSlot: "/v1/reservations/:reservation/slot",
  leaveSlot: "/v1/reservations/:reservation/slot/leave",
  redateLoan: "/v1/loans/redate",
  redateReservation: "/v1/reservations/:reservation/redate",
  redateCharge: "/v1/charges/redate",
  pay: "/v1/payments",
  chargeReader: "/v1/charges",
  giveBackDeposit: "/v1/deposits/give-back",
  refund: "/v1/refunds",
  payOut: "/v1/payouts",
  applyCredit: "/v1/credits/apply",
  writeOff: "/v1/write-offs",
  handOverDebt: "/v1/debts/hand-over",
  voidEntry: "/v1/entries/void",
  accrueOverdue: "/v1/accruals",
  forgiveSmallDebt: "/v1/readers/:card/small-debt",
  openCashDesk: "/v1/cash-desks/:cashDesk/open",
  moveCash: "/v1/cash-desks/:cashDesk/move",
  closeCashDesk: "/v1/cash-desks/:cashDesk/close",
  waive: "/v1/waivers",
  registerReader: "/v1/readers",
  changeReader: "/v1/readers/:card",
  reportLostCard: "/v1/readers/:card/lost-card",
  renewMembership: "/v1/readers/:card/membership",
  addReaderNote: "/v1/readers/:card/notes",
  removeReaderNote: "/v1/notes/:note/remove",
  linkReaders: "/v1/readers/:card/links",
  unlinkReaders: "/v1/links/:link/end",
  applyForMembership: "/v1/registrations",
  confirmReader: "/v1/registrations/:application/confirm",
  rejectReader: "/v1/registrations/:application/reject",
  setHistoryConsent: "/v1/readers/:card/history-consent",
  mergeReaders: "/v1/readers/:card/merge",
  eraseReader: "/v1/readers/:card/erase",
  placeBlock: "/v1/readers/:card/blocks",
  liftBlock: "/v1/blocks/:block/lift",
  addTitle: "/v1/titles",
  addItem: "/v1/items",
  quickAdd: "/v1/items/quick",
  changeItem: "/v1/items/:item",
  recordUse: "/v1/items/:item/uses",
  claimReturned: "/v1/items/:item/claims",
  recordSearch: "/v1/items/:item/claims/searches",
  noteCondition: "/v1/items/:item/conditions",
  inspect: "/v1/items/:item/inspections",
  dismissIncident: "/v1/incidents/:incident/dismiss",
  sendToRepair: "/v1/items/:item/repair",
  repaired: "/v1/items/:item/repaired",
  withdrawItem: "/v1/items/:item/withdraw",
  reportMissing: "/v1/items/:item/missing",
  appeal: "/v1/appeals",
  decideAppeal: "/v1/appeals/:appeal/decide",
  declareLost: "/v1/items/:item/losses",
  settleClaim: "/v1/items/:item/claims/settle",
  ageToLost: "/v1/items/:item/age-to-lost",
  replaceItem: "/v1/items/:item/replace",
  chargeIncident: "/v1/incidents/:incident/charge",
  billIncident: "/v1/incidents/:incident/bill",
  agreeReplacement: "/v1/incidents/:incident/replacement",
  setActualCost: "/v1/incidents/:incident/actual-cost",
  forgetLoss: "/v1/incidents/:incident/forget",
  markReplacementBought: "/v1/incidents/:incident/replacement-bought"
} as const satisfies Record<CommandName, string>

const changing: ReadonlyArray<CommandName> = ["changeReader", "changeItem", "changeReservation", "changeBooking"]

export const commandAddress = (
  name: CommandName,
  command: Readonly<Record<string, unknown>>,
  dryRun: boolean
): Address => {
  const body = { ...(withInstantTexts(command) as Record<string, unknown>) }
  // In answers, this name also has numbers that are no instants.
  if (typeof body.from === "number") body.from = formatInstant(body.from)
  const path = commandPaths[name].replace(/:(\w+)/, (_, field: string) => {
    const value = String(body[field])
    delete body[field]
    return encodeURIComponent(value)
  })
  const method = changing.includes(name) ? "PATCH" : "POST"
  return { method, address: dryRun ? `${path}?dryRun=true` : path, body }
}
