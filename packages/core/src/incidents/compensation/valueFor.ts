import { compare, exactly, fractionOf } from "../../money/fraction.ts"
import { minorOf } from "../../policy/form/amounts.ts"
import type { Choosable, Valued } from "../../policy/form/compensation/values.ts"
import { matches } from "./matches.ts"
import type { Term } from "./trace.ts"
import type { Working } from "./working.ts"

export type Unit = "amount" | "factor" | "percent"

/** How a range is settled: by what staff chose in this case, at one of its ends, or by what was chosen earlier. */
export type Choosing = "staff" | "least" | "most" | { readonly chosen: string }

export interface FoundValue {
  readonly value: string
  /** The row that gave it; `null`: it stands alone. */
  readonly row: string | null
  readonly chosenBy?: string
}

/**
 * The value that holds for the case: of the first row that matches. `undefined`: no row does. `null`: it cannot be told,
 * and why was refused.
 */
export const valueFor = (
  working: Working,
  form: Valued,
  at: string,
  unit: Unit,
  choosing: Choosing = "staff"
): FoundValue | null | undefined => {
  if (typeof form === "string" || "min" in form) return settled(working, form, at, null, unit, choosing)
  for (const { id, when = {}, value } of form) {
    const match = matches(when, working)
    const place = `${at}.${id}`
    if (typeof match === "object") return working.refuse({ _tag: "FactMissing", fact: match.missing, at: place })
    if (match) return settled(working, value, place, id, unit, choosing)
  }
  return undefined
}

/** The same as the first step of a reckoning, with the place of the rule that it came from. */
export const givenValue = (
  working: Working,
  form: Valued,
  at: string,
  unit: Unit,
  choosing: Choosing = "staff"
): Term | null | undefined => {
  const found = valueFor(working, form, at, unit, choosing)
  if (found === null || found === undefined) return found
  const from = found.row === null ? at : `${at}.${found.row}`
  return working.trace.given(unit, found.value, { from, ...whoChose(found) })
}

export const whoChose = ({ chosenBy }: { readonly chosenBy?: string }): { readonly chosenBy?: string } =>
  chosenBy === undefined ? {} : { chosenBy }

const settled = (
  working: Working,
  value: Choosable,
  at: string,
  row: string | null,
  unit: Unit,
  choosing: Choosing
): FoundValue | null => {
  if (typeof value === "string") return { value, row }
  if (choosing === "least") return { value: value.min, row }
  if (choosing === "most") return { value: value.max, row }
  if (choosing !== "staff")
    return within(working, value, at, choosing.chosen, unit) ? { value: choosing.chosen, row } : null
  working.asked.add(at)
  const choice = Object.hasOwn(working.facts.choices ?? {}, at) ? working.facts.choices?.[at] : undefined
  if (choice === undefined) return working.refuse({ _tag: "ChoiceNeeded", at, unit, ...value })
  return within(working, value, at, choice.value, unit) ? { value: choice.value, row, chosenBy: choice.by } : null
}

/** A chosen amount is paid, so it has the decimals of the currency; a factor or a percentage is any decimal. */
const within = (
  working: Working,
  range: { readonly min: string; readonly max: string },
  at: string,
  chosen: string,
  unit: Unit
): boolean => {
  const exact = chosen.includes("/") ? null : fractionOf(chosen)
  const inside = exact !== null && compare(exactly(range.min), exact) <= 0 && compare(exact, exactly(range.max)) <= 0
  if (!inside) working.refuse({ _tag: "ChoiceOutside", at, chosen, ...range })
  else if (unit === "amount" && minorOf(chosen, working.currency) === null) {
    working.refuse({ _tag: "AmountInvalid", at, found: chosen, expected: `at most ${working.digits} decimals` })
    return false
  }
  return inside
}
