import type { CommandName } from "@openshelf/core"
import { Schema } from "effect"
import { InstantText } from "./instantText.ts"
import { RefusalShape } from "./problemShape.ts"

const { String: Text, Int, Struct, Array: List, NullOr, Union, Literal, Literals, Record, Unknown } = Schema

const overrides = List(Struct({ refusal: Text, permission: Text, reason: Text }))
const optional = Schema.optionalKey
const allotment = Struct({ chargeId: Text, amount: Int })
/** A step on the way to a due instant; which fields it has beyond `at` goes by its kind. */
export const dueStep = Struct({
  step: Text,
  at: InstantText,
  period: optional(Record(Text, Union([Int, Text]))),
  openDaysOnly: optional(Schema.Boolean),
  dueBy: optional(Text),
  use: optional(Text),
  closedDays: optional(Text),
  offsetMinutes: optional(Int),
  expiresAt: optional(InstantText),
  bookedFromAt: optional(InstantText)
})
const policyTrace = { policyVersion: Int, policyRows: Record(Text, Text) }
const dueTrace = { ...policyTrace, dueSteps: List(dueStep) }
const limits = List(Struct({ limit: Text, count: Int, countMax: Union([Int, Literal("unlimited")]) }))

const charge = Struct({ chargeId: Text, kind: Text, amount: Int, steps: List(Unknown) })
const found = NullOr(
  Struct({ incidentId: Text, givenBack: Int, cancelled: Int, handedOver: Int, because: NullOr(Text) })
)
const depositBack = NullOr(Struct({ chargeId: Text, amount: Int }))

const CheckOut = Struct({
  loanId: Text,
  dueAt: InstantText,
  filledReservationId: NullOr(Text),
  ended: NullOr(
    Struct({ loanId: Text, charge: NullOr(charge), depositBack, found, suspendedUntil: NullOr(InstantText) })
  ),
  charges: List(charge),
  alert: Text,
  parts: Int,
  overrides,
  trace: Struct({ ...dueTrace, limits })
})
const Renew = Struct({
  loanId: Text,
  dueAt: InstantText,
  renewalCount: Int,
  renewalsLeft: Union([Int, Literal("unlimited")]),
  renewsItself: Schema.Boolean,
  charges: List(charge),
  overrides,
  trace: Struct(dueTrace)
})
const setAside = NullOr(
  Struct({
    reservationId: Text,
    pickupBranch: Text,
    shelfUntil: NullOr(InstantText),
    ofSet: optional(Struct({ here: Int, of: Int }))
  })
)
const transit = NullOr(Struct({ transitId: Text, fromBranch: Text, toBranch: Text, reason: Text }))
const bookedSpan = {
  fromAt: InstantText,
  untilAt: InstantText,
  blockedFrom: InstantText,
  blockedUntil: InstantText
}
const skipped = List(Struct({ reservationId: Text, because: Text }))
const handed = { setAside, skipped, skippedMore: optional(Record(Text, Int)), lookedAtCount: optional(Int) }
const moved = Struct({ loanId: Text, dueAt: InstantText, wasDueAt: InstantText })
const recallsCancelled = List(moved)
const End = Struct({ reservationId: Text, ...handed, sendTo: NullOr(Text), transit, recallsCancelled })

const Return = Struct({
  loanId: NullOr(Text),
  charge: NullOr(charge),
  depositBack,
  suspendedUntil: NullOr(InstantText),
  found,
  alert: Text,
  parts: Int,
  ...handed,
  returnedAt: InstantText,
  forgiven: Int,
  arrived: NullOr(Struct({ transitId: Text, toBranch: Text })),
  sendTo: NullOr(Text),
  sendBackTo: NullOr(Text),
  route: Text,
  transit
})
const condition = Struct({
  damages: List(Struct({ kind: Text, grade: Text, count: optional(Int), chosen: optional(Text) })),
  parts: List(Struct({ part: Text, count: optional(Int) }))
})
const seen = { conditionId: Text, condition }
const lossCharges = List(Struct({ chargeId: Text, kind: Text, amount: Int, outstanding: Int }))
const bill = {
  amount: Int,
  charges: lossCharges,
  overdue: Struct({ treatment: Text, accrued: Int, charged: Int, dropped: Int }),
  suspendedUntil: NullOr(InstantText)
}
const Loss = Struct({
  loanId: Text,
  incidentId: Text,
  bill: NullOr(Struct(bill)),
  billAt: NullOr(InstantText),
  replaceUntil: NullOr(InstantText)
})
const Charged = Struct({ incidentId: Text, ...bill, replaceUntil: NullOr(InstantText) })

const writeOff = Struct({
  amount: Int,
  writtenOff: List(Struct({ entryId: Text, chargeId: Text, amount: Int })),
  balance: Int,
  overrides
})

