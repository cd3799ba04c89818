import { Schema } from "effect"
import { Code, text } from "../../decision/code.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { ConditionRow } from "../model.ts"

const count = Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000 })))

/** A kind of damage by the codes of the policy's compensation, how bad, and how many pages or spots; one where it is not said. */
const Damage = Schema.Struct({ kind: Code, grade: Code, count })
const Part = Schema.Struct({ part: Code, count })

const oncePerName = <S extends Schema.Top & { readonly Type: object }>(of: S, name: (one: S["Type"]) => string) =>
  Schema.Array(of).check(
    Schema.isMaxLength(100),
    Schema.makeFilter((list: ReadonlyArray<S["Type"]>) => new Set(list.map(name)).size === list.length, {
      expected: "each kind or part once, in its worst grade"
    })
  )

/** What somebody saw of an item: its damage, and the parts that are spoiled or missing. */
export const seenFields = {
  damages: Schema.optionalKey(oncePerName(Damage, ({ kind }) => kind)),
  parts: Schema.optionalKey(oncePerName(Part, ({ part }) => part)),
  note: Schema.optionalKey(text(2_000)),
  /** Address of a photograph. */
  photo: Schema.optionalKey(
    Schema.String.check(
      Schema.makeFilter(
        (address: string) => address.length <= 2_000 && /^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(address),
        {
          expected: "an address that begins with http:// or https://, of at most 2,000 characters"
        }
      )
    )
  )
} as const

/** `chosen`: what staff chose in a range when it was charged. */
export interface FoundDamage {
  readonly kind: string
  readonly grade: string
  readonly count?: number
  readonly chosen?: string
}
export interface FoundPart {
  readonly part: string
  readonly count?: number
}

/** All that is on an item. */
export interface Condition {
  readonly damages: ReadonlyArray<FoundDamage>
  readonly parts: ReadonlyArray<FoundPart>
}

/** What somebody says to see, as far as it was said. */
export interface Seen {
  readonly damages?: ReadonlyArray<FoundDamage> | undefined
  readonly parts?: ReadonlyArray<FoundPart> | undefined
}

export const sound: Condition = { damages: [], parts: [] }

/** The condition that a row records; without one, nothing is known to be on the item. */
export const conditionOf = (row: ConditionRow | null): Condition =>
  row === null
    ? sound
    : { damages: JSON.parse(row.damages) as Condition["damages"], parts: JSON.parse(row.parts) as Condition["parts"] }

/**
 * What is on an item after somebody looked again. Damage does not heal: what was not named, or was named as lighter or
 * fewer than before, stays as it was; only a repair takes it away. So nobody can be charged for it a second time.
 */
export const seenAgain = (before: Condition, seen: Seen, rule: CompensationRule | null): Condition => ({
  damages: joined(
    before.damages,
    seen.damages ?? [],
    ({ kind }) => kind,
    (old, now) => worseDamage(old, now, rule)
  ),
  parts: joined(before.parts, seen.parts ?? [], ({ part }) => part, more)
})

/** What of a condition was not on the item before. */
export const worseThan = (before: Condition, now: Condition): Condition => ({
  damages: now.damages.filter((one) => !before.damages.some((old) => sameDamage(old, one))),
  parts: now.parts.filter(({ part, count: n = 1 }) => n > countOf(before, part))
})

export const isSound = ({ damages, parts }: Condition): boolean => damages.length + parts.length === 0

const countOf = ({ parts }: Condition, name: string): number => {
  const old = parts.find(({ part }) => part === name)
  return old === undefined ? 0 : (old.count ?? 1)
}

const sameDamage = (a: FoundDamage, b: FoundDamage): boolean =>
  a.kind === b.kind && a.grade === b.grade && (a.count ?? 1) === (b.count ?? 1)

const joined = <A>(
  before: ReadonlyArray<A>,
  seen: ReadonlyArray<A>,
  name: (one: A) => string,
  worse: (old: A, now: A) => A
): ReadonlyArray<A> => [
  ...before.map((old) => {
    const now = seen.find((one) => name(one) === name(old))
    return now === undefined ? old : worse(old, now)
  }),
  ...seen.filter((now) => !before.some((old) => name(old) === name(now)))
]

/** The worse grade, by the order of the rule, with as many as either had; where the rule does not know a grade, the new one. */
const worseDamage = (old: FoundDamage, now: FoundDamage, rule: CompensationRule | null): FoundDamage => {
  const [was, is] = [gradeOf(rule, old), gradeOf(rule, now)]
  const worse = was >= 0 && is >= 0 && was > is ? old : now
  if (old.grade === now.grade && (old.count ?? 1) >= (now.count ?? 1)) return old
  const most = Math.max(old.count ?? 1, now.count ?? 1)
  return most === 1 ? worse : { ...worse, count: most }
}

const gradeOf = (rule: CompensationRule | null, { kind, grade }: FoundDamage): number => {
  const kinds = rule?.damage?.kinds ?? {}
  return (Object.hasOwn(kinds, kind) ? (kinds[kind] ?? []) : []).findIndex((one) => one.grade === grade)
}

const more = (old: FoundPart, now: FoundPart): FoundPart => ((now.count ?? 1) > (old.count ?? 1) ? now : old)
