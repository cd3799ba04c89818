import type { Rounding } from "../../money/rate.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { CompensationCase } from "./case.ts"
import type { CompensationRefusal } from "./refusal.ts"
import { newTrace, type Term, type Trace } from "./trace.ts"

/** The basis as it was found. `flat`: no price is needed, or known. */
export interface FoundBasis {
  readonly term: Term
  readonly source: string
}

export interface FoundFactor {
  readonly table: string
  readonly row: string
  /** Exact, as in the steps: years and what is left of a life included. */
  readonly factor: string
  readonly chosenBy?: string
}

/** One reckoning under way: what it looks at, and what it has written down and could not tell so far. */
export interface Working {
  readonly rule: CompensationRule
  readonly facts: CompensationCase
  readonly currency: string
  readonly rounding: Rounding
  readonly digits: number
  readonly trace: Trace
  readonly refuse: (refusal: CompensationRefusal) => null
  readonly refusals: ReadonlyArray<CompensationRefusal>
  /** Places where a choice was asked for. */
  readonly asked: Set<string>
  readonly factors: Array<FoundFactor>
  /** The price, once it was looked for; bands of price look at it. `null`: there is none. */
  basis: FoundBasis | null | undefined
}

export const newWorking = (given: Pick<Working, "rule" | "facts" | "currency" | "rounding" | "digits">): Working => {
  const refusals = new Map<string, CompensationRefusal>()
  const refuse = (refusal: CompensationRefusal): null => {
    refusals.set(JSON.stringify(refusal), refusal)
    return null
  }
  return {
    ...given,
    trace: newTrace(),
    refuse,
    get refusals() {
      return [...refusals.values()]
    },
    asked: new Set(),
    factors: [],
    basis: undefined
  }
}