/** What each command gives back, as described to clients. */
export const receiptShapes = {
  checkOut: CheckOut,
  pickUp: CheckOut,
  renew: Renew,
  changeDueDate: Struct({ loanId: Text, dueAt: InstantText, wasDueAt: InstantText }),
  recall: moved,
  cancelRecall: moved,
  renewAll: Struct({
    loans: List(
      Union([
        Struct({ loanId: Text, renewed: Renew }),
        Struct({ loanId: Text, dueAt: InstantText, refusals: List(RefusalShape) })
      ])
    ),
    summary: Struct({ renewed: Int, refused: Int, reasons: Record(Text, Int) })
  }),
  returnItem: Return,
  reserve: Struct({
    reservationId: Text,
    reservationIds: List(Text),
    kind: Literals(["page", "wait", "recall"]),
    pickupBranch: Text,
    ahead: Int,
    waitUntil: NullOr(InstantText),
    recalled: List(moved),
    charges: List(charge),
    overrides,
    trace: Struct(policyTrace)
  }),
  cancelReservation: End,
  expireReservation: End,
  send: Struct({ transit, isPlanned: Schema.Boolean }),
  arrive: Return,
  cancelTransit: Struct({ transitId: Text, putBackReservationId: NullOr(Text) }),
  suspendReservation: Struct({ reservationId: Text, suspendedUntil: NullOr(InstantText), recallsCancelled }),
  resumeReservation: Struct({ reservationId: Text, suspendedUntil: NullOr(InstantText), recallsCancelled }),
  changeReservation: Struct({
    reservationId: Text,
    pickupBranch: Text,
    notBefore: NullOr(InstantText),
    waitUntil: NullOr(InstantText)
  }),
  joinReservations: Struct({ reservationIds: List(Text), as: Text }),
  moveReservation: Struct({ reservationId: Text, after: NullOr(Text) }),
  book: Struct({
    bookingId: Text,
    pickupBranch: Text,
    ...bookedSpan,
    overrides,
    trace: Struct(policyTrace)
  }),
  changeBooking: Struct({ bookingId: Text, ...bookedSpan, overrides }),
  cancelBooking: Struct({ bookingId: Text }),
  expireBooking: Struct({ bookingId: Text }),
  requestInterloan: Struct({ interloanId: Text }),
  cancelInterloan: Struct({ interloanId: Text }),
  borrowIn: Struct({
    interloanId: Text,
    titleId: Text,
    itemId: Text,
    ...handed,
    sendTo: NullOr(Text),
    transit
  }),
  sendBack: Struct({ interloanId: Text }),
  lendOut: Struct({
    interloanId: Text,
    loanId: Text,
    dueAt: InstantText,
    filledReservationId: NullOr(Text),
    charges: List(charge),
    overrides
  }),
  declineInterloan: Struct({ interloanId: Text }),
  completeInterloan: Struct({ interloanId: Text, state: Text }),
  takeMessage: Struct({ interloanId: Text, state: Text }),
  confirmMessage: Struct({ messageId: Text }),
  addPickupSlot: Struct({ slotId: Text }),
  closePickupSlot: Struct({ slotId: Text, taken: Int }),
  takeSlot: Struct({ slotId: Text, reservationId: Text, free: Int }),
  leaveSlot: Struct({ slotId: Text, reservationId: Text }),
  redateLoan: Struct({ loanId: Text, wasDueAt: InstantText, dueAt: InstantText }),
  redateReservation: Struct({
    reservationId: Text,
    wasShelfUntil: InstantText,
    shelfUntil: InstantText,
    leftSlot: NullOr(Text)
  }),
  redateCharge: Struct({ chargeId: Text, entryId: Text, waived: Int, toRefund: Int }),
  pay: Struct({
    entryId: Text,
    amount: Int,
    allotments: List(allotment),
    forgone: Int,
    credit: Int,
    balance: Int
  }),
  accrueOverdue: Struct({
    looked: Int,
    changed: Int,
    reminded: Int,
    amount: Int,
    failed: List(Struct({ loanId: Text, because: List(Text) })),
    next: NullOr(Text)
  }),
  refund: Struct({ entryId: Text, chargeId: Text, amount: Int, balance: Int }),
  payOut: Struct({
    amount: Int,
    payouts: List(Struct({ entryId: Text, creditId: Text, amount: Int })),
    balance: Int
  }),
  applyCredit: Struct({
    amount: Int,
    allotments: List(Struct({ ...allotment.fields, creditId: Text })),
    forgone: Int,
    balance: Int
  }),
  writeOff,
  handOverDebt: Struct({ entryId: Text, amount: Int, allotments: List(allotment), balance: Int }),
  voidEntry: Struct({ entryId: Text, amount: Int, credit: Int, forgone: Int, balance: Int }),
  chargeReader: Struct({ chargeId: Text, amount: Int, balance: Int }),
  giveBackDeposit: Struct({ entryId: Text, chargeId: Text, amount: Int }),
  forgiveSmallDebt: writeOff,
  openCashDesk: Struct({ cashDesk: Text, session: Int }),
  moveCash: Struct({ entryId: Text, expected: Int }),
  closeCashDesk: Struct({
    cashDesk: Text,
    session: Int,
    methods: List(Struct({ method: Text, expected: Int, counted: Int, difference: Int }))
  }),
  waive: Struct({ entryId: Text, chargeId: Text, amount: Int, balance: Int, overrides }),
  registerReader: Struct({ readerId: Text, expiresAt: NullOr(InstantText), charges: List(charge) }),
  changeReader: Struct({ readerId: Text, changed: List(Text) }),
  reportLostCard: Struct({ readerId: Text, cardCount: Int, charges: List(charge) }),
  renewMembership: Struct({ readerId: Text, expiresAt: NullOr(InstantText), charges: List(charge), overrides }),
  addReaderNote: Struct({ noteId: Text }),
  removeReaderNote: Struct({ noteId: Text }),
  linkReaders: Struct({ linkId: Text }),
  unlinkReaders: Struct({ linkId: Text }),
  applyForMembership: Struct({ readerId: Text, application: Text }),
  confirmReader: Struct({ readerId: Text, expiresAt: NullOr(InstantText), charges: List(charge) }),
  rejectReader: Struct({ readerId: Text }),
  setHistoryConsent: Struct({ consentAt: NullOr(InstantText), cut: Int, more: Schema.Boolean }),
  mergeReaders: Struct({ readerId: Text, cards: Int, loans: Int, reservations: Int, charges: Int }),
  eraseReader: Struct({ readerId: Text, cut: Int }),
  placeBlock: Struct({ blockId: Text, endsAt: NullOr(InstantText) }),
  liftBlock: Struct({ blockId: Text }),
  addTitle: Struct({ titleId: Text, outcome: Literals(["added", "changed", "unchanged"]) }),
  addItem: Struct({ itemId: Text, waitingCount: Int }),
  quickAdd: Struct({ titleId: Text, itemId: Text }),
  changeItem: Struct({ itemId: Text, changed: List(Text), putBack: NullOr(Text), recallCancelled: NullOr(moved) }),
  recordUse: Struct({ itemId: Text, inHouseUses: Int }),
  claimReturned: Struct({ loanId: Text }),
  recordSearch: Struct({ loanId: Text, searches: Int }),
  noteCondition: Struct(seen),
  inspect: Struct({
    ...seen,
    amount: Int,
    charges: List(Struct({ chargeId: Text, kind: Text, amount: Int })),
    suspendedUntil: NullOr(InstantText),
    worse: condition,
    incidentId: NullOr(Text),
    bearer: NullOr(Text),
    /** As `Compensation` of `@openshelf/core/compensation`: amount, basis, factors and every step. */
    compensation: NullOr(Record(Text, Unknown)),
    returned: NullOr(Return),
    status: Text,
    sendTo: NullOr(Text),
    transit,
    bookingsCancelled: List(Text)
  }),
  dismissIncident: Struct({ incidentId: Text }),
  sendToRepair: Struct({ ...seen, sendTo: NullOr(Text), transit }),
  repaired: Struct({ ...seen, ...handed, sendTo: NullOr(Text), transit }),
  withdrawItem: Struct({ ...seen, bookingsCancelled: List(Text), sendTo: NullOr(Text) }),
  reportMissing: Struct({ incidentId: Text, kind: Text, bearer: Text, putBackReservationId: NullOr(Text) }),
  appeal: Struct({ appealId: Text, chargeId: Text, held: Int, decideUntil: NullOr(InstantText), overrides }),
  decideAppeal: Struct({
    appealId: Text,
    chargeId: Text,
    as: Text,
    comesTo: Int,
    cancelled: Int,
    refunded: Int,
    balance: Int
  }),
  declareLost: Loss,
  settleClaim: Struct({ loanId: Text, as: Text, returned: NullOr(Return), loss: NullOr(Loss) }),
  ageToLost: Struct({ loanId: Text, incidentId: Text, billAt: NullOr(InstantText) }),
  chargeIncident: Charged,
  billIncident: Charged,
  agreeReplacement: Charged,
  setActualCost: Struct({ incidentId: Text, amount: Int, charges: lossCharges }),
  markReplacementBought: Struct({ incidentId: Text }),
  forgetLoss: Struct({ incidentId: Text, cut: Int }),
  replaceItem: Struct({ loanId: Text, incidentId: Text, depositBack, bookingsCancelled: List(Text) })
} as const satisfies { readonly [N in CommandName]: Schema.Top }
