import { exactly, type Fraction, fractionText, rounded } from "../../money/fraction.ts"
import type { Rounding } from "../../money/rate.ts"
import { type CompensationStep, inMinor, operations } from "./steps.ts"

/** A number of the reckoning, and the step that gave it. */
export interface Term {
  readonly step: number
  readonly value: Fraction
}

/** Steps as they are written down; every number of an amount goes through here, so that none is left out. */
export interface Trace {
  readonly steps: ReadonlyArray<CompensationStep>
  readonly given: (
    as: string,
    value: Fraction | string,
    more?: { readonly from?: string; readonly chosenBy?: string }
  ) => Term
  readonly take: (op: keyof typeof operations, as: string, a: Term, b: Term) => Term
  /** The last step: whole minor units. */
  readonly round: (as: string, term: Term, rounding: Rounding, digits: number) => bigint
}

export const newTrace = (): Trace => {
  const steps: Array<CompensationStep> = []
  const write = (step: CompensationStep, value: Fraction): Term => ({ step: steps.push(step) - 1, value })
  return {
    steps,
    given: (as, value, more = {}) => {
      const exact = typeof value === "string" ? exactly(value) : value
      return write({ op: "given", as, is: fractionText(exact), ...more }, exact)
    },
    take: (op, as, a, b) => {
      const value = operations[op](a.value, b.value)
      return write({ op, as, of: [a.step, b.step], is: fractionText(value) }, value)
    },
    round: (as, term, rounding, digits) => {
      const minor = rounded(inMinor(term.value, digits), rounding)
      write({ op: "round", as, of: [term.step], rounding, digits, is: String(minor) }, { num: minor, den: 1n })
      return minor
    }
  }
}
