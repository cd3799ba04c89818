import type { ReaderFacts } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { Bearer } from "../model.ts"
import type { Inspect, InspectFacts } from "./inspectCommand.ts"

/** Who answers for what is worse. */
export interface Liable {
  readonly bearer: Bearer
  /** `null`: no reader does. */
  readonly reader: ReaderFacts | null
  readonly loan: LoanRow | null
  readonly evidence: string
}

/**
 * Whoever has the item, or had it last where staff say so, or is named by a conduct record: nobody else. Without any of
 * them `withoutLoan` says who bears it, and nobody can be charged.
 */
export const liableFor = (
  { loanOfItem, lastLoanOfItem, otherReader }: InspectFacts,
  { record, ofLastLoan = false, bearer: given, charge }: Inspect,
  withoutLoan: () => Bearer
): Liable | Refusal => {
  if (record !== undefined) {
    if (otherReader == null || otherReader.reader.status === "removed")
      return { _tag: "ReaderUnknown", reader: record.card }
    return { bearer: "reader", reader: otherReader, loan: null, evidence: record.evidence }
  }
  const had = loanOfItem ?? (ofLastLoan ? (lastLoanOfItem ?? null) : null)
  if (had === null && ofLastLoan) return { _tag: "LiableUnknown" }
  const bearer = given ?? (had === null ? withoutLoan() : "reader")
  if (bearer === "reader" && had !== null) {
    const { loan, ...reader } = had
    return { bearer, reader, loan, evidence: "" }
  }
  if (bearer === "reader" || charge) return { _tag: "ConductRecordMissing" }
  return { bearer, reader: null, loan: had?.loan ?? null, evidence: "" }
}
