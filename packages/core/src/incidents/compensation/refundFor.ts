import { Result } from "effect"
import { dayNumber } from "../../calendar/civilDay.ts"
import { amountMax } from "../../money/minor.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { CompensationRefusal, CompensationRefusals } from "./refusal.ts"

type RefundRule = NonNullable<CompensationRule["refund"]>

/** What is known when a lost item turns up. Amounts in whole minor units, days local to the branch. */
export interface RefundCase {
  /** Paid of the compensation, and still owed of it. */
  readonly paidMinor: number
  readonly unpaidMinor: number
  /** How much of the compensation was processing. */
  readonly processingMinor: number
  /** Overdue charges: up to the loss, from payment to return, and the most that there could be. */
  readonly overdue: {
    readonly accrued?: number
    readonly sincePayment?: number
    readonly cap?: number
    readonly dropped?: number
  }
  readonly lostOn: string
  /** `null`: nothing was paid. */
  readonly paidOn: string | null
  readonly foundOn: string
  /** Whether a window is over that is not told in days. */
  readonly windowOver?: boolean
  readonly replacementBought: boolean
  readonly inKind: boolean
}

export interface Refund {
  /** The reader's credit, at most what was paid. */
  readonly givenBack: number
  /** No longer owed, at most what was. */
  readonly cancelled: number
  /** Overdue charges that the loss had dropped and that are due again. */
  readonly restoredOverdue: number
  readonly kept: { readonly processing: number; readonly overdue: number }
  /** Why nothing changes; `null`: something may. */
  readonly reason: "ruleGivesNone" | "inKind" | "replacementBought" | "tooLate" | null
}

/**
 * What is given back, cancelled and due again when a lost item is found. Never more than was paid; never anything for a
 * replacement in kind or once a new copy was bought. What the processing is short of the money paid stays owed; an
 * overdue charge only lessens what comes back.
 */
export const refundFor = (
  { refund = { gives: "none" } }: CompensationRule,
  facts: RefundCase
): Result.Result<Refund, CompensationRefusals> => {
  const [first, ...rest] = [...unsound(facts), ...unknownFacts(refund, facts)]
  if (first !== undefined) return Result.fail([first, ...rest])
  const reason = nothingBecause(refund, facts)
  const none = { givenBack: 0, cancelled: 0, restoredOverdue: 0, kept: { processing: 0, overdue: 0 }, reason }
  if (reason !== null) return Result.succeed(none)
  const late = tooLate(refund, facts)
  if (late && refund.afterwards !== "unpaidPart") return Result.succeed({ ...none, reason: "tooLate" })
  const { paidMinor, unpaidMinor } = facts
  const processing = refund.lessProcessing === true ? Math.min(facts.processingMinor, paidMinor + unpaidMinor) : 0
  const back = refund.gives === "paid" && !late ? Math.max(0, paidMinor - processing) : 0
  const less = back === 0 || refund.lessOverdue === undefined ? 0 : facts.overdue[refund.lessOverdue]
  if (less === undefined) {
    return Result.fail([{ _tag: "FactMissing", fact: `overdue.${refund.lessOverdue}`, at: "refund.lessOverdue" }])
  }
  const overdue = Math.min(back, less)
  return Result.succeed({
    givenBack: back - overdue,
    cancelled: unpaidMinor - Math.max(0, processing - paidMinor),
    restoredOverdue: refund.restoresOverdue === true ? (facts.overdue.dropped ?? 0) : 0,
    kept: { processing, overdue },
    reason
  })
}

const nothingBecause = (refund: RefundRule, facts: RefundCase): Refund["reason"] => {
  if (facts.inKind) return "inKind"
  if (facts.replacementBought) return "replacementBought"
  return refund.gives === "none" ? "ruleGivesNone" : null
}

/** The last day of a window of days still counts; what was not paid yet has no payment to count from. */
const tooLate = ({ within }: RefundRule, { lostOn, paidOn, foundOn, windowOver }: RefundCase): boolean => {
  const start = within?.of === "loss" ? lostOn : paidOn
  if (within === undefined || start === null) return false
  if (!("days" in within)) return windowOver === true
  return (dayNumber(foundOn) ?? 0) - (dayNumber(start) ?? 0) > within.days
}

const unknownFacts = ({ within }: RefundRule, facts: RefundCase): ReadonlyArray<CompensationRefusal> => {
  const missing: Array<CompensationRefusal> = []
  if (within !== undefined && !("days" in within) && facts.windowOver === undefined)
    missing.push({ _tag: "FactMissing", fact: "windowOver", at: "refund.within" })
  return missing
}

const unsound = (facts: RefundCase): ReadonlyArray<CompensationRefusal> => {
  const { paidMinor, unpaidMinor, processingMinor, overdue, lostOn, paidOn, foundOn } = facts
  const amounts = { paidMinor, unpaidMinor, processingMinor, ...overdue }
  const days = { lostOn, foundOn, ...(paidOn === null ? {} : { paidOn }) }
  const invalid = (at: string, found: unknown, expected: string): CompensationRefusal => ({
    _tag: "AmountInvalid",
    at,
    found: String(found),
    expected
  })
  return [
    ...Object.entries(amounts)
      .filter(([, minor]) => minor !== undefined && !(Number.isInteger(minor) && minor >= 0 && minor <= amountMax))
      .map(([at, minor]) => invalid(at, minor, `whole minor units from 0 to ${amountMax}`)),
    ...Object.entries(days)
      .filter(([, day]) => dayNumber(day) === null)
      .map(([at, day]) => invalid(at, day, "a day that exists, as YYYY-MM-DD"))
  ]
}
