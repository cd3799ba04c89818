import { type DataField, subfieldValue } from "../record.ts"
import type { FieldsByTag } from "./fieldsByTag.ts"
import type { ClassificationSource } from "./map.ts"
import type { Classification } from "./model.ts"
import { joined, shown } from "./wording.ts"

/** Every class number once, in the order of the sources. */
export const classificationsFrom = (
  fields: FieldsByTag,
  sources: ReadonlyArray<ClassificationSource>
): ReadonlyArray<Classification> => {
  const found = new Map<string, Classification>()
  for (const source of sources)
    for (const field of fields.of(source.tag))
      for (const number of numbersIn(field, source)) {
        const scheme = schemeOf(field, source)
        if (scheme !== null && number !== "") found.set(`${scheme} ${number}`, { scheme, number })
      }
  return [...found.values()]
}

const numbersIn = (field: DataField, { codes, each, tidy }: ClassificationSource): ReadonlyArray<string> => {
  const numbers = each
    ? field.subfields.filter(({ code }) => codes.includes(code)).map(({ value }) => shown(value))
    : [joined(field, codes)]
  return tidy === undefined ? numbers : numbers.map(tidy)
}

/** A field whose scheme is not said says nothing. */
const schemeOf = (field: DataField, source: ClassificationSource): string | null => {
  const said = subfieldValue(field, "2")?.trim().toLowerCase()
  // Where the tag means the scheme, subfield 2 is the edition.
  if (source.scheme !== null) return source.scheme
  return source.schemeByInd1?.[field.ind1] ?? (said === undefined || said === "" ? null : (schemeCodes[said] ?? said))
}

/** Codes of schemes in subfield 2 that have a name of their own here. */
const schemeCodes: Readonly<Record<string, string>> = { sudocs: "sudoc", lcco: "lcc", nlmc: "nlm" }
