import { AccrueOverdue } from "../accounts/accrueOverdue.ts"
import { ApplyCredit } from "../accounts/applyCredit.ts"
import { ChargeReader } from "../accounts/chargeReader.ts"
import { ForgiveSmallDebt } from "../accounts/forgiveSmallDebt.ts"
import { GiveBackDeposit } from "../accounts/giveBackDeposit.ts"
import { HandOverDebt } from "../accounts/handOverDebt.ts"
import { Pay } from "../accounts/pay.ts"
import { PayOut } from "../accounts/payOut.ts"
import { RedateCharge } from "../accounts/redateCharge.ts"
import { Refund } from "../accounts/refund.ts"
import { VoidEntry } from "../accounts/voidEntry.ts"
import { Waive } from "../accounts/waive.ts"
import { WriteOff } from "../accounts/writeOff.ts"
import { CloseCashDesk } from "../cash/closeCashDesk.ts"
import { MoveCash } from "../cash/moveCash.ts"
import { OpenCashDesk } from "../cash/openCashDesk.ts"
import { AddItem } from "../catalogue/addItem.ts"
import { AddTitle } from "../catalogue/addTitle.ts"
import { ChangeItem } from "../catalogue/changeItem.ts"
import { QuickAdd } from "../catalogue/quickAdd.ts"
import { RecordUse } from "../catalogue/recordUse.ts"
import { accrueOverdue, accrueOverdueShape } from "../desk/accrueOverdue.ts"
import { addItem, addItemShape } from "../desk/addItem.ts"
import { addReaderNote, addReaderNoteShape } from "../desk/addReaderNote.ts"
import { addTitle, addTitleShape } from "../desk/addTitle.ts"
import { applyCredit, applyCreditShape } from "../desk/applyCredit.ts"
import { applyForMembership, applyForMembershipShape } from "../desk/applyForMembership.ts"
import { cancelRecall, cancelRecallShape } from "../desk/cancelRecall.ts"
import { changeDueDate, changeDueDateShape } from "../desk/changeDueDate.ts"
import { changeItem, changeItemShape } from "../desk/changeItem.ts"
import { changeReader, changeReaderShape } from "../desk/changeReader.ts"
import { chargeReader, chargeReaderShape } from "../desk/chargeReader.ts"
import { closeCashDesk, closeCashDeskShape } from "../desk/closeCashDesk.ts"
import { confirmReader, confirmReaderShape } from "../desk/confirmReader.ts"
import { eraseReader, eraseReaderShape } from "../desk/eraseReader.ts"
import { forgiveSmallDebt, forgiveSmallDebtShape } from "../desk/forgiveSmallDebt.ts"
import { giveBackDeposit, giveBackDepositShape } from "../desk/giveBackDeposit.ts"
import { handOverDebt, handOverDebtShape } from "../desk/handOverDebt.ts"
import { liftBlock, liftBlockShape } from "../desk/liftBlock.ts"
import { linkReaders, linkReadersShape } from "../desk/linkReaders.ts"
import { mergeReaders, mergeReadersShape } from "../desk/mergeReaders.ts"
import { moveCash, moveCashShape } from "../desk/moveCash.ts"
import { openCashDesk, openCashDeskShape } from "../desk/openCashDesk.ts"
import { pay, payShape } from "../desk/pay.ts"
import { payOut, payOutShape } from "../desk/payOut.ts"
import { placeBlock, placeBlockShape } from "../desk/placeBlock.ts"
import { quickAdd, quickAddShape } from "../desk/quickAdd.ts"
import { recall, recallShape } from "../desk/recall.ts"
import { recordUse, recordUseShape } from "../desk/recordUse.ts"
import { redateCharge, redateChargeShape } from "../desk/redateCharge.ts"
import { redateLoan, redateLoanShape } from "../desk/redateLoan.ts"
import { refund, refundShape } from "../desk/refund.ts"
import { registerReader, registerReaderShape } from "../desk/registerReader.ts"
import { rejectReader, rejectReaderShape } from "../desk/rejectReader.ts"
import { removeReaderNote, removeReaderNoteShape } from "../desk/removeReaderNote.ts"
import { renewAll, renewAllShape } from "../desk/renewAll.ts"
import { renewMembership, renewMembershipShape } from "../desk/renewMembership.ts"
import { reportLostCard, reportLostCardShape } from "../desk/reportLostCard.ts"
import { setHistoryConsent, setHistoryConsentShape } from "../desk/setHistoryConsent.ts"
import { unlinkReaders, unlinkReadersShape } from "../desk/unlinkReaders.ts"
import { voidEntry, voidEntryShape } from "../desk/voidEntry.ts"
import { waive, waiveShape } from "../desk/waive.ts"
import { writeOff, writeOffShape } from "../desk/writeOff.ts"
import { CancelRecall } from "../loans/cancelRecall.ts"
import { ChangeDueDate } from "../loans/changeDueDate.ts"
import { Recall } from "../loans/recallCommand.ts"
import { RedateLoan } from "../loans/redateLoan.ts"
import { RenewAll } from "../loans/renewAll.ts"
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

/**
 * The commands of the office, as `deskCommands` has those of every day. They are an entry of their own, loaded when the first
 * of them is given: who lends books in a browser has no use for them.
 */
export const officeCommands = {
  renewAll: { schema: RenewAll, run: renewAll, shape: renewAllShape },
  recall: { schema: Recall, run: recall, shape: recallShape },
  cancelRecall: { schema: CancelRecall, run: cancelRecall, shape: cancelRecallShape },
  changeDueDate: { schema: ChangeDueDate, run: changeDueDate, shape: changeDueDateShape },
  waive: { schema: Waive, run: waive, shape: waiveShape },
  redateLoan: { schema: RedateLoan, run: redateLoan, shape: redateLoanShape },
  redateCharge: { schema: RedateCharge, run: redateCharge, shape: redateChargeShape },
  giveBackDeposit: { schema: GiveBackDeposit, run: giveBackDeposit, shape: giveBackDepositShape },
  pay: { schema: Pay, run: pay, shape: payShape },
  refund: { schema: Refund, run: refund, shape: refundShape },
  payOut: { schema: PayOut, run: payOut, shape: payOutShape },
  applyCredit: { schema: ApplyCredit, run: applyCredit, shape: applyCreditShape },
  writeOff: { schema: WriteOff, run: writeOff, shape: writeOffShape },
  handOverDebt: { schema: HandOverDebt, run: handOverDebt, shape: handOverDebtShape },
  accrueOverdue: { schema: AccrueOverdue, run: accrueOverdue, shape: accrueOverdueShape },
  voidEntry: { schema: VoidEntry, run: voidEntry, shape: voidEntryShape },
  openCashDesk: { schema: OpenCashDesk, run: openCashDesk, shape: openCashDeskShape },
  moveCash: { schema: MoveCash, run: moveCash, shape: moveCashShape },
  closeCashDesk: { schema: CloseCashDesk, run: closeCashDesk, shape: closeCashDeskShape },
  forgiveSmallDebt: { schema: ForgiveSmallDebt, run: forgiveSmallDebt, shape: forgiveSmallDebtShape },
  mergeReaders: { schema: MergeReaders, run: mergeReaders, shape: mergeReadersShape },
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
  recordUse: { schema: RecordUse, run: recordUse, shape: recordUseShape },
  chargeReader: { schema: ChargeReader, run: chargeReader, shape: chargeReaderShape },
  eraseReader: { schema: EraseReader, run: eraseReader, shape: eraseReaderShape }
} as const
