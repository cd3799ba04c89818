import type { Instant } from "../../calendar/instant.ts"
import type { Draft } from "../../decision/draft.ts"
import type { ItemFacts, ReaderFacts } from "../../decision/facts.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { Conduct } from "../../policy/form/compensation/values.ts"
import type { IncidentId } from "../model.ts"

interface Lost extends ItemFacts, ReaderFacts {
  readonly loan: LoanRow
}

interface Report {
  readonly incidentId: IncidentId
  readonly as: "declared" | "aged"
  readonly at: Instant
  readonly branch: string
  readonly lateUntil: Instant
  readonly conduct: Conduct
  readonly policeReport: string
  readonly note: string
  readonly billAt: Instant | null
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

/** The loan is lost and stays open; the loss has a history of its own from now on. A theft is one with a police report. */
export const reportLoss = (work: Draft, { item, loan, reader }: Lost, report: Report): void => {
  const { incidentId, as, at, branch, lateUntil, policyVersion, policyRows } = report
  const { itemId } = item
  const { loanId } = loan
  work.restOn("reader", reader)
  work.restOn("item", item)
  work.restOn("loan", loan)
  const itemVersion = item.version + 1
  work.emit({ _tag: "LoanLost", loanId, itemId, itemVersion, as, lateUntil, at, branch, policyVersion, policyRows })
  const { conduct, policeReport, note, billAt } = report
  work.emit({
    _tag: "IncidentReported",
    incidentId,
    kind: policeReport === "" ? "loss" : "theft",
    itemId,
    itemType: loan.itemType,
    collection: loan.collection,
    loanId,
    noticedAt: as === "aged" ? "job" : "desk",
    conduct,
    bearer: "reader",
    policeReport,
    billAt,
    note,
    at,
    branch
  })
}
