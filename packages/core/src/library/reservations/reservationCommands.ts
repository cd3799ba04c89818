import { Book } from "../../bookings/bookCommand.ts"
import { CancelBooking } from "../../bookings/cancelBooking.ts"
import { ChangeBooking } from "../../bookings/changeBooking.ts"
import { ExpireBooking } from "../../bookings/expireBooking.ts"
import { addPickupSlot, addPickupSlotShape } from "../../desk/addPickupSlot.ts"
import { arrive, arriveShape } from "../../desk/arrive.ts"
import { book, bookShape } from "../../desk/book.ts"
import { cancelBooking, cancelBookingShape } from "../../desk/cancelBooking.ts"
import { cancelReservation, cancelReservationShape } from "../../desk/cancelReservation.ts"
import { cancelTransit, cancelTransitShape } from "../../desk/cancelTransit.ts"
import { changeBooking, changeBookingShape } from "../../desk/changeBooking.ts"
import { changeReservation, changeReservationShape } from "../../desk/changeReservation.ts"
import { closePickupSlot, closePickupSlotShape } from "../../desk/closePickupSlot.ts"
import { expireBooking, expireBookingShape } from "../../desk/expireBooking.ts"
import { expireReservation, expireReservationShape } from "../../desk/expireReservation.ts"
import { joinReservations, joinReservationsShape } from "../../desk/joinReservations.ts"
import { leaveSlot, leaveSlotShape } from "../../desk/leaveSlot.ts"
import { moveReservation, moveReservationShape } from "../../desk/moveReservation.ts"
import { redateReservation, redateReservationShape } from "../../desk/redateReservation.ts"
import { reserve, reserveShape } from "../../desk/reserve.ts"
import { resumeReservation, resumeReservationShape } from "../../desk/resumeReservation.ts"
import { send, sendShape } from "../../desk/send.ts"
import { suspendReservation, suspendReservationShape } from "../../desk/suspendReservation.ts"
import { takeSlot, takeSlotShape } from "../../desk/takeSlot.ts"
import { AddPickupSlot } from "../../pickupSlots/addPickupSlot.ts"
import { ClosePickupSlot } from "../../pickupSlots/closePickupSlot.ts"
import { LeaveSlot } from "../../pickupSlots/leaveSlot.ts"
import { TakeSlot } from "../../pickupSlots/takeSlot.ts"
import { CancelReservation } from "../../reservations/cancelReservation.ts"
import { ChangeReservation } from "../../reservations/changeReservation.ts"
import { ExpireReservation } from "../../reservations/expireReservation.ts"
import { JoinReservations } from "../../reservations/joinReservations.ts"
import { MoveReservation } from "../../reservations/moveReservation.ts"
import { RedateReservation } from "../../reservations/redateReservation.ts"
import { Reserve } from "../../reservations/reserveCommand.ts"
import { ResumeReservation, SuspendReservation } from "../../reservations/suspendReservation.ts"
import { Arrive } from "../../transits/arrive.ts"
import { CancelTransit } from "../../transits/cancelTransit.ts"
import { Send } from "../../transits/send.ts"

/**
 * The commands about who is next, who has it when and where copies go, as `deskCommands` has those of every day. They are an
 * entry of their own, loaded when the first of them is given.
 */
export const reservationCommands = {
  addPickupSlot: { schema: AddPickupSlot, run: addPickupSlot, shape: addPickupSlotShape },
  closePickupSlot: { schema: ClosePickupSlot, run: closePickupSlot, shape: closePickupSlotShape },
  leaveSlot: { schema: LeaveSlot, run: leaveSlot, shape: leaveSlotShape },
  takeSlot: { schema: TakeSlot, run: takeSlot, shape: takeSlotShape },
  book: { schema: Book, run: book, shape: bookShape },
  cancelBooking: { schema: CancelBooking, run: cancelBooking, shape: cancelBookingShape },
  changeBooking: { schema: ChangeBooking, run: changeBooking, shape: changeBookingShape },
  expireBooking: { schema: ExpireBooking, run: expireBooking, shape: expireBookingShape },
  cancelReservation: { schema: CancelReservation, run: cancelReservation, shape: cancelReservationShape },
  changeReservation: { schema: ChangeReservation, run: changeReservation, shape: changeReservationShape },
  expireReservation: { schema: ExpireReservation, run: expireReservation, shape: expireReservationShape },
  joinReservations: { schema: JoinReservations, run: joinReservations, shape: joinReservationsShape },
  moveReservation: { schema: MoveReservation, run: moveReservation, shape: moveReservationShape },
  redateReservation: { schema: RedateReservation, run: redateReservation, shape: redateReservationShape },
  reserve: { schema: Reserve, run: reserve, shape: reserveShape },
  resumeReservation: { schema: ResumeReservation, run: resumeReservation, shape: resumeReservationShape },
  suspendReservation: { schema: SuspendReservation, run: suspendReservation, shape: suspendReservationShape },
  send: { schema: Send, run: send, shape: sendShape },
  arrive: { schema: Arrive, run: arrive, shape: arriveShape },
  cancelTransit: { schema: CancelTransit, run: cancelTransit, shape: cancelTransitShape }
} as const
export type ReservationCommands = typeof reservationCommands
