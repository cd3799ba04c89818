import { ChargeReader } from "../accounts/chargeReader.ts"
import { Pay } from "../accounts/pay.ts"
import { Waive } from "../accounts/waive.ts"
import { AddItem } from "../catalogue/addItem.ts"
import { AddTitle } from "../catalogue/addTitle.ts"
import { ChangeItem } from "../catalogue/changeItem.ts"
import { QuickAdd } from "../catalogue/quickAdd.ts"
import { RecordUse } from "../catalogue/recordUse.ts"
import { addItem, addItemShape } from "../desk/addItem.ts"
import { addReaderNote, addReaderNoteShape } from "../desk/addReaderNote.ts"
import { addTitle, addTitleShape } from "../desk/addTitle.ts"
import { applyForMembership, applyForMembershipShape } from "../desk/applyForMembership.ts"
import { cancelReservation, cancelReservationShape } from "../desk/cancelReservation.ts"
import { changeDueDate, changeDueDateShape } from "../desk/changeDueDate.ts"
import { changeItem, changeItemShape } from "../desk/changeItem.ts"
import { changeReader, changeReaderShape } from "../desk/changeReader.ts"
import { chargeReader, chargeReaderShape } from "../desk/chargeReader.ts"
import { checkOut, checkOutShape } from "../desk/checkOut.ts"
import { confirmReader, confirmReaderShape } from "../desk/confirmReader.ts"
import { expireReservation, expireReservationShape } from "../desk/expireReservation.ts"
import { liftBlock, liftBlockShape } from "../desk/liftBlock.ts"
import { linkReaders, linkReadersShape } from "../desk/linkReaders.ts"
import { pay, payShape } from "../desk/pay.ts"
import { pickUp, pickUpShape } from "../desk/pickUp.ts"
import { placeBlock, placeBlockShape } from "../desk/placeBlock.ts"
import { quickAdd, quickAddShape } from "../desk/quickAdd.ts"
import { recordUse, recordUseShape } from "../desk/recordUse.ts"
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
import { waive, waiveShape } from "../desk/waive.ts"
import { ChangeDueDate } from "../loans/changeDueDate.ts"
import { CheckOut } from "../loans/checkOutCommand.ts"
import { PickUp } from "../loans/pickUp.ts"
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
import { AddReaderNote, RemoveReaderNote } from "../readers/notes.ts"
import { SetHistoryConsent } from "../readers/privacy/setHistoryConsent.ts"
import { RegisterReader } from "../readers/registerReader.ts"
import { RenewMembership } from "../readers/renewMembership.ts"
import { ReportLostCard } from "../readers/reportLostCard.ts"
import { CancelReservation } from "../reservations/cancelReservation.ts"
import { ExpireReservation } from "../reservations/expireReservation.ts"
import { Reserve } from "../reservations/reserve.ts"
import type { officeCommands } from "./officeCommands.ts"

/** The commands of every day by name: what each takes, how it is carried out, and what sets it apart. The rest is `officeCommands`. */
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
  chargeReader: { schema: ChargeReader, run: chargeReader, shape: chargeReaderShape },
  pay: { schema: Pay, run: pay, shape: payShape },
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
  placeBlock: { schema: PlaceBlock, run: placeBlock, shape: placeBlockShape },
  liftBlock: { schema: LiftBlock, run: liftBlock, shape: liftBlockShape },
  addTitle: { schema: AddTitle, run: addTitle, shape: addTitleShape },
  addItem: { schema: AddItem, run: addItem, shape: addItemShape },
  quickAdd: { schema: QuickAdd, run: quickAdd, shape: quickAddShape },
  changeItem: { schema: ChangeItem, run: changeItem, shape: changeItemShape },
  recordUse: { schema: RecordUse, run: recordUse, shape: recordUseShape }
} as const

/** Every command there is, those of the office too. */
export type DeskCommands = typeof deskCommands & typeof officeCommands
export type CommandInput<N extends keyof DeskCommands> = DeskCommands[N]["schema"]["Encoded"]
