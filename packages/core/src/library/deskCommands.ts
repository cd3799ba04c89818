import { ApplyCredit } from "../accounts/applyCredit.ts"
import { ChargeReader } from "../accounts/chargeReader.ts"
import { GiveBackDeposit } from "../accounts/giveBackDeposit.ts"
import { HandOverDebt } from "../accounts/handOverDebt.ts"
import { Pay } from "../accounts/pay.ts"
import { PayOut } from "../accounts/payOut.ts"
import { RedateCharge } from "../accounts/redateCharge.ts"
import { Refund } from "../accounts/refund.ts"
import { VoidEntry } from "../accounts/voidEntry.ts"
import { Waive } from "../accounts/waive.ts"
import { WriteOff } from "../accounts/writeOff.ts"
import { AddItem } from "../catalogue/addItem.ts"
import { AddTitle } from "../catalogue/addTitle.ts"
import { ChangeItem } from "../catalogue/changeItem.ts"
import { QuickAdd } from "../catalogue/quickAdd.ts"
import { RecordUse } from "../catalogue/recordUse.ts"
import { addItem, addItemShape } from "../desk/addItem.ts"
import { addReaderNote, addReaderNoteShape } from "../desk/addReaderNote.ts"
import { addTitle, addTitleShape } from "../desk/addTitle.ts"
import { applyCredit, applyCreditShape } from "../desk/applyCredit.ts"
import { applyForMembership, applyForMembershipShape } from "../desk/applyForMembership.ts"
import { cancelReservation, cancelReservationShape } from "../desk/cancelReservation.ts"
import { changeDueDate, changeDueDateShape } from "../desk/changeDueDate.ts"
import { changeItem, changeItemShape } from "../desk/changeItem.ts"
import { changeReader, changeReaderShape } from "../desk/changeReader.ts"
import { chargeReader, chargeReaderShape } from "../desk/chargeReader.ts"
import { checkOut, checkOutShape } from "../desk/checkOut.ts"
import { confirmReader, confirmReaderShape } from "../desk/confirmReader.ts"
import { eraseReader, eraseReaderShape } from "../desk/eraseReader.ts"
import { expireReservation, expireReservationShape } from "../desk/expireReservation.ts"
import { giveBackDeposit, giveBackDepositShape } from "../desk/giveBackDeposit.ts"
import { handOverDebt, handOverDebtShape } from "../desk/handOverDebt.ts"
import { liftBlock, liftBlockShape } from "../desk/liftBlock.ts"
import { linkReaders, linkReadersShape } from "../desk/linkReaders.ts"
import { mergeReaders, mergeReadersShape } from "../desk/mergeReaders.ts"
import { pay, payShape } from "../desk/pay.ts"
import { payOut, payOutShape } from "../desk/payOut.ts"
import { pickUp, pickUpShape } from "../desk/pickUp.ts"
import { placeBlock, placeBlockShape } from "../desk/placeBlock.ts"
import { quickAdd, quickAddShape } from "../desk/quickAdd.ts"
import { recordUse, recordUseShape } from "../desk/recordUse.ts"
import { redateCharge, redateChargeShape } from "../desk/redateCharge.ts"
import { redateLoan, redateLoanShape } from "../desk/redateLoan.ts"
import { redateReservation, redateReservationShape } from "../desk/redateReservation.ts"
import { refund, refundShape } from "../desk/refund.ts"
import { registerReader, registerReaderShape } from "../desk/registerReader.ts"
import { rejectReader, rejectReaderShape } from "../desk/rejectReader.ts"
import { removeReaderNote, removeReaderNoteShape } from "../desk/removeReaderNote.ts"
import { renew, renewShape } from "../desk/renew.ts"
import { renewAll, renewAllShape } from "../desk/renewAll.ts"
import { renewMembership, renewMembershipShape } from "../desk/renewMembership.ts"
import { reportLostCard, reportLostCardShape } from "../desk/reportLostCard.ts"
import { reserve, reserveShape } from "../desk/reserve.ts"
import { returnItem, returnItemShape } from "../desk/returnItem.ts"
import { setHistoryConsent, setHistoryConsentShape } from "../desk/setHistoryConsent.ts"
import { unlinkReaders, unlinkReadersShape } from "../desk/unlinkReaders.ts"
import { voidEntry, voidEntryShape } from "../desk/voidEntry.ts"
import { waive, waiveShape } from "../desk/waive.ts"
import { writeOff, writeOffShape } from "../desk/writeOff.ts"
import { ChangeDueDate } from "../loans/changeDueDate.ts"
import { CheckOut } from "../loans/checkOutCommand.ts"
import { PickUp } from "../loans/pickUp.ts"
import { RedateLoan } from "../loans/redateLoan.ts"
import { Renew } from "../loans/renew.ts"
import { RenewAll } from "../loans/renewAll.ts"
import { ReturnItem } from "../loans/returnItem.ts"
import { ApplyForMembership } from "../readers/applyForMembership.ts"
import { LiftBlock } from "../readers/blocks/liftBlock.ts"
import { PlaceBlock } from "../readers/blocks/placeBlock.ts"
import { ChangeReader } from "../readers/changeReader.ts"
import { ConfirmReader, RejectReader } from "../readers/confirmReader.ts"
import { LinkReaders } from "../readers/links/linkReaders.ts"
import { UnlinkReaders } from "../readers/links/unlinkReaders.ts"
import { MergeReaders } from "../readers/mergeReaders.ts"
import { AddReaderNote, RemoveReaderNote } from "../readers/notes.ts"
import { EraseReader } from "../readers/privacy/eraseReader.ts"
import { SetHistoryConsent } from "../readers/privacy/setHistoryConsent.ts"
import { RegisterReader } from "../readers/registerReader.ts"
import { RenewMembership } from "../readers/renewMembership.ts"
import { ReportLostCard } from "../readers/reportLostCard.ts"
import { CancelReservation } from "../reservations/cancelReservation.ts"
import { ExpireReservation } from "../reservations/expireReservation.ts"
import { RedateReservation } from "../reservations/redateReservation.ts"
import { Reserve } from "../reservations/reserve.ts"
import type { IncidentCommands } from "./incidents/incidentCommands.ts"

