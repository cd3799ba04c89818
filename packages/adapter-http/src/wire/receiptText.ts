import type { CommandName, Receipts, Refusals } from "@openshelf/core"
import { refusalText } from "../problem/refused.ts"
import { withInstantTexts } from "./instants.ts"

/** A receipt on the wire: instants as text, refusals in it by their codes. */
export const receiptText = (name: CommandName, receipt: Receipts[CommandName]): unknown =>
  withInstantTexts(name === "renewAll" ? renewedText(receipt as Receipts["renewAll"]) : receipt)

const renewedText = ({ loans, summary }: Receipts["renewAll"]): unknown => ({
  summary,
  loans: loans.map((loan) => ("refusals" in loan ? { ...loan, refusals: texts(loan.refusals) } : loan))
})

const texts = (refusals: Refusals): unknown => refusals.map(refusalText)
