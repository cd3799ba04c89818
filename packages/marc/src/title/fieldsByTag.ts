import { type DataField, type Field, isDataField, subfieldValue } from "../record.ts"
import type { HeadingSource, Source } from "./map.ts"
import { heading, joined } from "./wording.ts"

/** The data fields of one record, or of one script of it, found by tag. */
export class FieldsByTag {
  private readonly byTag = new Map<string, Array<DataField>>()

  constructor(fields: ReadonlyArray<Field>) {
    for (const field of fields) {
      if (!isDataField(field)) continue
      const same = this.byTag.get(field.tag)
      if (same === undefined) this.byTag.set(field.tag, [field])
      else same.push(field)
    }
  }

  of(tag: string): ReadonlyArray<DataField> {
    return this.byTag.get(tag) ?? none
  }

  /** What the first source that says something says; "" when none does. */
  first(sources: ReadonlyArray<Source>): string {
    for (const { tag, codes, ind2, leadIns } of sources)
      for (const field of this.of(tag)) {
        if (ind2 !== undefined && field.ind2 !== ind2) continue
        const text = joined(field, codes, leadIns)
        if (text !== "") return text
      }
    return ""
  }

  /** Every subfield of the sources. */
  values(sources: ReadonlyArray<Source>): ReadonlyArray<string> {
    const values: Array<string> = []
    for (const { tag, codes } of sources)
      for (const { subfields } of this.of(tag))
        for (const { code, value } of subfields) if (codes.includes(code)) values.push(value)
    return values
  }

  /** Every heading once. */
  headings(sources: ReadonlyArray<HeadingSource>): ReadonlyArray<string> {
    const headings = new Set<string>()
    for (const source of sources)
      for (const field of this.of(source.tag)) {
        if (source.unless !== undefined && subfieldValue(field, source.unless) !== undefined) continue
        const text = heading(field, source)
        if (text !== "") headings.add(text)
      }
    return [...headings]
  }
}

const none: ReadonlyArray<DataField> = []
