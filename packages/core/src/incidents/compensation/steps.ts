import { Result, Schema } from "effect"
import {
  compare,
  exactly,
  type Fraction,
  fractionOf,
  fractionText,
  minus,
  over,
  plus,
  rounded,
  times,
  zero
} from "../../money/fraction.ts"
import { amountMax } from "../../money/minor.ts"

const Operation = Schema.Literals(["times", "plus", "minus", "over", "larger", "smaller"])
type Operation = typeof Operation.Type

/**
 * One step of a reckoning, in major units. `given`: a number that came from the case or the rule. The others take the
 * results of earlier steps, by their places from 0. `is` is exact: a decimal, or a quotient where that never ends.
 * The last one rounds to minor units, the only one that does.
 */
export const CompensationStep = Schema.Union([
  Schema.Struct({
    op: Schema.Literal("given"),
    as: Schema.String,
    is: Schema.String,
    /** Where from: a source of the case, or the row of a table; a rate with its currency and day. */
    from: Schema.optionalKey(Schema.String),
    chosenBy: Schema.optionalKey(Schema.String)
  }),
  Schema.Struct({ op: Operation, as: Schema.String, of: Schema.Tuple([Schema.Int, Schema.Int]), is: Schema.String }),
  Schema.Struct({
    op: Schema.Literal("round"),
    as: Schema.String,
    of: Schema.Tuple([Schema.Int]),
    rounding: Schema.Literals(["halfUp", "halfEven", "down", "up"]),
    /** Decimal places of the currency. */
    digits: Schema.Int,
    /** Whole minor units. */
    is: Schema.String
  })
])
export type CompensationStep = typeof CompensationStep.Type

/** What each operation does. A difference stops at 0: no step goes below. */
export const operations: Readonly<Record<Operation, (a: Fraction, b: Fraction) => Fraction>> = {
  times,
  plus,
  minus,
  over,
  larger: (a, b) => (compare(a, b) < 0 ? b : a),
  smaller: (a, b) => (compare(a, b) > 0 ? b : a)
}

/** The steps do not hold together: one is no number, refers to a later one, or has another result than it says. */
export interface StepsBroken {
  readonly _tag: "StepsBroken"
  readonly step: number
}

/**
 * The amount in minor units again, from recorded steps alone: no rule, no case. Every step is done anew; one that was
 * changed since, or whose result was, is found.
 */
export const recomputeCompensation = (steps: ReadonlyArray<CompensationStep>): Result.Result<number, StepsBroken> => {
  const results: Array<Fraction> = []
  for (const [i, step] of steps.entries()) {
    const result = resultOf(step, results)
    if (result === null || fractionText(result) !== step.is) return Result.fail({ _tag: "StepsBroken", step: i })
    results.push(result)
  }
  const amount = results.at(-1)
  const sound = steps.at(-1)?.op === "round" && amount !== undefined && amount.num <= BigInt(amountMax)
  return sound ? Result.succeed(Number(amount.num)) : Result.fail({ _tag: "StepsBroken", step: steps.length })
}

const resultOf = (step: CompensationStep, before: ReadonlyArray<Fraction>): Fraction | null => {
  if (step.op === "given") return fractionOf(step.is)
  const [first, second = zero] = step.of.map((place) => before[place])
  if (first === undefined || step.of.some((place) => before[place] === undefined)) return null
  if (step.op === "round") return { num: rounded(inMinor(first, step.digits), step.rounding), den: 1n }
  return step.op === "over" && second.num === 0n ? null : operations[step.op](first, second)
}

/** Major units as minor ones, not yet rounded. */
export const inMinor = (major: Fraction, digits: number): Fraction =>
  times(major, { num: 10n ** BigInt(digits), den: 1n })

/** Minor units as major ones, exactly. */
export const inMajor = (minor: number, digits: number): Fraction =>
  over(exactly(String(minor)), exactly(`1${"0".repeat(digits)}`))
