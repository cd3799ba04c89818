import { ApplyCredit } from "../accounts/applyCredit.ts"
import { ForgiveSmallDebt } from "../accounts/forgiveSmallDebt.ts"
import { GiveBackDeposit } from "../accounts/giveBackDeposit.ts"
import { HandOverDebt } from "../accounts/handOverDebt.ts"
import { PayOut } from "../accounts/payOut.ts"
import { RedateCharge } from "../accounts/redateCharge.ts"
import { Refund } from "../accounts/refund.ts"
import { VoidEntry } from "../accounts/voidEntry.ts"
import { WriteOff } from "../accounts/writeOff.ts"
import { CloseCashDesk } from "../cash/closeCashDesk.ts"
import { MoveCash } from "../cash/moveCash.ts"
import { OpenCashDesk } from "../cash/openCashDesk.ts"
import { applyCredit, applyCreditShape } from "../desk/applyCredit.ts"
import { closeCashDesk, closeCashDeskShape } from "../desk/closeCashDesk.ts"
import { eraseReader, eraseReaderShape } from "../desk/eraseReader.ts"
import { forgiveSmallDebt, forgiveSmallDebtShape } from "../desk/forgiveSmallDebt.ts"
import { giveBackDeposit, giveBackDepositShape } from "../desk/giveBackDeposit.ts"
import { handOverDebt, handOverDebtShape } from "../desk/handOverDebt.ts"
import { mergeReaders, mergeReadersShape } from "../desk/mergeReaders.ts"
import { moveCash, moveCashShape } from "../desk/moveCash.ts"
import { openCashDesk, openCashDeskShape } from "../desk/openCashDesk.ts"
import { payOut, payOutShape } from "../desk/payOut.ts"
import { redateCharge, redateChargeShape } from "../desk/redateCharge.ts"
import { redateLoan, redateLoanShape } from "../desk/redateLoan.ts"
import { redateReservation, redateReservationShape } from "../desk/redateReservation.ts"
import { refund, refundShape } from "../desk/refund.ts"
import { voidEntry, voidEntryShape } from "../desk/voidEntry.ts"
import { writeOff, writeOffShape } from "../desk/writeOff.ts"
import { RedateLoan } from "../loans/redateLoan.ts"
import { MergeReaders } from "../readers/mergeReaders.ts"
import { EraseReader } from "../readers/privacy/eraseReader.ts"
import { RedateReservation } from "../reservations/redateReservation.ts"

/**
 * The commands of the office, as `deskCommands` has those of every day. They are an entry of their own, loaded when the first
 * of them is given: who lends books in a browser has no use for them.
 */
export const officeCommands = {
  redateLoan: { schema: RedateLoan, run: redateLoan, shape: redateLoanShape },
  redateReservation: { schema: RedateReservation, run: redateReservation, shape: redateReservationShape },
  redateCharge: { schema: RedateCharge, run: redateCharge, shape: redateChargeShape },
  giveBackDeposit: { schema: GiveBackDeposit, run: giveBackDeposit, shape: giveBackDepositShape },
  refund: { schema: Refund, run: refund, shape: refundShape },
  payOut: { schema: PayOut, run: payOut, shape: payOutShape },
  applyCredit: { schema: ApplyCredit, run: applyCredit, shape: applyCreditShape },
  writeOff: { schema: WriteOff, run: writeOff, shape: writeOffShape },
  handOverDebt: { schema: HandOverDebt, run: handOverDebt, shape: handOverDebtShape },
  voidEntry: { schema: VoidEntry, run: voidEntry, shape: voidEntryShape },
  openCashDesk: { schema: OpenCashDesk, run: openCashDesk, shape: openCashDeskShape },
  moveCash: { schema: MoveCash, run: moveCash, shape: moveCashShape },
  closeCashDesk: { schema: CloseCashDesk, run: closeCashDesk, shape: closeCashDeskShape },
  forgiveSmallDebt: { schema: ForgiveSmallDebt, run: forgiveSmallDebt, shape: forgiveSmallDebtShape },
  mergeReaders: { schema: MergeReaders, run: mergeReaders, shape: mergeReadersShape },
  eraseReader: { schema: EraseReader, run: eraseReader, shape: eraseReaderShape }
} as const
