import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import { basisOf, neededBasis } from "./basis.ts"
import { factorOf } from "./factor.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { Working } from "./working.ts"

type Charge = NonNullable<CompensationRule["charge"]>

/** What the item itself costs when it is lost: basis times factor, clamped; a flat sum; or the larger of both. */
export const lossValue = (working: Working): Term | null => {
  const charge: Charge = working.rule.charge ?? { by: "value" }
  if (charge.by === "value") return clamped(working, byPrice(working, neededBasis(working)?.term ?? null), charge)
  const flat = givenValue(working, charge.flat, "charge.flat", "amount")
  if (flat === undefined) return working.refuse({ _tag: "ValueMissing", at: "charge.flat" })
  if (charge.by === "flat" || flat === null) return flat
  const before = working.refusals.length
  const basis = basisOf(working)
  if (basis === null) return working.refusals.length > before ? null : clamped(working, flat, charge)
  const value = byPrice(working, basis.term)
  return value === null ? null : clamped(working, working.trace.take("larger", "value", flat, value), charge)
}

const byPrice = (working: Working, basis: Term | null): Term | null => {
  if (basis === null) return null
  const factor = factorOf(working)
  if (factor === null) return null
  return factor === undefined ? basis : working.trace.take("times", "value", basis, factor)
}

const clamped = (
  { trace }: Working,
  value: Term | null,
  { minimum, maximum }: { readonly minimum?: string; readonly maximum?: string }
): Term | null => {
  if (value === null) return null
  const least = minimum === undefined ? value : trace.take("larger", "value", value, trace.given("minimum", minimum))
  return maximum === undefined ? least : trace.take("smaller", "value", least, trace.given("maximum", maximum))
}
