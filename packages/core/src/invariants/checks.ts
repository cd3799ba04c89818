import { allotmentsWithinCharges } from "./accounts/allotmentsWithinCharges.ts"
import { appealsByOthers } from "./accounts/appealsByOthers.ts"
import { balanceIsSum } from "./accounts/balanceIsSum.ts"
import { cashAgrees } from "./accounts/cashAgrees.ts"
import { chargedOnce } from "./accounts/chargedOnce.ts"
import { entriesAreEvents } from "./accounts/entriesAreEvents.ts"
import { incidentsAnswered } from "./accounts/incidentsAnswered.ts"
import { overdueWithinCap } from "./accounts/overdueWithinCap.ts"
import { owedIsBalance } from "./accounts/owedIsBalance.ts"
import { bookedItemInUse } from "./bookings/bookedItemInUse.ts"
import { bookingEndsOnce } from "./bookings/bookingEndsOnce.ts"
import { bookingsApart } from "./bookings/bookingsApart.ts"
import { liveBookingHasReader } from "./bookings/liveBookingHasReader.ts"
import { barcodesUnique } from "./catalogue/barcodesUnique.ts"
import { keysOnce } from "./catalogue/keysOnce.ts"
import type { MakeCheck } from "./check.ts"
import { bodiesReadable } from "./events/bodiesReadable.ts"
import { historyWithoutGaps } from "./events/historyWithoutGaps.ts"
import { readerAndItemApart } from "./events/readerAndItemApart.ts"
import { rulesRecorded } from "./events/rulesRecorded.ts"
import { incidentEndsOnce } from "./incidents/incidentEndsOnce.ts"
import { incidentLinksNeeded } from "./incidents/incidentLinksNeeded.ts"
import { lossCostsOnce } from "./incidents/lossCostsOnce.ts"
import { lostLoanHasLoss } from "./incidents/lostLoanHasLoss.ts"
import { missingItemIsMissing } from "./incidents/missingItemIsMissing.ts"
import { itemAgreesWithLoan } from "./loans/itemAgreesWithLoan.ts"
import { limitsKept } from "./loans/limitsKept.ts"
import { loanClosesOnce } from "./loans/loanClosesOnce.ts"
import { loansCountedByGroup } from "./loans/loansCountedByGroup.ts"
import { oneOpenLoanAnItem } from "./loans/oneOpenLoanAnItem.ts"
import { openLoanHasReader } from "./loans/openLoanHasReader.ts"
import { recalledForSomebody } from "./loans/recalledForSomebody.ts"
import { renewalsCounted } from "./loans/renewalsCounted.ts"
import { copySetAsideForOne } from "./reservations/copySetAsideForOne.ts"
import { joinedOfOneReader } from "./reservations/joinedOfOneReader.ts"
import { keptCopyWanted } from "./reservations/keptCopyWanted.ts"
import { liveReservationHasReader } from "./reservations/liveReservationHasReader.ts"
import { oneLiveReservationATarget } from "./reservations/oneLiveReservationATarget.ts"
import { placesInOrder } from "./reservations/placesInOrder.ts"
import { reservationEndsOnce } from "./reservations/reservationEndsOnce.ts"
import { setsHaveBegun } from "./reservations/setsHaveBegun.ts"
import { slotsCounted } from "./reservations/slotsCounted.ts"
import { openTransitIsItems } from "./transits/openTransitIsItems.ts"
import { travellingReservation } from "./transits/travellingReservation.ts"

/** Every check there is. */
export const checks: ReadonlyArray<MakeCheck> = [
  keysOnce,
  barcodesUnique,
  oneOpenLoanAnItem,
  itemAgreesWithLoan,
  loanClosesOnce,
  renewalsCounted,
  recalledForSomebody,
  limitsKept,
  openLoanHasReader,
  loansCountedByGroup,
  placesInOrder,
  copySetAsideForOne,
  keptCopyWanted,
  reservationEndsOnce,
  openTransitIsItems,
  travellingReservation,
  joinedOfOneReader,
  setsHaveBegun,
  liveReservationHasReader,
  oneLiveReservationATarget,
  bookedItemInUse,
  bookingsApart,
  bookingEndsOnce,
  liveBookingHasReader,
  slotsCounted,
  balanceIsSum,
  owedIsBalance,
  entriesAreEvents,
  allotmentsWithinCharges,
  chargedOnce,
  cashAgrees,
  overdueWithinCap,
  incidentsAnswered,
  appealsByOthers,
  lossCostsOnce,
  lostLoanHasLoss,
  missingItemIsMissing,
  incidentEndsOnce,
  incidentLinksNeeded,
  historyWithoutGaps,
  bodiesReadable,
  readerAndItemApart,
  rulesRecorded
]
