import { borrowIn, borrowInShape } from "../../desk/borrowIn.ts"
import { cancelInterloan, cancelInterloanShape } from "../../desk/cancelInterloan.ts"
import { completeInterloan, completeInterloanShape } from "../../desk/completeInterloan.ts"
import { confirmMessage, confirmMessageShape } from "../../desk/confirmMessage.ts"
import { declineInterloan, declineInterloanShape } from "../../desk/declineInterloan.ts"
import { lendOut, lendOutShape } from "../../desk/lendOut.ts"
import { requestInterloan, requestInterloanShape } from "../../desk/requestInterloan.ts"
import { sendBack, sendBackShape } from "../../desk/sendBack.ts"
import { takeMessage, takeMessageShape } from "../../desk/takeMessage.ts"
import { BorrowIn } from "../../interlending/borrowIn.ts"
import { CancelInterloan, DeclineInterloan } from "../../interlending/cancelInterloan.ts"
import { CompleteInterloan } from "../../interlending/completeInterloan.ts"
import { ConfirmMessage } from "../../interlending/confirmMessage.ts"
import { LendOut } from "../../interlending/lendOut.ts"
import { RequestInterloan } from "../../interlending/requestInterloan.ts"
import { SendBack } from "../../interlending/sendBack.ts"
import { TakeMessage } from "../../interlending/takeMessage.ts"

/** The commands of loans between systems, loaded when the first of them is given. */
export const interlendingCommands = {
  borrowIn: { schema: BorrowIn, run: borrowIn, shape: borrowInShape },
  cancelInterloan: { schema: CancelInterloan, run: cancelInterloan, shape: cancelInterloanShape },
  completeInterloan: { schema: CompleteInterloan, run: completeInterloan, shape: completeInterloanShape },
  confirmMessage: { schema: ConfirmMessage, run: confirmMessage, shape: confirmMessageShape },
  declineInterloan: { schema: DeclineInterloan, run: declineInterloan, shape: declineInterloanShape },
  lendOut: { schema: LendOut, run: lendOut, shape: lendOutShape },
  requestInterloan: { schema: RequestInterloan, run: requestInterloan, shape: requestInterloanShape },
  sendBack: { schema: SendBack, run: sendBack, shape: sendBackShape },
  takeMessage: { schema: TakeMessage, run: takeMessage, shape: takeMessageShape }
} as const
export type InterlendingCommands = typeof interlendingCommands