/** Commands by name: what each takes, how it is carried out, and what sets it apart. Those of losses and damage stand in an entry of their own. */
export const deskCommands = {
  checkOut: { schema: CheckOut, run: checkOut, shape: checkOutShape },
  pickUp: { schema: PickUp, run: pickUp, shape: pickUpShape },
  renew: { schema: Renew, run: renew, shape: renewShape },
  changeDueDate: { schema: ChangeDueDate, run: changeDueDate, shape: changeDueDateShape },
  renewAll: { schema: RenewAll, run: renewAll, shape: renewAllShape },
  returnItem: { schema: ReturnItem, run: returnItem, shape: returnItemShape },
  reserve: { schema: Reserve, run: reserve, shape: reserveShape },
  cancelReservation: { schema: CancelReservation, run: cancelReservation, shape: cancelReservationShape },
  expireReservation: { schema: ExpireReservation, run: expireReservation, shape: expireReservationShape },
  redateLoan: { schema: RedateLoan, run: redateLoan, shape: redateLoanShape },
  redateReservation: { schema: RedateReservation, run: redateReservation, shape: redateReservationShape },
  redateCharge: { schema: RedateCharge, run: redateCharge, shape: redateChargeShape },
  chargeReader: { schema: ChargeReader, run: chargeReader, shape: chargeReaderShape },
  pay: { schema: Pay, run: pay, shape: payShape },
  giveBackDeposit: { schema: GiveBackDeposit, run: giveBackDeposit, shape: giveBackDepositShape },
  refund: { schema: Refund, run: refund, shape: refundShape },
  payOut: { schema: PayOut, run: payOut, shape: payOutShape },
  applyCredit: { schema: ApplyCredit, run: applyCredit, shape: applyCreditShape },
  writeOff: { schema: WriteOff, run: writeOff, shape: writeOffShape },
  handOverDebt: { schema: HandOverDebt, run: handOverDebt, shape: handOverDebtShape },
  voidEntry: { schema: VoidEntry, run: voidEntry, shape: voidEntryShape },
  waive: { schema: Waive, run: waive, shape: waiveShape },
  registerReader: { schema: RegisterReader, run: registerReader, shape: registerReaderShape },
  changeReader: { schema: ChangeReader, run: changeReader, shape: changeReaderShape },
  reportLostCard: { schema: ReportLostCard, run: reportLostCard, shape: reportLostCardShape },
  renewMembership: { schema: RenewMembership, run: renewMembership, shape: renewMembershipShape },
  addReaderNote: { schema: AddReaderNote, run: addReaderNote, shape: addReaderNoteShape },
  removeReaderNote: { schema: RemoveReaderNote, run: removeReaderNote, shape: removeReaderNoteShape },
  linkReaders: { schema: LinkReaders, run: linkReaders, shape: linkReadersShape },
  unlinkReaders: { schema: UnlinkReaders, run: unlinkReaders, shape: unlinkReadersShape },
  applyForMembership: { schema: ApplyForMembership, run: applyForMembership, shape: applyForMembershipShape },
  confirmReader: { schema: ConfirmReader, run: confirmReader, shape: confirmReaderShape },
  rejectReader: { schema: RejectReader, run: rejectReader, shape: rejectReaderShape },
  setHistoryConsent: { schema: SetHistoryConsent, run: setHistoryConsent, shape: setHistoryConsentShape },
  mergeReaders: { schema: MergeReaders, run: mergeReaders, shape: mergeReadersShape },
  eraseReader: { schema: EraseReader, run: eraseReader, shape: eraseReaderShape },
  placeBlock: { schema: PlaceBlock, run: placeBlock, shape: placeBlockShape },
  liftBlock: { schema: LiftBlock, run: liftBlock, shape: liftBlockShape },
  addTitle: { schema: AddTitle, run: addTitle, shape: addTitleShape },
  addItem: { schema: AddItem, run: addItem, shape: addItemShape },
  quickAdd: { schema: QuickAdd, run: quickAdd, shape: quickAddShape },
  changeItem: { schema: ChangeItem, run: changeItem, shape: changeItemShape },
  recordUse: { schema: RecordUse, run: recordUse, shape: recordUseShape }
} as const

export type DeskCommands = typeof deskCommands

/** Those of `@openshelf/core/incidents` too. */
type AllCommands = DeskCommands & IncidentCommands
export type CommandInput<N extends keyof AllCommands> = AllCommands[N]["schema"]["Encoded"]
