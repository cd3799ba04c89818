import type { Route } from "../route.ts"
import { accrueOverdue } from "./accrueOverdue.ts"
import { addItem } from "./addItem.ts"
import { addItems, addTitles, registerReaders } from "./addMany.ts"
import { addTitle } from "./addTitle.ts"
import { appeal, appealPages, decideAppeal } from "./appeals.ts"
import { applyCredit } from "./applyCredit.ts"
import { bookings } from "./bookings.ts"
import { branchPages } from "./branchPages.ts"
import { cancelReservation } from "./cancelReservation.ts"
import { cashDesk } from "./cashDesk.ts"
import { changeDueDate } from "./changeDueDate.ts"
import { changeItem } from "./changeItem.ts"
import { changeReader } from "./changeReader.ts"
import { chargeReader } from "./chargeReader.ts"
import { checkOut } from "./checkOut.ts"
import { checkOutMany } from "./checkOutMany.ts"
import { claimPages } from "./claimPages.ts"
import { closeCashDesk } from "./closeCashDesk.ts"
import {
  dismissIncident,
  inspect,
  noteCondition,
  repaired,
  reportMissing,
  sendToRepair,
  withdrawItem
} from "./damage.ts"
import { expireReservation } from "./expireReservation.ts"
import { explain, loanExplanation } from "./explain.ts"
import { forgiveSmallDebt } from "./forgiveSmallDebt.ts"
import { forgiveSmallDebts } from "./forgiveSmallDebts.ts"
import { giveBackDeposit } from "./giveBackDeposit.ts"
import { handOverDebt } from "./handOverDebt.ts"
import { health } from "./health.ts"
import { incidentPages } from "./incidentPages.ts"
import { inHand } from "./inHand.ts"
import { interlending } from "./interlending.ts"
import { item } from "./item.ts"
import { liftBlock } from "./liftBlock.ts"
import { losses } from "./losses.ts"
import { checkPolicy, policies, publishPolicy, regulations, tryPolicy } from "./managePolicy.ts"
import { me } from "./me.ts"
import { ownMoneyPages, readerMoneyPages } from "./moneyPages.ts"
import { moneyReports } from "./moneyReports.ts"
import { moveCash } from "./moveCash.ts"
import { nightlyClose } from "./nightlyClose.ts"
import { openCashDesk } from "./openCashDesk.ts"
import { pay } from "./pay.ts"
import { paymentCallback } from "./paymentCallback.ts"
import { payOut } from "./payOut.ts"
import { pickUp } from "./pickUp.ts"
import { pickupBranches } from "./pickupBranches.ts"
import { pickupSlots } from "./pickupSlots.ts"
import { place } from "./place.ts"
import { placeBlock } from "./placeBlock.ts"
import { policy } from "./policy.ts"
import { queues } from "./queues.ts"
import { quickAdd } from "./quickAdd.ts"
import { renewMembership, reportLostCard } from "./readerCards.ts"
import { eraseReader, mergeReaders, setHistoryConsent } from "./readerData.ts"
import { linkReaders, unlinkReaders } from "./readerLinks.ts"
import { addReaderNote, removeReaderNote } from "./readerNotes.ts"
import { ownPages, readerPages } from "./readerPages.ts"
import { cancelRecall, recall } from "./recalls.ts"
import { recordUse } from "./recordUse.ts"
import { redate } from "./redate.ts"
import { redateCharge } from "./redateCharge.ts"
import { redateLoan } from "./redateLoan.ts"
import { redateReservation } from "./redateReservation.ts"
import { refund } from "./refund.ts"
import { registerReader } from "./registerReader.ts"
import { registrationPages } from "./registrationPages.ts"
import { applyForMembership, confirmReader, rejectReader } from "./registrations.ts"
import { renew } from "./renew.ts"
import { renewAll } from "./renewAll.ts"
import { reserve } from "./reserve.ts"
import { reserveMany } from "./reserveMany.ts"
import { returnItem } from "./returnItem.ts"
import { title, titles } from "./titles.ts"
import { transits } from "./transits.ts"
import { voidEntry } from "./voidEntry.ts"
import { waitingReservations } from "./waitingReservations.ts"
import { waive } from "./waive.ts"
import { writeOff } from "./writeOff.ts"

/** Every route, in the order in which the reference shows them. */
export const allRoutes: ReadonlyArray<Route> = [
  checkOut,
  checkOutMany,
  renew,
  renewAll,
  changeDueDate,
  recall,
  cancelRecall,
  returnItem,
  pickUp,
  reserve,
  reserveMany,
  cancelReservation,
  expireReservation,
  ...waitingReservations,
  ...pickupBranches,
  ...transits,
  ...branchPages,
  ...bookings,
  ...pickupSlots,
  ...interlending,
  ...queues,
  pay,
  refund,
  payOut,
  applyCredit,
  writeOff,
  handOverDebt,
  voidEntry,
  accrueOverdue,
  waive,
  chargeReader,
  giveBackDeposit,
  noteCondition,
  inspect,
  dismissIncident,
  sendToRepair,
  repaired,
  withdrawItem,
  reportMissing,
  ...incidentPages,
  appeal,
  decideAppeal,
  ...appealPages,
  ...claimPages,
  ...losses,
  openCashDesk,
  moveCash,
  closeCashDesk,
  cashDesk,
  paymentCallback,
  forgiveSmallDebt,
  forgiveSmallDebts,
  ...moneyReports,
  nightlyClose,
  redate,
  redateLoan,
  redateReservation,
  redateCharge,
  registerReader,
  registerReaders,
  changeReader,
  reportLostCard,
  renewMembership,
  addReaderNote,
  removeReaderNote,
  linkReaders,
  unlinkReaders,
  applyForMembership,
  confirmReader,
  rejectReader,
  setHistoryConsent,
  mergeReaders,
  eraseReader,
  ...registrationPages,
  placeBlock,
  liftBlock,
  ...readerPages,
  ...readerMoneyPages,
  titles,
  title,
  addTitle,
  addTitles,
  item,
  inHand,
  addItem,
  addItems,
  quickAdd,
  changeItem,
  recordUse,
  me,
  ...ownPages,
  ...ownMoneyPages,
  place,
  policy,
  regulations,
  explain,
  loanExplanation,
  policies,
  checkPolicy,
  tryPolicy,
  publishPolicy,
  health
]
