import { compare, exactly, over, times } from "../../money/fraction.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { Price } from "./case.ts"
import { matches } from "./matches.ts"
import { priceTerm } from "./price.ts"
import { setPrice, yearPrice } from "./setPrice.ts"
import type { Term } from "./trace.ts"
import { givenValue } from "./valueFor.ts"
import type { FoundBasis, Working } from "./working.ts"

type Source = NonNullable<CompensationRule["basis"]>["from"][number]

/**
 * The price that everything is reckoned from: that of the set or the year where the rule says so, else of the first
 * source that the case has, and never below the rule's least price. Looked for once. `null`: there is none.
 */
export const basisOf = (working: Working): FoundBasis | null => {
  if (working.basis === undefined)
    working.basis = atLeast(working, setPrice(working) ?? yearPrice(working) ?? single(working))
  return working.basis
}

/** As `basisOf`, but none is refused: what comes next cannot do without. */
export const neededBasis = (working: Working): FoundBasis | null => {
  const before = working.refusals.length
  const basis = basisOf(working)
  if (basis === null && working.refusals.length === before) {
    const sources = working.rule.basis?.from.map(({ from }) => from) ?? []
    working.refuse({ _tag: "BasisMissing", sources: [...new Set(sources)] })
  }
  return basis
}

const single = (working: Working): FoundBasis | null => {
  for (const source of working.rule.basis?.from ?? []) {
    const found = fromSource(working, source)
    if (found !== undefined) return found
  }
  return null
}

const atLeast = (working: Working, basis: FoundBasis | null | "refused"): FoundBasis | null => {
  if (basis === null || basis === "refused") return null
  const minimum = working.rule.basis?.minimumPrice
  const least = minimum === undefined ? undefined : givenValue(working, minimum, "basis.minimumPrice", "amount")
  if (least === null) return null
  return least === undefined ? basis : { ...basis, term: working.trace.take("larger", "basis", basis.term, least) }
}

/** `undefined`: not from this one. `null`: from this one and no other, but it is missing or cannot be told. */
const fromSource = (working: Working, source: Source): FoundBasis | null | undefined => {
  if ("value" in source) return computed(working, source)
  const match = matches(source.when ?? {}, working)
  if (typeof match === "object") {
    return working.refuse({ _tag: "FactMissing", fact: match.missing, at: `basis.${source.from}` })
  }
  if (!match) return undefined
  const price = priceFrom(working, source.from)
  if (price !== undefined) return found(priceTerm(working, price, source.from), source.from)
  return source.only === true ? working.refuse({ _tag: "BasisMissing", sources: [source.from] }) : undefined
}

const priceFrom = (
  { facts: { item }, currency }: Working,
  source: "recordedPrice" | "currentPrice" | "foreignPrice" | "estimate"
): Price | undefined => {
  if (source === "estimate") return item.estimate ?? undefined
  const prices = source === "foreignPrice" ? [item.recordedPrice, item.currentPrice] : [item[source]]
  const wanted = prices.find((price) => (price?.currency === currency) !== (source === "foreignPrice") && price)
  return wanted ?? undefined
}

const computed = (
  working: Working,
  source: Extract<Source, { readonly value: unknown }>
): FoundBasis | null | undefined => {
  const { from, value } = source
  const pages = working.facts.item.pages
  if (from === "pages" && typeof pages !== "number") return undefined
  const term = givenValue(working, value, `basis.${from}`, "amount")
  if (term === null || term === undefined) return term
  if (from === "pages") {
    return found(working.trace.take("times", "basis", working.trace.given("pages", String(pages)), term), from)
  }
  const listed = from === "table" ? priceFrom(working, "recordedPrice") : undefined
  if (from === "table" && listed !== undefined && source.overridePercent !== undefined) {
    const price = priceTerm(working, listed, "recordedPrice")
    if (price !== null && isAbove(price, term, source.overridePercent)) return found(price, "recordedPrice")
  }
  return found(term, from)
}

const isAbove = (price: Term, table: Term, percent: string): boolean =>
  compare(price.value, times(table.value, over(exactly(percent), exactly("100")))) > 0

const found = (term: Term | null, source: string): FoundBasis | null => (term === null ? null : { term, source })
