import { priceTerm } from "./price.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { FoundBasis, Working } from "./working.ts"

/** The price of the whole set, where the rule asks it for one volume. `null`: the volume is priced by itself. */
export const setPrice = (working: Working): FoundBasis | null | "refused" => {
  const whole = wholeSetAsked(working)
  if (typeof whole === "object")
    return refused(working.refuse({ _tag: "FactMissing", fact: whole.missing, at: "sets" }))
  if (!whole) return null
  const price = working.facts.item.set?.price
  if (price === null || price === undefined) return refused(working.refuse({ _tag: "SetPriceMissing" }))
  const term = priceTerm(working, price, "set")
  const multiple = working.rule.sets?.times
  const times = multiple === undefined ? undefined : givenValue(working, multiple, "sets.times", "factor")
  if (term === null || times === null) return "refused"
  return {
    source: "set",
    term: times === undefined ? term : working.trace.take("times", "price of the set", term, times)
  }
}

/** The price of the year, where the rule asks it for an issue or a bound volume of a serial. */
export const yearPrice = (working: Working): FoundBasis | null | "refused" => {
  const { serial } = working.facts.item
  if (working.rule.serials !== "year" || serial === null || serial === undefined) return null
  const price = serial.yearPrice
  if (price === null || price === undefined) return refused(working.refuse({ _tag: "YearPriceMissing" }))
  const term: Term | null = priceTerm(working, price, "year")
  return term === null ? "refused" : { source: "year", term }
}

const wholeSetAsked = ({ rule, facts: { item } }: Working): boolean | { readonly missing: string } => {
  if (rule.sets === undefined || item.set === null || item.set === undefined) return false
  const { price } = rule.sets
  if (price === "volume" || price === "set") return price === "set"
  if (typeof item.set.separable !== "boolean") return { missing: "set.separable" }
  if (!item.set.separable) return true
  if (price === "setIfNotSeparable") return false
  return typeof item.copies === "number" ? item.copies < price.volumeIfCopiesAtLeast : { missing: "copies" }
}

const refused = (_: null): "refused" => "refused"
