import { Result, Schema } from "effect"
import { afterLength } from "../../calendar/afterLength.ts"
import type { Instant } from "../../calendar/instant.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import { text } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import { commandRights } from "../../decision/permission.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { LoanId } from "../../loans/model.ts"
import { loanTransitions } from "../../loans/transitions.ts"
import { Conduct } from "../../policy/form/compensation/values.ts"
import { isSelf } from "../../readers/self.ts"
import { IncidentId } from "../model.ts"
import { billIds, billLoss, type LossBill } from "./billLoss.ts"
import { type LossInput, lossInput, saysAnything } from "./lossInput.ts"
import { lossRules, type ReckonedLoss, reckonLoss } from "./reckonLoss.ts"
import { againstInKind, agreeInKind, Edition } from "./replaceInKind.ts"
import { reportLoss } from "./reportLoss.ts"

/** What may be said of a loss, whoever reports it. */
export const lossReport = {
  conduct: Schema.optionalKey(Conduct),
  /** Number of the report to the police: what was lost was stolen. */
  policeReport: Schema.optionalKey(text(100)),
  note: Schema.optionalKey(text(2_000)),
  /** A copy is to be brought instead of money. */
  settledBy: Schema.optionalKey(Schema.Literals(["cash", "inKind"])),
  /** Which copy, where one is to be brought: it need not be said besides. Whoever records a newer one consents to it for the library. */
  edition: Schema.optionalKey(Edition),
  ...lossInput
}

/** A copy is named only where one is brought. */
export const editionOfCopy = Schema.makeFilter(
  ({ settledBy, edition }: { readonly settledBy?: "cash" | "inKind"; readonly edition?: Edition }) =>
    edition === undefined || settledBy !== "cash",
  { expected: "no edition where it is settled in money" }
)

/** An item is lost: by the word of its reader, or of staff. */
export const DeclareLost = Schema.Struct({ item: Barcode, ...lossReport, at: InstantInput }).check(editionOfCopy)
export type DeclareLost = typeof DeclareLost.Type

export interface LossReceipt {
  readonly loanId: LoanId
  readonly incidentId: IncidentId
  /** What it is charged with; `null`: nothing yet. */
  readonly bill: LossBill | null
  /** When it is charged by itself; `null`: it was, or is not by itself. */
  readonly billAt: number | null
  /** By when a copy is to be brought instead; `null`: none is. */
  readonly replaceUntil: number | null
}

export const declareLostLookup = ({ item }: Pick<DeclareLost, "item">) =>
  ({
    item: { barcode: item },
    loanOfItem: { barcode: item },
    chargesOfItem: { barcode: item },
    titleOfItem: { barcode: item },
    copiesOfItem: { barcode: item }
  }) satisfies Lookup
export type DeclareLostFacts = Found<ReturnType<typeof declareLostLookup>>

/** How many ids it needs: its own, and those of the bill. */
export const declareLostIds = 1 + billIds

/**
 * The loan is lost and stays open, and what the loss costs is charged at once, unless the policy bills later, or leaves the
 * cost for staff. Refuses what is not on loan or lost already, and, all at once, why the cost cannot be told. Readers report
 * their own losses; what they cost is for staff to say.
 */
export const decideDeclareLost = (
  { item: found, loanOfItem: lent, chargesOfItem, titleOfItem, copiesOfItem }: DeclareLostFacts,
  command: DeclareLost,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<LossReceipt>, Refusals> => {
  const { item: barcode, at, policeReport = "", note = "", conduct = "accident", edition = "sameEdition" } = command
  const settledBy = command.settledBy ?? (command.edition === undefined ? "cash" : "inKind")
  const { actor } = place
  const isReader = actor.kind === "reader"
  if (found === null || (isReader && (lent === null || !isSelf(actor, lent.reader))))
    return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null || titleOfItem === null) return refused([{ _tag: "ItemNotOnLoan" }])
  if (
    isReader &&
    (saysAnything(command) ||
      command.conduct !== undefined ||
      command.settledBy !== undefined ||
      command.edition !== undefined)
  )
    return refused([{ _tag: "NotPermitted", permission: commandRights.chargeIncident.permission }])
  const { status } = found.item
  if (loanTransitions[lent.loan.state].declareLost === null)
    return refused([{ _tag: "ItemStatusForbids", status, action: "declareLost" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const branch = calendar.branch(lent.loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: lent.loan.branch }])

  const lostAt = Math.max(at, lent.loan.lentAt) as Instant
  const lateUntil = lent.loan.lateUntil ?? lostAt
  const loan = { ...lent.loan, lateUntil }
  const known = { ...found, ...lent, loan, title: titleOfItem, copies: copiesOfItem }
  const asked = lossRules(known, lostAt, { policy, calendar })
  const cost = asked.optional("lossCost", "reckoned")
  const after = asked.optional("billDeclaredAfter", { days: 0 })
  const billAt = isReader || after === "never" || cost === "actual" ? null : afterLength(lostAt, after, branch)
  const isNow = billAt !== null && billAt <= lostAt
  const reckoned = isNow
    ? reckonLoss({ ...known, lostAt, conduct, settledBy, input: command as LossInput }, { policy, calendar, actor })
    : null
  const isLeft =
    reckoned !== null && Result.isFailure(reckoned) && cost === "actualIfUnknown" && lacks(reckoned.failure)
  if (reckoned !== null && Result.isFailure(reckoned) && !isLeft) return Result.fail(reckoned.failure)
  const bill: ReckonedLoss | null = reckoned !== null && Result.isSuccess(reckoned) ? reckoned.success : null
  const inKind = bill !== null && settledBy === "inKind" ? { edition, ...bill } : null
  const against = inKind && againstInKind(inKind.rule, inKind.edition)
  if (against) return refused([against])

  const work = draft(place)
  const incidentId = IncidentId.make(ids[0] as string)
  const here = { at: lostAt, branch: place.branch }
  reportLoss(
    work,
    { ...found, ...lent },
    {
      incidentId,
      as: "declared",
      lateUntil,
      conduct,
      policeReport,
      note,
      billAt: isNow ? null : billAt,
      ...here,
      policyVersion: policy.version,
      policyRows: asked.rows
    }
  )
  const billed = {
    incidentId,
    suspensionDays: 0,
    reader: lent.reader,
    account: lent.account,
    loan,
    charges: [],
    loanCharges: chargesOfItem
  }
  const charged = bill && billLoss(work, billed, bill, { ...here, ids: ids.slice(1), endsFree: inKind === null })
  const replaceUntil = inKind && agreeInKind(work, incidentId, inKind, { ...here, calendar: branch })
  return Result.succeed(
    work.decide({ loanId: loan.loanId, incidentId, bill: charged, billAt: isNow ? null : billAt, replaceUntil })
  )
}

const priceless: ReadonlyArray<string> = ["BasisMissing", "SetPriceMissing", "YearPriceMissing", "RateMissing"]

/** Whether all that is missing is a price, or a rule. */
const lacks = (refusals: Refusals): boolean =>
  refusals.every(
    (one) =>
      (one._tag === "CostUntold" && priceless.includes(one.because)) ||
      (one._tag === "PolicySettingMissing" && one.setting === "compensation")
  )
