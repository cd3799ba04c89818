import type { Field, MarcRecord, Subfield } from "../record.ts"
import { fieldSeparator, subfieldSeparator, withoutSeparators } from "./separators.ts"

const leaderLength = 24

/**
 * A record as one text without lengths: dialect, leader, then the fields; a data field is told by a subfield separator
 * behind its tag. What a directory repeats does not compress, so there is none.
 */
export const serialise = (record: MarcRecord): string => {
  const head = (record.dialect === "unimarc" ? "u" : "m") + record.leader.padEnd(leaderLength).slice(0, leaderLength)
  return [head, ...record.fields.map(serialiseField)].join(fieldSeparator)
}

/** Inverse of `serialise`. */
export const deserialise = (text: string): MarcRecord => {
  const [head = "", ...fields] = text.split(fieldSeparator)
  return {
    leader: head.slice(1),
    fields: fields.map(deserialiseField),
    dialect: head.startsWith("u") ? "unimarc" : "marc21"
  }
}

const serialiseField = (field: Field): string => {
  if ("value" in field) return field.tag + withoutSeparators(field.value)
  const subfields = field.subfields.map(({ code, value }) => subfieldSeparator + code + withoutSeparators(value))
  return field.tag + subfieldSeparator + field.ind1 + field.ind2 + subfields.join("")
}

const deserialiseField = (text: string): Field => {
  const tag = text.slice(0, 3)
  if (text.charAt(3) !== subfieldSeparator) return { tag, value: text.slice(3) }
  const [indicators = "", ...subfields] = text.slice(4).split(subfieldSeparator)
  return { tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), subfields: subfields.map(deserialiseSubfield) }
}

const deserialiseSubfield = (text: string): Subfield => ({ code: text.slice(0, 1), value: text.slice(1) })
