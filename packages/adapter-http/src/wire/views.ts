import {
  type AppealRow,
  BlockAction,
  type BookedItem,
  type ChargeFacts,
  type EntryRow,
  type ItemFacts,
  type JoinedReservation,
  type LoanFacts,
  type PickupSlotRow,
  type ReaderBlockRow,
  type ReaderFacts,
  type ReaderLinkFacts,
  type ReaderNoteRow,
  type ReaderRow,
  type ReservationFacts,
  type TitleFacts,
  type TitleRow
} from "@openshelf/core"
import { Schema } from "effect"
import { InstantText } from "./instantText.ts"

const { String: Text, Int, Struct, NullOr } = Schema

export const TitleLine = Struct({
  titleId: Text,
  title: Text,
  responsibility: Text,
  format: Text,
  language: Text
})
export const titleLine = ({ titleId, title, responsibility, format, language }: TitleFacts): typeof TitleLine.Type => ({
  titleId,
  title,
  responsibility,
  format,
  language
})

export const TitleView = Struct({ ...TitleLine.fields, description: Schema.Unknown, addedAt: InstantText })
/** A title with all that was described. Instants of views are numbers still: `withInstantTexts` writes them. */
export const titleView = (row: TitleRow): object => ({
  ...titleLine(row),
  description: JSON.parse(row.description),
  addedAt: row.addedAt
})

export const ItemView = Struct({
  itemId: Text,
  barcode: Text,
  status: Text,
  homeBranch: Text,
  presentBranch: Text,
  type: Text,
  collection: Text,
  location: Text,
  volumeSet: Text,
  volume: Text,
  callNumber: Text,
  parts: Int,
  /** Returned, and not on its shelf before this instant. */
  reshelvedAt: NullOr(InstantText)
})
/** A copy; never which loan or reservation has it. */
export const itemView = (item: ItemFacts["item"]): object => {
  const {
    itemId,
    barcode,
    status,
    homeBranch,
    presentBranch,
    type,
    collection,
    location,
    volumeSet,
    volume,
    callNumber
  } = item
  const shelf = { homeBranch, presentBranch, type, collection, location, volumeSet, volume, callNumber }
  return { itemId, barcode, status, ...shelf, parts: item.parts, reshelvedAt: item.onShelfFrom }
}

export const StaffItemView = Struct({ ...ItemView.fields, lendingAlert: Text, returnAlert: Text, inHouseUses: Int })
/** The same with what only staff are told. */
export const staffItemView = (item: ItemFacts["item"]): object => {
  const { lendingAlert, returnAlert, inHouseUses } = item
  return { ...itemView(item), lendingAlert, returnAlert, inHouseUses }
}

export const ReaderView = Struct({
  readerId: Text,
  card: Text,
  name: Text,
  category: Text,
  homeBranch: Text,
  bornOn: NullOr(Text),
  language: Text,
  expiresAt: NullOr(InstantText),
  registeredAt: InstantText,
  historyConsentAt: NullOr(InstantText),
  balance: Int
})
export const readerView = ({ reader, account, card }: ReaderFacts & { readonly card: string }): object => {
  const { readerId, name, category, homeBranch, bornOn, language, expiresAt, registeredAt, historyConsentAt } = reader
  const person = { readerId, card, name, category, homeBranch, bornOn, language }
  return { ...person, expiresAt, registeredAt, historyConsentAt, balance: account.balance }
}

export const BlockView = Struct({
  blockId: Text,
  kind: Text,
  actions: Schema.Array(BlockAction),
  endsAt: NullOr(InstantText),
  note: Text,
  ignoredAtHome: Schema.Boolean,
  placedAt: InstantText
})
export const blockView = ({ readerId: _, ...block }: ReaderBlockRow): object => ({
  ...block,
  actions: block.actions.split(" "),
  ignoredAtHome: block.ignoredAtHome === 1
})

export const NoteView = Struct({ noteId: Text, text: Text, placedAt: InstantText })
export const noteView = ({ noteId, text, placedAt }: ReaderNoteRow): object => ({ noteId, text, placedAt })

export const LinkView = Struct({
  linkId: Text,
  kind: Text,
  /** `of`: the other one stands for the reader; `to`: the reader stands for the other one. */
  direction: Schema.Literals(["of", "to"]),
  name: Text,
  balance: Int,
  sinceAt: InstantText,
  endsAt: NullOr(InstantText)
})
export const linkView =
  (direction: "of" | "to") =>
  ({ link: { linkId, kind, since, endsAt }, reader: { name }, account: { balance } }: ReaderLinkFacts): object => ({
    linkId,
    kind,
    direction,
    name,
    balance,
    sinceAt: since,
    endsAt
  })

export const ArchiveView = Struct({ title: TitleLine, lentAt: InstantText, returnedAt: NullOr(InstantText) })
/** A loan that is over, as the reader sees it. */
export const archiveView = ({ loan: { lentAt, closedAt }, title }: LoanFacts): object => ({
  title: titleLine(title),
  lentAt,
  returnedAt: closedAt
})

