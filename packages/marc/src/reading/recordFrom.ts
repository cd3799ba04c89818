import { type Dialect, type Field, isDataField, type MarcRecord, subfieldValue } from "../record.ts"
import { dialectFrom } from "./dialect.ts"
import { leaderFrom } from "./leader.ts"
import type { ReadOptions } from "./options.ts"
import type { Repairs } from "./repairs.ts"
import { tidyFields } from "./tidyFields.ts"

/** A record from what XML or JSON says of it. `said` is the dialect that the source names, if it does. */
export const recordFrom = (
  leader: string,
  found: ReadonlyArray<Field>,
  said: Dialect | undefined,
  options: ReadOptions,
  repairs: Repairs
): MarcRecord => {
  const fields = tidyFields(found, repairs)
  const dialect = options.dialect === "auto" ? (said ?? dialectOf(fields)) : options.dialect
  return { leader: leaderFrom(leader, repairs), fields, dialect }
}

const dialectOf = (fields: ReadonlyArray<Field>): Dialect => {
  const coded = fields.find((field) => field.tag === "100")
  return dialectFrom({
    has: (tag) => fields.some((field) => field.tag === tag),
    coded: coded && isDataField(coded) ? subfieldValue(coded, "a") : undefined
  })
}
