import { AccountId, EntryId } from "../../accounts/model.ts"
import { AppealId } from "../../appeals/model.ts"
import { BookingId } from "../../bookings/model.ts"
import { CashDeskId } from "../../cash/model.ts"
import { ItemId, TitleId } from "../../catalogue/model.ts"
import type { Decision } from "../../decision/decision.ts"
import { IncidentId } from "../../incidents/model.ts"
import { InterloanId } from "../../interlending/model.ts"
import { LoanId } from "../../loans/model.ts"
import { Minor } from "../../money/minor.ts"
import { PickupSlotId } from "../../pickupSlots/model.ts"
import { BlockId } from "../../readers/blocks/model.ts"
import { LinkId } from "../../readers/links/model.ts"
import { Card, ReaderId } from "../../readers/model.ts"
import { NoteId } from "../../readers/noteModel.ts"
import { byItself, ReservationId } from "../../reservations/model.ts"
import { TransitId } from "../../transits/model.ts"
import {
  accountRow,
  appealRow,
  bookingRow,
  cardRow,
  chargeRow,
  conditionRow,
  entryRow,
  eventRow,
  incidentRow,
  interloanRow,
  itemRow,
  loanRow,
  minutesLater,
  pickupSlotRow,
  queueRow,
  readerRow,
  reservationRow,
  titleRow,
  transitRow
} from "../rows.ts"

