import { Result, Schema } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft, type Place } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { FactSlots, Found, ItemFacts, ReaderFacts } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { overdueNeeded } from "../readers/blocks/overdueNeeded.ts"
import { clearStanding, readerMay, type Standing } from "../readers/blocks/readerMay.ts"
import { isSelf } from "../readers/self.ts"
import type { LoanTrace } from "./checkOut.ts"
import { dueFor } from "./dueFor.ts"
import type { LoanId, LoanRow } from "./model.ts"

/** Move the due date of an open loan on, the item named by its barcode. */
export const Renew = Schema.Struct({
  item: Barcode,
  at: InstantInput,
  override: Schema.optionalKey(OverrideRequest)
})
export type Renew = typeof Renew.Type

export interface RenewReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly renewalCount: number
  readonly overrides: ReadonlyArray<Override>
  readonly trace: Omit<LoanTrace, "limits">
}

type RenewLookup = { readonly [S in "item" | "loanOfItem"]: FactSlots[S]["by"] } & {
  readonly [S in "blocksOfBorrower" | "overdueOfBorrower"]?: FactSlots[S]["by"]
}

export const renewLookup = ({ item, at }: Pick<Renew, "item" | "at">, policy: CompiledPolicy | null): RenewLookup => {
  const barcode = { barcode: item }
  const limit = overdueNeeded(policy)
  const overdue = limit === 0 ? {} : { overdueOfBorrower: { ...barcode, before: at, limit } }
  return { item: barcode, loanOfItem: barcode, blocksOfBorrower: barcode, ...overdue }
}
export type RenewFacts = Found<Pick<RenewLookup, "item" | "loanOfItem">> & Partial<Found<RenewLookup>>

/** Whether, and until when, the loan of this item may go on. Refuses what would shorten it. */
export const decideRenew = (
  { item, loanOfItem, blocksOfBorrower: blocks = [], overdueOfBorrower: overdue = [] }: RenewFacts,
  command: Renew,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<RenewReceipt>, Refusals> => {
  if (item === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  if (loanOfItem === null)
    return refused([
      place.actor.kind === "reader" ? { _tag: "ItemUnknown", item: command.item } : { _tag: "ItemNotOnLoan" }
    ])
  if (!isSelf(place.actor, loanOfItem.reader)) return refused([{ _tag: "ItemUnknown", item: command.item }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const branch = calendar?.branch(loanOfItem.loan.branch)
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loanOfItem.loan.branch }])
  const work = draft(place)
  work.restOn("reader", loanOfItem.reader)
  const renewed = renewLoan(
    work,
    { ...item, ...loanOfItem, standing: { ...clearStanding, overdue, blocks } },
    command,
    { place, policy, branch }
  )
  return Result.map(renewed, (receipt) => work.decide(receipt))
}

type OpenLoan = ItemFacts & ReaderFacts & { readonly loan: LoanRow; readonly standing?: Standing }

/** Adds the renewal of one loan to a decision, or says what stands in its way. */
export const renewLoan = (
  work: Draft,
  { item, queue, title, reader, account, loan, standing = clearStanding }: OpenLoan,
  { at, override }: { readonly at: Instant; readonly override?: OverrideRequest },
  { place, policy, branch }: { readonly place: Place; readonly policy: CompiledPolicy; readonly branch: BranchCalendar }
): Result.Result<RenewReceipt, Refusals> => {
  const context = policyCase({
    reader,
    item,
    title,
    waiting: queue.waitingCount,
    isRenewal: true,
    onSite: loan.onSite === 1,
    at,
    branch: loan.branch,
    calendar: branch
  })
  const asked = consult(policy, context)
  const refusals: Array<Refusal> = [...readerMay("renew", { reader, account }, standing, { at, asked, place })]
  if (!statusActions[item.status].renew)
    refusals.push({ _tag: "ItemStatusForbids", status: item.status, action: "renew" })
  const countMax = asked.required("renewalCountMax")
  if (countMax !== undefined && countMax !== "unlimited" && loan.renewalCount >= countMax)
    refusals.push({ _tag: "RenewalLimitReached", count: loan.renewalCount, countMax })
  if (queue.waitingCount > 0 && asked.required("renewalWhenWaiting") === false)
    refusals.push({ _tag: "OthersWaiting", waitingCount: queue.waitingCount })
  const period = asked.optional("renewalPeriod", undefined) ?? asked.required("loanPeriod")
  const from = asked.required("renewFrom") === "due" ? loan.dueAt : at
  const due = dueFor(asked, branch, from, reader.expiresAt, period)
  if (due !== null && Result.isFailure(due)) refusals.push(due.failure)
  if (due !== null && Result.isSuccess(due) && due.success.dueAt <= loan.dueAt)
    refusals.push({ _tag: "RenewalWouldShorten", dueAt: loan.dueAt, newDueAt: due.success.dueAt })
  refusals.push(...asked.missing)
  const { left, overrides } = lift(refusals, override, place)
  if (left.length > 0 || due === null || Result.isFailure(due)) return refused(left)

  work.restOn("titleQueue", queue)
  work.restOn("loan", loan)
  const renewalCount = loan.renewalCount + 1
  work.emit(
    {
      _tag: "LoanRenewed",
      loanId: loan.loanId,
      at,
      dueAt: due.success.dueAt,
      renewalCount,
      policyVersion: policy.version,
      policyRows: asked.rows
    },
    overrides
  )
  const trace = { policyVersion: policy.version, policyRows: asked.rows, dueSteps: due.success.steps }
  return Result.succeed({ loanId: loan.loanId, dueAt: due.success.dueAt, renewalCount, overrides, trace })
}
