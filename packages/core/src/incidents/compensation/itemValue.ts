import type { CompensationCase } from "./case.ts"
import { type DamageValue, gradesUpTo, gradeValue } from "./damageValue.ts"
import { lossValue } from "./lossValue.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { Working } from "./working.ts"

type Damage = NonNullable<CompensationCase["damages"]>[number]

export interface ItemValue {
  readonly for: "value" | "damage"
  readonly term: Term
}

/**
 * What the item itself costs: lost, or damaged. Damage of several kinds adds up, each less what was on the item before;
 * where one is as bad as a loss, it is the loss, or the other damage if that comes to more.
 */
export const itemValue = (working: Working): ItemValue | null => {
  const { facts, trace } = working
  const whole =
    facts.loss || (facts.damages ?? []).some((damage) => isAsLoss(working, damage)) ? lossValue(working) : null
  const losses: Array<Term> = facts.loss && whole !== null ? [whole] : []
  const plain: Array<Term> = []
  for (const damage of facts.damages ?? []) {
    const value = gradeValue(working, damage, "staff")
    if (value === null) continue
    const before = valueBefore(working, damage.kind, whole)
    const worse = (term: Term): Term => (before === null ? term : trace.take("minus", "what is worse", term, before))
    if (value.plain !== null) plain.push(worse(value.plain))
    if (value.asLoss && whole !== null) losses.push(worse(whole))
  }
  const damage = plain.length === 0 ? null : withFactor(working, joined(working, "plus", plain))
  if (losses.length === 0) return damage === null ? null : { for: "damage", term: damage }
  return { for: "value", term: joined(working, "larger", damage === null ? losses : [...losses, damage]) }
}

/** Whether the case ends like a loss: the item is gone, or so bad that it counts as gone, and was not before. */
export const endsAsLoss = (working: Working): boolean =>
  working.facts.loss ||
  (working.facts.damages ?? []).some((damage) => {
    const before = working.facts.before?.damages?.find(({ kind }) => kind === damage.kind)
    return isAsLoss(working, damage) && !(before !== undefined && isAsLoss(working, before))
  })

const isAsLoss = (working: Working, damage: Damage): boolean =>
  gradesUpTo(working, damage)?.some(({ cost }) => "asLoss" in cost) ?? false

/** What the same kind of damage had come to before, at the most that it could have been where that is not recorded. */
const valueBefore = (working: Working, kind: string, whole: Term | null): Term | null => {
  const recorded = working.facts.before?.damages?.find((damage) => damage.kind === kind)
  if (recorded === undefined) return null
  const { chosen } = recorded
  const value: DamageValue | null = gradeValue(working, recorded, typeof chosen === "string" ? { chosen } : "most")
  if (value === null) return null
  const terms = [value.plain, value.asLoss ? whole : null].filter((term) => term !== null)
  return terms.length === 0 ? null : joined(working, "larger", terms)
}

const withFactor = (working: Working, damage: Term): Term => {
  const { factor: form, maximum } = working.rule.damage ?? {}
  const factor = form === undefined ? null : (givenValue(working, form, "damage.factor", "factor") ?? null)
  const term = factor === null ? damage : working.trace.take("times", "damage", damage, factor)
  return maximum === undefined
    ? term
    : working.trace.take("smaller", "damage", term, working.trace.given("maximum", maximum))
}

const joined = ({ trace }: Working, op: "plus" | "larger", terms: ReadonlyArray<Term>): Term => {
  const [first, ...others] = terms
  if (first === undefined) throw new Error("Nothing to join: a bug of the reckoning.")
  return others.reduce((a, b) => trace.take(op, op === "plus" ? "damage" : "value", a, b), first)
}
