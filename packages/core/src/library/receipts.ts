import type { AccrualReceipt } from "../accounts/accrueOverdue.ts"
import type { ApplyCreditReceipt } from "../accounts/applyCredit.ts"
import type { ChargeReaderReceipt } from "../accounts/chargeReader.ts"
import type { ForgiveSmallDebtReceipt } from "../accounts/forgiveSmallDebt.ts"
import type { GiveBackReceipt } from "../accounts/giveBackDeposit.ts"
import type { HandOverDebtReceipt } from "../accounts/handOverDebt.ts"
import type { PayReceipt } from "../accounts/pay.ts"
import type { PayOutReceipt } from "../accounts/payOut.ts"
import type { RedateChargeReceipt } from "../accounts/redateCharge.ts"
import type { RefundReceipt } from "../accounts/refund.ts"
import type { VoidReceipt } from "../accounts/voidEntry.ts"
import type { WaiveReceipt } from "../accounts/waive.ts"
import type { WriteOffReceipt } from "../accounts/writeOff.ts"
import type { AppealReceipt } from "../appeals/appeal.ts"
import type { AppealDecision } from "../appeals/decideAppeal.ts"
import type { BookReceipt } from "../bookings/book.ts"
import type { EndBookingReceipt } from "../bookings/cancelBooking.ts"
import type { ChangeBookingReceipt } from "../bookings/changeBooking.ts"
import type { CloseCashDeskReceipt } from "../cash/closeCashDesk.ts"
import type { MoveCashReceipt } from "../cash/moveCash.ts"
import type { OpenCashDeskReceipt } from "../cash/openCashDesk.ts"
import type { AddItemReceipt } from "../catalogue/addItem.ts"
import type { AddTitleReceipt } from "../catalogue/addTitle.ts"
import type { ChangeItemReceipt } from "../catalogue/changeItem.ts"
import type { QuickAddReceipt } from "../catalogue/quickAdd.ts"
import type { RecordUseReceipt } from "../catalogue/recordUse.ts"
import type { InspectReceipt } from "../incidents/damage/inspect.ts"
import type { ConditionReceipt } from "../incidents/damage/noteCondition.ts"
import type { RepairedReceipt } from "../incidents/damage/repaired.ts"
import type { RepairReceipt } from "../incidents/damage/sendToRepair.ts"
import type { WithdrawReceipt } from "../incidents/damage/withdrawItem.ts"
import type { DismissReceipt } from "../incidents/dismissIncident.ts"
import type { AgeReceipt } from "../incidents/losses/ageToLost.ts"
import type { ChargeIncidentReceipt } from "../incidents/losses/chargeIncident.ts"
import type { LossReceipt } from "../incidents/losses/declareLost.ts"
import type { ForgetReceipt } from "../incidents/losses/forgetLoss.ts"
import type { ReplacementBoughtReceipt } from "../incidents/losses/markReplacementBought.ts"
import type { ReplaceReceipt } from "../incidents/losses/replaceItem.ts"
import type { MissingReceipt } from "../incidents/losses/reportMissing.ts"
import type { ActualCostReceipt } from "../incidents/losses/setActualCost.ts"
import type { SettleClaimReceipt } from "../incidents/losses/settleClaim.ts"
import type { BorrowInReceipt } from "../interlending/borrowIn.ts"
import type { CompleteInterloanReceipt } from "../interlending/completeInterloan.ts"
import type { ConfirmMessageReceipt } from "../interlending/confirmMessage.ts"
import type { LendOutReceipt } from "../interlending/lendOut.ts"
import type { InterloanReceipt } from "../interlending/requestInterloan.ts"
import type { TakeMessageReceipt } from "../interlending/takeMessage.ts"
import type { ChangeDueReceipt } from "../loans/changeDueDate.ts"
import type { CheckOutReceipt } from "../loans/checkOut.ts"
import type { ClaimReceipt } from "../loans/claimReturned.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import type { SearchReceipt } from "../loans/recordSearch.ts"
import type { RedateLoanReceipt } from "../loans/redateLoan.ts"
import type { RenewReceipt } from "../loans/renew.ts"
import type { RenewAllReceipt } from "../loans/renewAll.ts"
import type { ReturnReceipt } from "../loans/returnItem.ts"
import type { AddPickupSlotReceipt } from "../pickupSlots/addPickupSlot.ts"
import type { ClosePickupSlotReceipt } from "../pickupSlots/closePickupSlot.ts"
import type { LeaveSlotReceipt } from "../pickupSlots/leaveSlot.ts"
import type { TakeSlotReceipt } from "../pickupSlots/takeSlot.ts"
import type { ApplicationReceipt } from "../readers/applyForMembership.ts"
import type { LiftBlockReceipt } from "../readers/blocks/liftBlock.ts"
import type { PlaceBlockReceipt } from "../readers/blocks/placeBlock.ts"
import type { ChangeReaderReceipt } from "../readers/changeReader.ts"
import type { RejectReceipt } from "../readers/confirmReader.ts"
import type { LinkReceipt } from "../readers/links/linkReaders.ts"
import type { MergeReceipt } from "../readers/mergeReaders.ts"
import type { NoteReceipt } from "../readers/notes.ts"
import type { EraseReceipt } from "../readers/privacy/eraseReader.ts"
import type { ConsentReceipt } from "../readers/privacy/setHistoryConsent.ts"
import type { RegisterReceipt } from "../readers/registerReader.ts"
import type { MembershipReceipt } from "../readers/renewMembership.ts"
import type { LostCardReceipt } from "../readers/reportLostCard.ts"
import type { ChangeReservationReceipt } from "../reservations/changeReservation.ts"
import type { EndReceipt } from "../reservations/end.ts"
import type { JoinReceipt } from "../reservations/joinReservations.ts"
import type { MoveReservationReceipt } from "../reservations/moveReservation.ts"
import type { RedateReservationReceipt } from "../reservations/redateReservation.ts"
import type { ReserveReceipt } from "../reservations/reserve.ts"
import type { SuspendReceipt } from "../reservations/suspendReservation.ts"
import type { CancelTransitReceipt } from "../transits/cancelTransit.ts"
import type { SendReceipt } from "../transits/send.ts"

