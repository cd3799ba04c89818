import { arrive, arriveShape } from "../../desk/arrive.ts"
import { cancelReservation, cancelReservationShape } from "../../desk/cancelReservation.ts"
import { cancelTransit, cancelTransitShape } from "../../desk/cancelTransit.ts"
import { changeReservation, changeReservationShape } from "../../desk/changeReservation.ts"
import { expireReservation, expireReservationShape } from "../../desk/expireReservation.ts"
import { moveReservation, moveReservationShape } from "../../desk/moveReservation.ts"
import { redateReservation, redateReservationShape } from "../../desk/redateReservation.ts"
import { reserve, reserveShape } from "../../desk/reserve.ts"
import { resumeReservation, resumeReservationShape } from "../../desk/resumeReservation.ts"
import { send, sendShape } from "../../desk/send.ts"
import { suspendReservation, suspendReservationShape } from "../../desk/suspendReservation.ts"
import { CancelReservation } from "../../reservations/cancelReservation.ts"
import { ChangeReservation } from "../../reservations/changeReservation.ts"
import { ExpireReservation } from "../../reservations/expireReservation.ts"
import { MoveReservation } from "../../reservations/moveReservation.ts"
import { RedateReservation } from "../../reservations/redateReservation.ts"
import { Reserve } from "../../reservations/reserveCommand.ts"
import { ResumeReservation, SuspendReservation } from "../../reservations/suspendReservation.ts"
import { Arrive } from "../../transits/arrive.ts"
import { CancelTransit } from "../../transits/cancelTransit.ts"
import { Send } from "../../transits/send.ts"

/**
 * The commands about who is next and where copies go, as `deskCommands` has those of every day. They are an entry of their own, loaded when the
 * first of them is given.
 */
export const reservationCommands = {
  cancelReservation: { schema: CancelReservation, run: cancelReservation, shape: cancelReservationShape },
  changeReservation: { schema: ChangeReservation, run: changeReservation, shape: changeReservationShape },
  expireReservation: { schema: ExpireReservation, run: expireReservation, shape: expireReservationShape },
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
