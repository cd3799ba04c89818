import { Schema } from "effect"
import { dayNumber } from "./civilDay.ts"
import type { LocalDay } from "./localDay.ts"

const existingDay = Schema.String.check(
  Schema.makeFilter((text: string) => dayNumber(text) !== null, { expected: "a day that exists, as YYYY-MM-DD" })
)

/** A stretch of days with a name, as a term of a school: loans that start in it can be made due by its end. */
export const Term = Schema.Struct({
  name: Schema.optionalKey(Schema.Record(Schema.String, Schema.String.check(Schema.isMaxLength(200)))),
  from: existingDay,
  to: existingDay,
  /** By when what was lent in it comes back; without it, by its last day. */
  dueBy: Schema.optionalKey(existingDay)
}).check(
  Schema.makeFilter(({ from, to }: { readonly from: string; readonly to: string }) => from <= to, {
    expected: '"to" on "from" or after it'
  })
)
export type Term = typeof Term.Type

/** Finds the term that a day lies in; of two, the one written first. */
export const termFinder = (
  terms: Readonly<Record<string, Term>>
): ((day: LocalDay) => { readonly term: string; readonly dueBy: string } | null) => {
  const known = Object.entries(terms).map(([term, { from, to, dueBy = to }]) => ({
    term,
    dueBy,
    first: dayNumber(from) as number,
    last: dayNumber(to) as number
  }))
  return (day) => {
    const found = known.find(({ first, last }) => first <= day && day <= last)
    return found === undefined ? null : { term: found.term, dueBy: found.dueBy }
  }
}
