import { compare } from "../../money/fraction.ts"
import type { DamageCost } from "../../policy/form/compensation/damage.ts"
import { neededBasis } from "./basis.ts"
import { inMajor } from "./steps.ts"
import { newTrace, type Term } from "./trace.ts"
import { type Choosing, givenValue } from "./valueFor.ts"
import type { Working } from "./working.ts"

interface Found {
  readonly kind: string
  readonly grade: string
  readonly count?: number
}

/** What one kind of damage comes to: by its grades, and where it is bad enough, as a loss. */
export interface DamageValue {
  readonly plain: Term | null
  readonly asLoss: boolean
}

/**
 * What a kind of damage of this grade costs. A worse grade never costs less than a lighter one would, at the least that
 * this would cost. `null`: unknown, and refused.
 */
export const gradeValue = (
  working: Working,
  { kind, grade, count = 1 }: Found,
  choosing: Choosing
): DamageValue | null => {
  const grades = gradesUpTo(working, { kind, grade })
  if (grades === null) return null
  const costs = grades.map((one) => ({ at: `damage.${kind}.${one.grade}`, cost: one.cost }))
  const own = costs.at(-1) as (typeof costs)[number]
  const asLoss = costs.some(({ cost }) => "asLoss" in cost)
  const term = "asLoss" in own.cost ? null : costTerm(working, own.cost, own.at, count, choosing)
  const plain = costs.slice(0, -1).reduce((worst, lighter) => atLeastLighter(working, worst, lighter, count), term)
  return { plain, asLoss }
}

/** This grade and the lighter ones before it; at least one. */
export const gradesUpTo = (
  working: Working,
  { kind, grade }: Found
): ReadonlyArray<{ readonly grade: string; readonly cost: DamageCost }> | null => {
  const kinds = working.rule.damage?.kinds ?? {}
  const grades = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (grades === undefined) return working.refuse({ _tag: "DamageKindUnknown", kind, known: Object.keys(kinds) })
  const place = grades.findIndex((one) => one.grade === grade)
  if (place >= 0) return grades.slice(0, place + 1)
  return working.refuse({ _tag: "GradeUnknown", kind, grade, known: grades.map((one) => one.grade) })
}

/** The lighter grade is only written down where it counts. */
const atLeastLighter = (
  working: Working,
  term: Term | null,
  { at, cost }: { readonly at: string; readonly cost: DamageCost },
  count: number
): Term | null => {
  const aside: Working = { ...working, trace: newTrace(), refuse: () => null }
  const lighter = costTerm(aside, cost, at, count, "least")
  if (lighter === null || (term !== null && compare(lighter.value, term.value) <= 0)) return term
  const written = costTerm(working, cost, at, count, "least")
  return written === null || term === null ? written : working.trace.take("larger", "damage", term, written)
}

const costTerm = (working: Working, cost: DamageCost, at: string, count: number, choosing: Choosing): Term | null => {
  const { trace } = working
  const needed = (term: Term | null | undefined): Term | null =>
    term === undefined ? working.refuse({ _tag: "ValueMissing", at }) : term
  if ("asLoss" in cost) return null
  if ("repairCost" in cost) {
    const minor = working.facts.repairCostMinor
    if (typeof minor !== "number") return working.refuse({ _tag: "RepairCostMissing" })
    return trace.given("repair cost", inMajor(minor, working.digits), { from: "repairCostMinor" })
  }
  if ("flat" in cost) return needed(givenValue(working, cost.flat, at, "amount", choosing))
  if ("perPage" in cost || "perSpot" in cost) {
    const each = needed(givenValue(working, "perPage" in cost ? cost.perPage : cost.perSpot, at, "amount", choosing))
    const counted = "perPage" in cost ? "pages" : "spots"
    return each === null ? null : trace.take("times", "damage", each, trace.given(counted, String(count)))
  }
  const basis = neededBasis(working)
  if (basis === null) return null
  if ("multiple" in cost) {
    const factor = needed(givenValue(working, cost.multiple, at, "factor", choosing))
    return factor === null ? null : trace.take("times", "damage", basis.term, factor)
  }
  const percent = needed(givenValue(working, cost.percentOfPrice, at, "percent", choosing))
  return percent === null ? null : percentOf(working, "damage", basis.term, percent)
}

/** So many hundredths of a price. */
export const percentOf = ({ trace }: Working, as: string, price: Term, percent: Term): Term =>
  trace.take("times", as, price, trace.take("over", "share", percent, trace.given("hundred", "100")))