/** What each command gives back when it was carried out. */
export interface Receipts {
  readonly checkOut: CheckOutReceipt
  readonly pickUp: CheckOutReceipt
  readonly renew: RenewReceipt
  readonly changeDueDate: ChangeDueReceipt
  readonly recall: RecallReceipt
  readonly cancelRecall: RecallReceipt
  readonly renewAll: RenewAllReceipt
  readonly returnItem: ReturnReceipt
  readonly reserve: ReserveReceipt
  readonly send: SendReceipt
  readonly arrive: ReturnReceipt
  readonly cancelTransit: CancelTransitReceipt
  readonly suspendReservation: SuspendReceipt
  readonly resumeReservation: SuspendReceipt
  readonly changeReservation: ChangeReservationReceipt
  readonly joinReservations: JoinReceipt
  readonly moveReservation: MoveReservationReceipt
  readonly cancelReservation: EndReceipt
  readonly expireReservation: EndReceipt
  readonly book: BookReceipt
  readonly changeBooking: ChangeBookingReceipt
  readonly cancelBooking: EndBookingReceipt
  readonly expireBooking: EndBookingReceipt
  readonly requestInterloan: InterloanReceipt
  readonly cancelInterloan: InterloanReceipt
  readonly borrowIn: BorrowInReceipt
  readonly sendBack: InterloanReceipt
  readonly lendOut: LendOutReceipt
  readonly declineInterloan: InterloanReceipt
  readonly completeInterloan: CompleteInterloanReceipt
  readonly takeMessage: TakeMessageReceipt
  readonly confirmMessage: ConfirmMessageReceipt
  readonly addPickupSlot: AddPickupSlotReceipt
  readonly closePickupSlot: ClosePickupSlotReceipt
  readonly takeSlot: TakeSlotReceipt
  readonly leaveSlot: LeaveSlotReceipt
  readonly redateLoan: RedateLoanReceipt
  readonly redateReservation: RedateReservationReceipt
  readonly redateCharge: RedateChargeReceipt
  readonly pay: PayReceipt
  readonly chargeReader: ChargeReaderReceipt
  readonly giveBackDeposit: GiveBackReceipt
  readonly refund: RefundReceipt
  readonly payOut: PayOutReceipt
  readonly applyCredit: ApplyCreditReceipt
  readonly writeOff: WriteOffReceipt
  readonly handOverDebt: HandOverDebtReceipt
  readonly voidEntry: VoidReceipt
  readonly accrueOverdue: AccrualReceipt
  readonly openCashDesk: OpenCashDeskReceipt
  readonly moveCash: MoveCashReceipt
  readonly closeCashDesk: CloseCashDeskReceipt
  readonly forgiveSmallDebt: ForgiveSmallDebtReceipt
  readonly waive: WaiveReceipt
  readonly registerReader: RegisterReceipt
  readonly changeReader: ChangeReaderReceipt
  readonly reportLostCard: LostCardReceipt
  readonly renewMembership: MembershipReceipt
  readonly addReaderNote: NoteReceipt
  readonly removeReaderNote: NoteReceipt
  readonly linkReaders: LinkReceipt
  readonly unlinkReaders: LinkReceipt
  readonly applyForMembership: ApplicationReceipt
  readonly confirmReader: RegisterReceipt
  readonly rejectReader: RejectReceipt
  readonly setHistoryConsent: ConsentReceipt
  readonly mergeReaders: MergeReceipt
  readonly eraseReader: EraseReceipt
  readonly placeBlock: PlaceBlockReceipt
  readonly liftBlock: LiftBlockReceipt
  readonly addTitle: AddTitleReceipt
  readonly addItem: AddItemReceipt
  readonly quickAdd: QuickAddReceipt
  readonly changeItem: ChangeItemReceipt
  readonly recordUse: RecordUseReceipt
  readonly claimReturned: ClaimReceipt
  readonly recordSearch: SearchReceipt
  readonly noteCondition: ConditionReceipt
  readonly inspect: InspectReceipt
  readonly dismissIncident: DismissReceipt
  readonly sendToRepair: RepairReceipt
  readonly repaired: RepairedReceipt
  readonly withdrawItem: WithdrawReceipt
  readonly reportMissing: MissingReceipt
  readonly appeal: AppealReceipt
  readonly decideAppeal: AppealDecision
  readonly declareLost: LossReceipt
  readonly settleClaim: SettleClaimReceipt
  readonly ageToLost: AgeReceipt
  readonly chargeIncident: ChargeIncidentReceipt
  readonly billIncident: ChargeIncidentReceipt
  readonly agreeReplacement: ChargeIncidentReceipt
  readonly setActualCost: ActualCostReceipt
  readonly markReplacementBought: ReplacementBoughtReceipt
  readonly replaceItem: ReplaceReceipt
  readonly forgetLoss: ForgetReceipt
}