export const PendingView = Struct({
  application: Text,
  name: Text,
  category: Text,
  homeBranch: Text,
  bornOn: NullOr(Text),
  language: Text,
  registeredAt: InstantText
})
/** Somebody who registered and waits for staff. */
export const pendingView = (reader: ReaderRow): object => {
  const { readerId, name, category, homeBranch, bornOn, language, registeredAt } = reader
  return { application: readerId, name, category, homeBranch, bornOn, language, registeredAt }
}

export const LoanView = Struct({
  loanId: Text,
  barcode: Text,
  itemType: Text,
  title: TitleLine,
  branch: Text,
  lentAt: InstantText,
  dueAt: InstantText,
  /** When it was asked for before it was due; `null`: it was not. */
  recalledAt: NullOr(InstantText),
  renewalCount: Int
})
export const loanView = ({ loan, item, title }: LoanFacts): object => {
  const { loanId, itemType, branch, lentAt, dueAt, recalledAt, renewalCount } = loan
  return {
    loanId,
    barcode: item.barcode,
    itemType,
    title: titleLine(title),
    branch,
    lentAt,
    dueAt,
    recalledAt,
    renewalCount
  }
}

export const SlotView = Struct({
  slotId: Text,
  kind: Text,
  name: Text,
  fromAt: NullOr(InstantText),
  untilAt: NullOr(InstantText)
})
export const slotView = ({ slotId, kind, name, fromAt, untilAt }: PickupSlotRow): object => ({
  slotId,
  kind,
  name,
  fromAt,
  untilAt
})

export const ReservationView = Struct({
  reservationId: Text,
  title: TitleLine,
  state: Text,
  kind: Text,
  volume: Text,
  pickupBranch: Text,
  placedAt: InstantText,
  notBefore: NullOr(InstantText),
  isSuspended: Schema.Boolean,
  suspendedUntil: NullOr(InstantText),
  waitUntil: NullOr(InstantText),
  shelfUntil: NullOr(InstantText),
  ahead: Int,
  /** Where or when it is to be fetched; `null`: from the pickup shelf. */
  slot: NullOr(SlotView),
  /** The other reservations that it is joined with, and how; `null`: it stands by itself. */
  joined: NullOr(Struct({ as: Schema.Literals(["anyOf", "together"]), reservations: Schema.Array(Text) }))
})
export const reservationView = (
  { reservation, title, ahead }: ReservationFacts,
  slot: PickupSlotRow | null,
  joined: ReadonlyArray<JoinedReservation>
): object => {
  const { reservationId, state, kind, volume, pickupBranch, placedAt, notBefore, waitUntil, shelfUntil } = reservation
  const { suspended, suspendedUntil } = reservation
  return {
    reservationId,
    title: titleLine(title),
    state,
    kind,
    volume,
    pickupBranch,
    placedAt,
    notBefore,
    isSuspended: suspended === 1,
    suspendedUntil,
    waitUntil,
    shelfUntil,
    ahead,
    slot: slot === null ? null : slotView(slot),
    joined: joinedView(reservationId, joined)
  }
}

const joinedView = (reservationId: string, joined: ReadonlyArray<JoinedReservation>): object | null => {
  const own = joined.find(({ reservation }) => reservation.reservationId === reservationId)
  if (own === undefined) return null
  const others = joined.filter((one) => one.groupId === own.groupId && one !== own)
  // The others are gone, and it stands by itself.
  if (others.length === 0) return null
  return { as: own.groupKind, reservations: others.map(({ reservation }) => reservation.reservationId) }
}

export const BookingView = Struct({
  bookingId: Text,
  barcode: Text,
  title: TitleLine,
  pickupBranch: Text,
  fromAt: InstantText,
  untilAt: InstantText,
  placedAt: InstantText
})
export const bookingView = ({ booking, item: { barcode }, title }: BookedItem): object => {
  const { bookingId, pickupBranch, fromAt, untilAt, placedAt } = booking
  return { bookingId, barcode, title: titleLine(title), pickupBranch, fromAt, untilAt, placedAt }
}

export const ChargeView = Struct({
  chargeId: Text,
  kind: Text,
  amount: Int,
  outstanding: Int,
  raisedAt: InstantText,
  loanId: NullOr(Text)
})
export const chargeView = ({ charge, loanId }: ChargeFacts): object => {
  const { chargeId, kind, amount, outstanding, raisedAt } = charge
  return { chargeId, kind, amount, outstanding, raisedAt, loanId }
}

export const EntryView = Struct({
  entryId: Text,
  kind: Text,
  amount: Int,
  at: InstantText,
  branch: Text,
  reason: Text
})
/** A line of the account; not which member of staff wrote it. */
export const entryView = ({ entryId, kind, amount, at, branch, reason }: EntryRow): object => ({
  entryId,
  kind,
  amount,
  at,
  branch,
  reason
})

export const AppealView = Struct({
  appealId: Text,
  chargeId: Text,
  state: Text,
  openedAt: InstantText,
  /** By when it is to be decided. */
  decideUntil: NullOr(InstantText),
  decidedAt: NullOr(InstantText)
})
/** Who charged is for staff to see where they decide: not here. */
export const appealView = ({ appealId, chargeId, state, openedAt, decideUntil, decidedAt }: AppealRow): object => ({
  appealId,
  chargeId,
  state,
  openedAt,
  decideUntil,
  decidedAt
})
