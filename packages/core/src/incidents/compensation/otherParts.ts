import type { Fee } from "../../policy/form/compensation/settlement.ts"
import { neededBasis } from "./basis.ts"
import { percentOf } from "./damageValue.ts"
import { inMajor } from "./steps.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { Working } from "./working.ts"

/** One part of the bill. `of`: which spoiled part. */
export interface BillPart {
  readonly for: "value" | "damage" | "part" | "processing" | "binding" | "overdue"
  readonly of?: string
  readonly term: Term
}

/** The fee for putting a loss right, in cash or in kind; none where the rule names none or no row matches. */
export const processingPart = (working: Working, settledBy: "cash" | "inKind"): ReadonlyArray<BillPart> => {
  const fee = working.rule.processing?.[settledBy]
  const term = fee === undefined ? null : feeTerm(working, fee, `processing.${settledBy}`)
  return term === null ? [] : [{ for: "processing", term }]
}

const feeTerm = (working: Working, fee: Fee, at: string): Term | null => {
  if ("amount" in fee) return givenValue(working, fee.amount, at, "amount") ?? null
  const percent = givenValue(working, fee.percentOfPrice, at, "percent") ?? null
  const basis = percent === null ? null : neededBasis(working)
  return percent === null || basis === null ? null : percentOf(working, "processing", basis.term, percent)
}

export const bindingPart = (working: Working): ReadonlyArray<BillPart> => {
  const { bindingFee } = working.rule
  const term = bindingFee === undefined ? null : givenValue(working, bindingFee, "bindingFee", "amount")
  return term === null || term === undefined ? [] : [{ for: "binding", term }]
}

/** Each spoiled or missing part at its price, but for those that were so before. */
export const spoiledParts = (working: Working): ReadonlyArray<BillPart> => {
  const { facts, rule, trace } = working
  const prices = rule.parts ?? {}
  return (facts.parts ?? []).flatMap(({ part, count = 1 }): ReadonlyArray<BillPart> => {
    const price = Object.hasOwn(prices, part) ? prices[part] : undefined
    if (price === undefined) {
      working.refuse({ _tag: "PartUnknown", part, known: Object.keys(prices) })
      return []
    }
    const before = facts.before?.parts?.find((one) => one.part === part)
    const worse = count - (before === undefined ? 0 : (before.count ?? 1))
    if (worse <= 0) return []
    const each = givenValue(working, price, `parts.${part}`, "amount")
    if (each === undefined) working.refuse({ _tag: "ValueMissing", at: `parts.${part}` })
    if (each === null || each === undefined) return []
    return [{ for: "part", of: part, term: trace.take("times", part, each, trace.given("parts", String(worse))) }]
  })
}

/** What becomes of the overdue charge, in minor units: `charged` is part of this bill, `dropped` is no longer owed. */
export interface OverdueTreatment {
  readonly treatment: "add" | "drop" | "cap" | "keep"
  readonly accrued: number
  readonly charged: number
  readonly dropped: number
}

export const overduePart = (
  working: Working,
  asLoss: boolean
): { readonly parts: ReadonlyArray<BillPart>; readonly overdue: OverdueTreatment } => {
  const { facts, trace, digits, rule } = working
  const accrued = facts.overdueMinor ?? 0
  const after = asLoss ? (rule.afterLoss ?? "keep") : rule.damage?.dropsOverdue === true ? "drop" : "keep"
  if (after === "keep") return { parts: [], overdue: { treatment: after, accrued, charged: 0, dropped: 0 } }
  if (after === "drop") return { parts: [], overdue: { treatment: after, accrued, charged: 0, dropped: accrued } }
  const whole = trace.given("overdue", inMajor(accrued, digits), { from: "overdueMinor" })
  if (after === "add") {
    return { parts: billed(whole, accrued), overdue: { treatment: "add", accrued, charged: accrued, dropped: 0 } }
  }
  const term = trace.take("smaller", "overdue", whole, trace.given("cap", after.cap, { from: "afterLoss" }))
  const charged = Number((term.value.num * 10n ** BigInt(digits)) / term.value.den)
  return { parts: billed(term, accrued), overdue: { treatment: "cap", accrued, charged, dropped: accrued - charged } }
}

const billed = (term: Term, accrued: number): ReadonlyArray<BillPart> =>
  accrued === 0 ? [] : [{ for: "overdue", term }]
