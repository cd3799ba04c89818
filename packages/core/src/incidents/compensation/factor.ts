import { fractionText } from "../../money/fraction.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { Term } from "./trace.ts"
import { valueFor, whoChose } from "./valueFor.ts"
import type { Working } from "./working.ts"

type Tables = NonNullable<CompensationRule["factors"]>["tables"]
type Row = Tables[string][number]

/** One factor of all tables that say something of the case. `undefined`: none does. `null`: it cannot be told. */
export const factorOf = (working: Working): Term | null | undefined => {
  const { tables = {}, combine = "product" } = working.rule.factors ?? {}
  const terms = Object.entries(tables).map(([table, rows]) => ofTable(working, table, rows))
  if (terms.includes(null)) return null
  const [first, ...others] = terms.filter((term): term is Term => term !== null && term !== undefined)
  const op = ({ product: "times", highest: "larger", sum: "plus" } as const)[combine]
  return first === undefined ? undefined : others.reduce((a, b) => working.trace.take(op, "factor", a, b), first)
}

const ofTable = (working: Working, table: string, rows: Tables[string]): Term | null | undefined => {
  const at = `factors.${table}`
  const found = valueFor(working, rows, at, "factor")
  if (found === null || found === undefined) return found
  const row = rows.find(({ id }) => id === found.row) as Row
  const from = `${at}.${row.id}`
  const factor = withAge(working, row, working.trace.given("factor", found.value, { from, ...whoChose(found) }), from)
  if (factor !== null) {
    working.factors.push({ table, row: row.id, factor: fractionText(factor.value), ...whoChose(found) })
  }
  return factor
}

const withAge = (working: Working, row: Row, factor: Term, at: string): Term | null => {
  if (row.perYear !== true && row.depreciation === undefined) return factor
  const { trace } = working
  const years = yearsSincePublication(working, at)
  if (years === null) return null
  const aged = row.perYear === true ? trace.take("times", "factor", factor, years) : factor
  if (row.depreciation === undefined) return aged
  const { lifeYears, floor } = row.depreciation
  const life = trace.given("years of life", String(lifeYears), { from: at })
  const gone = trace.take("over", "share gone", years, life)
  const left = trace.take("minus", "share left", trace.given("whole", "1"), gone)
  return trace.take(
    "times",
    "factor",
    aged,
    trace.take("larger", "share left", left, trace.given("floor", floor, { from: at }))
  )
}

const yearsSincePublication = (working: Working, at: string): Term | null => {
  const { happenedOn, item } = working.facts
  const [year, { publicationYear }] = [Number(happenedOn.slice(0, 4)), item]
  if (typeof publicationYear !== "number") {
    return working.refuse({ _tag: "FactMissing", fact: "publicationYear", at })
  }
  if (publicationYear > year) return working.refuse({ _tag: "PublicationYearAhead", publicationYear, year })
  return working.trace.given("years", String(year - publicationYear), { from: `${publicationYear} to ${year}` })
}
