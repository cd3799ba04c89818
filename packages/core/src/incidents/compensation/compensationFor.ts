import { Result } from "effect"
import { currencyDigits } from "../../money/currency.ts"
import { fractionText, zero } from "../../money/fraction.ts"
import { amountMax } from "../../money/minor.ts"
import type { Rounding } from "../../money/rate.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { CompensationCase } from "./case.ts"
import { endsAsLoss, itemValue } from "./itemValue.ts"
import { type BillPart, bindingPart, overduePart, processingPart, spoiledParts } from "./otherParts.ts"
import type { CompensationRefusal, CompensationRefusals } from "./refusal.ts"
import type { Compensation } from "./result.ts"
import { shareOut } from "./shareOut.ts"
import { unsound } from "./soundCase.ts"
import { inMinor } from "./steps.ts"
import { newTrace, type Term } from "./trace.ts"
import { newWorking, type Working } from "./working.ts"

/** The policy's money: ISO 4217 and the one mode of rounding. */
export interface CompensationMoney {
  readonly currency: string
  readonly rounding: Rounding
}

/**
 * What a loss or damage costs by a rule, in whole minor units, with every step. Exact until the one rounding at the end;
 * the parts add up to the amount. The same rule and case give the same amount for ever. Every refusal comes at once,
 * but for numbers that nothing can start from, which come first.
 */
export const compensationFor = (
  rule: CompensationRule,
  facts: CompensationCase,
  { currency, rounding }: CompensationMoney
): Result.Result<Compensation, CompensationRefusals> => {
  const unsoundNumbers = unsound(facts)
  if (isSome(unsoundNumbers)) return Result.fail(unsoundNumbers)
  const working = newWorking({ rule, facts, currency, rounding, digits: currencyDigits(currency) })
  const asLoss = endsAsLoss(working)
  const value = facts.settledBy === "inKind" ? replaced(working, asLoss) : paid(working, asLoss)
  const { parts: overdueParts, overdue } = overduePart(working, asLoss)
  const bill: ReadonlyArray<BillPart> = [...value, ...spoiledParts(working), ...overdueParts]
  for (const at of Object.keys(facts.choices ?? {})) {
    if (!working.asked.has(at)) working.refuse({ _tag: "ChoiceNotAsked", at })
  }
  const { amount, parts } = totalled(working, bill)
  const { refusals } = working
  if (isSome(refusals)) return Result.fail(refusals)
  const { basis } = working
  return Result.succeed({
    amount,
    currency,
    rounding,
    parts,
    basis: basis ? { amount: fractionText(basis.term.value), source: basis.source } : null,
    factors: working.factors,
    steps: working.trace.steps,
    overdue,
    asLoss,
    settledBy: facts.settledBy ?? "cash",
    keepsItem: (asLoss && !facts.loss && rule.keepsItem) || null,
    keepsRest: (asLoss && facts.item.set && rule.sets?.keepsRest) || null,
    replacement: (asLoss && rule.replacement) || null,
    processingInKind: asLoss ? feeInKind(working) : null,
    noFault: facts.conduct === "noFault" ? (rule.noFault ?? "charged") : null,
    suspensionDays: suspension(rule, facts),
    source: rule.source ?? null,
    assumed: rule.assumed ?? []
  })
}

const isSome = (list: ReadonlyArray<CompensationRefusal>): list is CompensationRefusals => list.length > 0

const paid = (working: Working, asLoss: boolean): ReadonlyArray<BillPart> => {
  const value = itemValue(working)
  const more = asLoss ? [...processingPart(working, "cash"), ...(working.facts.loss ? bindingPart(working) : [])] : []
  return value === null ? more : [value, ...more]
}

/** A copy in kind stands for the value; what is left to pay is putting it on the shelf. */
const replaced = (working: Working, asLoss: boolean): ReadonlyArray<BillPart> => {
  if (!asLoss || working.rule.replacement === undefined) working.refuse({ _tag: "ReplacementNotAllowed" })
  return processingPart(working, "inKind")
}

const totalled = (working: Working, bill: ReadonlyArray<BillPart>): Pick<Compensation, "amount" | "parts"> => {
  const { trace, digits, rounding } = working
  const total = bill
    .map(({ term }) => term)
    .reduce<Term | null>((sum, term) => (sum === null ? term : trace.take("plus", "total", sum, term)), null)
  const minor = trace.round("amount", total ?? trace.given("nothing to pay", zero), rounding, digits)
  if (minor > BigInt(amountMax)) working.refuse({ _tag: "AmountTooLarge", amountMax })
  const shares = shareOut(
    minor,
    bill.map(({ term }) => inMinor(term.value, digits))
  )
  const parts = bill.map((part, i) => ({
    for: part.for,
    ...(part.of === undefined ? {} : { of: part.of }),
    amount: Number(shares[i])
  }))
  return { amount: Number(minor), parts }
}

/** What putting a copy in kind on the shelf would cost; `null`: the rule does not say, or not without a choice. */
const feeInKind = (working: Working): number | null => {
  if (working.rule.replacement === undefined) return null
  const aside: Working = { ...working, trace: newTrace(), refuse: () => null, asked: new Set() }
  const [fee] = processingPart(aside, "inKind")
  return fee === undefined ? null : Number(aside.trace.round("processing", fee.term, working.rounding, working.digits))
}

const suspension = (
  { suspensionDays = {} }: CompensationRule,
  { conduct = "accident" }: CompensationCase
): number | null => (conduct === "noFault" ? null : (suspensionDays[conduct] ?? null))