/** Rows for every table that decisions insert into; each nullable column once with a value and once without. */
export const oneOfEach: Required<Decision<unknown>["insert"]> = {
  title: [titleRow("t1", { source: "loc", controlNumber: "1" }), titleRow("t2")],
  titleRecord: [{ titleId: TitleId.make("t1"), encoding: "marc8", content: Uint8Array.of(0, 1, 127, 128, 255) }],
  titleQueue: [queueRow("t1"), queueRow("t2")],
  item: [
    itemRow("i1", "t1", {
      status: "onLoan",
      loanId: LoanId.make("l1"),
      price: Minor.make(1250),
      priceCurrency: "EUR",
      parts: 3,
      volumeSet: "encyclopaedia",
      volume: "v. 1",
      lendingAlert: "count the discs",
      inHouseUses: 2
    }),
    itemRow("i2", "t1", { status: "setAside", reservationId: ReservationId.make("r2") }),
    itemRow("i4", "t2", { status: "inTransit", transitId: TransitId.make("x2") }),
    itemRow("i3", "t2", {
      lender: "hill",
      lenderDueAt: minutesLater(8),
      stayBranch: "main",
      onShelfFrom: minutesLater(7),
      returnAlert: "to the repair shelf"
    })
  ],
  reader: [
    readerRow("ada", {
      bornOn: "1990-12-31",
      expiresAt: minutesLater(9),
      lentDay: 19_783,
      lentDayCount: 2,
      reservedDay: 19_783,
      reservedDayCount: 1
    }),
    readerRow("ben", { historyConsentAt: minutesLater(1) }),
    readerRow("cid", { status: "pending" })
  ],
  card: [cardRow("ada"), cardRow("ada", "second"), cardRow("ben")],
  loan: [
    loanRow("l0", "i1", { state: "closed", closedAt: minutesLater(1), onSite: 1 }),
    loanRow("l1", "i1", { lentAt: minutesLater(2) })
  ],
  loanReader: [{ loanId: LoanId.make("l1"), readerId: ReaderId.make("ada") }],
  libraryEntry: [
    { loanId: LoanId.make("l1"), payer: "north", payee: "south", amount: Minor.make(150), at: minutesLater(1) }
  ],
  unseenRenewal: [{ loanId: LoanId.make("l1"), renewalCount: 1 }],
  claimSearch: [
    { loanId: LoanId.make("l1"), nth: 1, place: "shelf", note: "", at: minutesLater(3), actor: "staff:anna" }
  ],
  reservation: [
    reservationRow("r0", "t1", null, { state: "filled", endedAt: minutesLater(3), loanId: LoanId.make("l1") }),
    reservationRow("r1", "t1", 2, {
      itemId: ItemId.make("i1"),
      kind: "recall",
      volume: "v. 1",
      itemType: "book",
      notBefore: minutesLater(1),
      suspended: 1,
      suspendedUntil: minutesLater(2)
    }),
    reservationRow("r2", "t1", 1, {
      state: "setAside",
      setAsideItemId: ItemId.make("i2"),
      setAsideAt: minutesLater(4),
      shelfUntil: minutesLater(5)
    })
  ],
  reservationReader: [
    { reservationId: ReservationId.make("r1"), readerId: ReaderId.make("ada"), groupId: "r1", groupKind: "anyOf" },
    { reservationId: ReservationId.make("r2"), readerId: ReaderId.make("ben"), ...byItself }
  ],
  transit: [
    transitRow("x1", "i3", {
      state: "arrived",
      sentAt: minutesLater(1),
      endedAt: minutesLater(2),
      arrivedBranch: "hill"
    }),
    transitRow("x2", "i4", { state: "open", sentAt: minutesLater(1), reservationId: ReservationId.make("r2") })
  ],
  account: [accountRow("ada", { version: 2, balance: Minor.make(60) }), accountRow("ben")],
  entry: [
    entryRow("e1", "ada"),
    entryRow("e2", "ada", { kind: "payment", amount: Minor.make(-40), reason: "cash" }),
    entryRow("e3", "ada", { corrects: EntryId.make("e1") })
  ],
  charge: [chargeRow("e1", "ada", { outstanding: Minor.make(60) }), chargeRow("e3", "ada", { kind: "loss" })],
  credit: [
    {
      creditId: EntryId.make("e2"),
      accountId: AccountId.make("ada"),
      amount: Minor.make(5),
      remaining: Minor.make(3),
      raisedAt: minutesLater(5)
    }
  ],
  allotment: [
    { entryId: EntryId.make("e2"), chargeId: EntryId.make("e1"), nth: 2, amount: Minor.make(40), at: minutesLater(2) }
  ],
  chargeLoan: [{ loanId: LoanId.make("l1"), kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e1") }],
  readerBlock: [
    {
      blockId: BlockId.make("k1"),
      readerId: ReaderId.make("ada"),
      kind: "address",
      actions: "borrow reserve",
      endsAt: minutesLater(30),
      note: "letter came back",
      ignoredAtHome: 1,
      placedAt: minutesLater(5)
    },
    {
      blockId: BlockId.make("k2"),
      readerId: ReaderId.make("ben"),
      kind: "conduct",
      actions: "borrow",
      endsAt: null,
      note: "",
      ignoredAtHome: 0,
      placedAt: minutesLater(6)
    }
  ],
  readerNote: [
    { noteId: NoteId.make("n1"), readerId: ReaderId.make("ada"), text: "rings twice", placedAt: minutesLater(2) }
  ],
  readerLink: [
    {
      linkId: LinkId.make("k1"),
      readerId: ReaderId.make("ben"),
      otherId: ReaderId.make("ada"),
      kind: "guarantor",
      since: minutesLater(1),
      endsAt: null
    },
    {
      linkId: LinkId.make("k2"),
      readerId: ReaderId.make("ada"),
      otherId: ReaderId.make("ben"),
      kind: "proxy",
      since: minutesLater(1),
      endsAt: minutesLater(90)
    }
  ],
  incident: [
    incidentRow("n1", "i1", {
      loanId: LoanId.make("l1"),
      billAt: minutesLater(40),
      replaceBy: minutesLater(50),
      blocksBorrowing: 1,
      policeReport: "P 17"
    }),
    incidentRow("n2", "i3", { state: "settled", endedAt: minutesLater(60) })
  ],
  incidentReader: [{ incidentId: IncidentId.make("n2"), readerId: ReaderId.make("ben"), evidence: "seen with it" }],
  chargeIncident: [{ chargeId: EntryId.make("e3"), incidentId: IncidentId.make("n1") }],
  condition: [
    conditionRow("k1", "i1", { incidentId: IncidentId.make("n1") }),
    conditionRow("k2", "i1", { at: minutesLater(9), damages: '[{"kind":"stain","grade":"light"}]' })
  ],
  appeal: [
    appealRow("a1", "e1", "ada", { decideUntil: minutesLater(80) }),
    appealRow("a2", "e3", "ada", { state: "reduced", decidedAt: minutesLater(70) })
  ],
  appealStatement: [{ appealId: AppealId.make("a1"), reason: "it was so", evidence: "" }],
  lostCard: [{ card: Card.make("gone"), readerId: ReaderId.make("ada"), lostAt: minutesLater(3) }],
  cashDesk: [
    {
      cashDeskId: CashDeskId.make("front"),
      version: 1,
      branch: "main",
      state: "open",
      session: 2,
      openedAt: minutesLater(4),
      closedAt: null
    },
    {
      cashDeskId: CashDeskId.make("back"),
      version: 1,
      branch: "main",
      state: "closed",
      session: 1,
      openedAt: minutesLater(1),
      closedAt: minutesLater(2)
    }
  ],
  cashEntry: [
    {
      cashEntryId: EntryId.make("e2"),
      cashDeskId: CashDeskId.make("front"),
      session: 2,
      kind: "payment",
      method: "cash",
      amount: Minor.make(40),
      entryId: EntryId.make("e2"),
      at: minutesLater(5),
      actor: "staff:ann",
      reason: ""
    },
    {
      cashEntryId: EntryId.make("c1"),
      cashDeskId: CashDeskId.make("front"),
      session: 1,
      kind: "moved",
      method: "cash",
      amount: Minor.make(-500),
      entryId: null,
      at: minutesLater(3),
      actor: "staff:ann",
      reason: "to the bank"
    }
  ],
  booking: [
    bookingRow("b1", "i3"),
    bookingRow("b2", "i3", {
      state: "fulfilled",
      endedAt: minutesLater(7),
      loanId: LoanId.make("l0")
    })
  ],
  bookingReader: [{ bookingId: BookingId.make("b1"), readerId: ReaderId.make("ben") }],
  pickupSlot: [
    pickupSlotRow("s1", { version: 2, taken: 1 }),
    pickupSlotRow("s2", {
      kind: "curbside",
      fromAt: minutesLater(60),
      untilAt: minutesLater(90),
      closedAt: minutesLater(70)
    })
  ],
  slotTaken: [{ reservationId: ReservationId.make("r2"), slotId: PickupSlotId.make("s1") }],
  interloan: [interloanRow("x1", { itemId: ItemId.make("i1"), loanId: LoanId.make("l1") })],
  outbox: [
    {
      messageId: "x1 shipped",
      partner: "hill",
      interloanId: InterloanId.make("x1"),
      body: '{"kind":"shipped"}',
      at: minutesLater(3)
    }
  ],
  event: [eventRow("l1", 1), eventRow("l1", 2, { tag: "LoanRenewed" })]
}
