import type { CompensationCase } from "./case.ts"
import { gradesUpTo, gradeValue } from "./damageValue.ts"
import { lossValue } from "./lossValue.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { Working } from "./working.ts"

type Damage = NonNullable<CompensationCase["damages"]>[number]
type Recorded = NonNullable<NonNullable<CompensationCase["before"]>["damages"]>[number]

export interface ItemValue {
  readonly for: "value" | "damage"
  readonly term: Term
}

/**
 * What the item itself costs: lost, or damaged. Damage of several kinds adds up, each less what was on the item before;
 * where one is as bad as a loss, it is the loss, or the other damage if that comes to more. What was as bad as a loss
 * before costs nothing again.
 */
export const itemValue = (working: Working): ItemValue | null => {
  const { facts, trace } = working
  const losses: Array<Term> = []
  const plain: Array<Term> = []
  const whole = endsAsLoss(working) ? lossValue(working) : null
  if (facts.loss && whole !== null) losses.push(whole)
  for (const damage of facts.damages ?? []) {
    const recorded = before(working, damage.kind)
    const value = gradeValue(working, damage, "staff")
    if (value === null || (recorded !== undefined && isAsLoss(working, recorded))) continue
    const had = recorded === undefined ? null : valueBefore(working, recorded)
    const worse = (term: Term): Term => (had === null ? term : trace.take("minus", "what is worse", term, had))
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
    const recorded = before(working, damage.kind)
    return isAsLoss(working, damage) && !(recorded !== undefined && isAsLoss(working, recorded))
  })

const before = ({ facts }: Working, kind: string): Recorded | undefined =>
  facts.before?.damages?.find((damage) => damage.kind === kind)

const isAsLoss = (working: Working, damage: Damage): boolean =>
  gradesUpTo(working, damage)?.some(({ cost }) => "asLoss" in cost) ?? false

/** What the damage had come to before, at the most that it could have been where that is not recorded. */
const valueBefore = (working: Working, recorded: Recorded): Term | null => {
  const { chosen } = recorded
  return gradeValue(working, recorded, typeof chosen === "string" ? { chosen } : "most")?.plain ?? null
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
