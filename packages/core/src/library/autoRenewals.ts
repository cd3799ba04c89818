import type { Instant } from "../calendar/instant.ts"
import { formatInstant } from "../calendar/instantText.ts"
import type { LoanDue, Page } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { autoRenewJob } from "../loans/automaticRenewal.ts"
import type { RenewReceipt } from "../loans/renew.ts"
import type { Answer, Desk } from "./desk.ts"
import { faultName } from "./faultName.ts"
import type { Library } from "./openLibrary.ts"
import { policyInForce } from "./policyInForce.ts"

/** A loan that the library would have renewed by itself. */
export interface NotRenewed {
  readonly loanId: string
  /** JSON of the refusals, or the name of a fault. */
  readonly because: string
}

/** What a run of automatic renewals did. */
export interface AutoRenewals {
  readonly renewed: number
  readonly notRenewedCount: number
  /** The first thousand; `onNotRenewed` is told of all. */
  readonly notRenewed: ReadonlyArray<NotRenewed>
}

interface Run {
  readonly tenant: string
  readonly at: Instant | number
  readonly onNotRenewed?: (loan: NotRenewed) => void
}

const pageSize = 200
const listedMax = 1000
const dayMs = 86_400_000
/** Nights that may have been slept through: a loan that fell due meanwhile is still renewed. */
const missedDays = 14

/**
 * Renews the loans that the policy renews without being asked (`autoRenew`), from `autoRenewBefore` their due date on, as
 * the job "autoRenew". It may stop anywhere and be run again, twice at once too: a loan is renewed once for its due
 * instant. A loan that may not be renewed, or fails, is reported and holds up no other. Memory does not grow with loans.
 */
export const autoRenewals = async (library: Library, { tenant, at, onNotRenewed }: Run): Promise<AutoRenewals> => {
  const days = await daysAhead(library, tenant, at)
  const desk = library.at({ tenant, branch: "", actor: { kind: "job", name: autoRenewJob }, channel: "job" })
  const notRenewed: Array<NotRenewed> = []
  let renewed = 0
  let notRenewedCount = 0
  let after: string | null = null
  while (days !== null) {
    const page: Page<LoanDue> = (
      await library.read(tenant, {
        loansDue: { from: at - missedDays * dayMs, before: at + (days + 1) * dayMs, after, limit: pageSize }
      })
    ).loansDue
    for (const [index, outcome] of (await renewEach(desk, page.rows, at)).entries()) {
      if (outcome === "renewed") renewed++
      else if (outcome !== null) {
        const loan = { loanId: page.rows[index]?.loan.loanId ?? "", because: outcome.because }
        notRenewedCount++
        if (notRenewed.length < listedMax) notRenewed.push(loan)
        onNotRenewed?.(loan)
      }
    }
    after = page.next
    if (after === null) break
  }
  return { renewed, notRenewedCount, notRenewed }
}

/** `null`: this loan is not renewed automatically, or not yet. */
type Outcome = "renewed" | { readonly because: string } | null

const renewEach = async (desk: Desk, loans: ReadonlyArray<LoanDue>, at: number): Promise<ReadonlyArray<Outcome>> => {
  const inputs = loans.map(({ loan, barcode }) => ({
    item: barcode,
    at,
    key: `${autoRenewJob} ${loan.loanId} ${formatInstant(loan.dueAt)}`
  }))
  try {
    return (await desk.many("renew", inputs)).map(outcomeOf)
  } catch {
    // One of them is broken: each alone, so that the others are renewed.
    const outcomes: Array<Outcome> = []
    for (const input of inputs) outcomes.push(await desk.renew(input).then(outcomeOf, faultOf))
    return outcomes
  }
}

const outcomeOf = (answer: Answer<RenewReceipt>): Outcome => {
  if (answer.ok) return answer.repeated ? null : "renewed"
  if ("invalid" in answer) return { because: JSON.stringify(answer.invalid) }
  return isNotItsTime(answer.refusals) ? null : { because: JSON.stringify(answer.refusals) }
}

/** Another run or a desk was quicker, or the policy leaves this loan alone: nothing to report. */
const isNotItsTime = (refusals: Refusals): boolean =>
  refusals.some(
    ({ _tag }) =>
      _tag === "NotRenewedAutomatically" ||
      _tag === "RenewalTooSoon" ||
      _tag === "ItemNotOnLoan" ||
      _tag === "KeyUsedForOther"
  )

const faultOf = (fault: unknown): Outcome => ({
  because: faultName(fault)
})

/** How many days before due dates the policy in force renews at the earliest; `null`: it renews nothing by itself. */
const daysAhead = async (library: Library, tenant: string, at: number): Promise<number | null> => {
  const policy = await policyInForce<RenewalForms>(library, tenant, at)
  if (policy === null) return null
  const { rows } = policy
  if (!rows.some(({ set }) => set.autoRenew === true)) return null
  return Math.max(1, ...rows.map(({ set }) => set.autoRenewBefore?.days ?? 0))
}

interface RenewalForms {
  readonly autoRenew?: boolean
  readonly autoRenewBefore?: { readonly days: number }
}
