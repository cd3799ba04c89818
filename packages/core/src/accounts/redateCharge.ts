import { Result, Schema } from "effect"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Dated, type DocumentHistory, inForceAt, knownAt } from "../decision/documentHistory.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { recordedSettings } from "../decision/recordedSettings.ts"
import type { Stands } from "../decision/redating.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { decidedDue } from "../loans/decidedDue.ts"
import { redatedDue } from "../loans/redatedDue.ts"
import { Minor } from "../money/minor.ts"
import { chargeOrigin, moneyEvent } from "./chargeOrigin.ts"
import { overdueTerms } from "./lateness/terms.ts"
import { EntryId } from "./model.ts"
import { type OverdueSteps, overdueCharge } from "./overdueCharge.ts"

/** Forgo of an overdue charge what the days and hours that hold now would not have cost. */
export const RedateCharge = Schema.Struct({ charge: EntryId, at: InstantInput })
export type RedateCharge = typeof RedateCharge.Type

export interface RedateChargeReceipt {
  readonly chargeId: EntryId
  readonly entryId: EntryId
  readonly waived: number
  /** What was charged too much and is paid already. */
  readonly toRefund: number
}

export const redateChargeLookup = ({ charge: chargeId }: Pick<RedateCharge, "charge">) =>
  ({ loanOfCharge: { chargeId }, historyOfCharge: { chargeId } }) satisfies Lookup
export type RedateChargeFacts = Found<ReturnType<typeof redateChargeLookup>>

interface Excess {
  readonly waived: Minor
  readonly toRefund: Minor
}

/** What was charged too much, as far as it is still owed and as far as it is paid; or why the charge stays. */
export const redatedCharge = (
  {
    loanOfCharge,
    historyOfCharge
  }: RedateChargeFacts & {
    readonly loanOfCharge: NonNullable<RedateChargeFacts["loanOfCharge"]>
  },
  at: number,
  history: DocumentHistory
): Excess | Stands => {
  const { charge, loan, reader } = loanOfCharge
  if (charge.kind !== "overdue") return { because: "notByRule" }
  // What still runs up is brought to what holds now by the night, or the return: not twice.
  if (loan.closedAt === null && loan.state !== "lost") return { because: "asDated" }
  const origin = chargeOrigin(historyOfCharge.map(moneyEvent), charge.chargeId)
  const policy = history.policies.find(({ version }) => version === origin?.policyVersion)?.rules
  if (origin === null || policy === undefined) return { because: "rulesGone" }
  const asked = recordedSettings(policy, origin.policyRows)
  // What the item cost then, whatever its price is now.
  const price = (origin.steps[0] as OverdueSteps | undefined)?.price ?? null
  const cost = (dueAt: Instant, until: Instant, documents: Dated<Calendar> | undefined): number | null => {
    const calendar = documents?.rules.branch(loan.branch)
    const terms = calendar && overdueTerms(asked, policy)
    if (!terms || terms === "free") return null
    return overdueCharge({ dueAt, until, calendar, price }, terms).amount
  }
  // What ran up to a cap was reckoned last before the item came back: the latest instant that explains it forgoes the least.
  const until = [loan.closedAt, loan.lateUntil, origin.reckonedAt]
    .flatMap((instant) => instant ?? [])
    .sort((one, other) => other - one)
    .find((instant) => cost(loan.dueAt, instant, knownAt(history.calendars, instant)) === origin.amount)
  if (until === undefined) return { because: "notByRule" }
  const decided = decidedDue(historyOfCharge.filter(({ streamId }) => streamId === loan.loanId))
  const target = decided && redatedDue(decided, loan, reader.expiresAt, at, history)
  // A loan that ended keeps its due date; what it cost is reckoned as if it had been due later.
  const dueAt = Math.max(loan.dueAt, (target !== null && "at" in target ? target.at : null) ?? 0) as Instant
  const amount = cost(dueAt, until, inForceAt(history.calendars, at))
  if (amount === null) return { because: "rulesGone" }
  const excess = origin.amount - origin.forgone - amount
  if (excess <= 0) return { because: "asDated" }
  const waived = Minor.make(Math.min(excess, charge.outstanding))
  return waived === 0 ? { because: "paid" } : { waived, toRefund: Minor.make(Math.min(excess - waived, origin.paid)) }
}

/** Refuses with `NothingToRedate` where nothing is owed too much. Never charges more than was charged. */
export const decideRedateCharge = (
  { loanOfCharge, historyOfCharge }: RedateChargeFacts,
  command: RedateCharge,
  { place, history, ids }: DecisionContext
): Result.Result<Decision<RedateChargeReceipt>, Refusals> => {
  if (loanOfCharge === null) return refused([{ _tag: "ChargeUnknown", charge: command.charge }])
  if (history === undefined || inForceAt(history.calendars, command.at) === undefined)
    return refused([{ _tag: "CalendarNotInForce" }])
  const { charge, loan, reader, account } = loanOfCharge
  const excess = redatedCharge({ loanOfCharge, historyOfCharge }, command.at, history)
  if ("because" in excess) return refused([{ _tag: "NothingToRedate", ...excess }])
  const entryId = EntryId.make(ids[0] as string)
  const { chargeId } = charge
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("account", account)
  work.restOn("charge", charge)
  work.emit({
    _tag: "ChargeWaived",
    accountId: account.accountId,
    entryId,
    chargeId,
    amount: excess.waived,
    reason: "calendar",
    cause: "calendar",
    at: command.at,
    branch: place.branch
  })
  if (excess.waived === charge.outstanding && loan.closedAt !== null) {
    work.cut("chargeLoan", chargeId)
    if (loanOfCharge.othersOwed === 0 && reader.historyConsentAt === null) work.cut("loanReader", loan.loanId)
  }
  return Result.succeed(work.decide({ chargeId, entryId, ...excess }))
}
