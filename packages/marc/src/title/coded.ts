import { controlValue, dataFields, type MarcRecord, subfieldValue } from "../record.ts"

/** The coded data of a record: fixed positions of control fields, one table a dialect. */
export interface CodedData {
  /** One letter: how many dates there are and what they mean. */
  readonly dateType: string
  readonly firstDate: string
  readonly language: string
}

/** MARC 21: field 008. */
export const marc21Coded = (record: MarcRecord): CodedData => {
  const coded = controlValue(record, "008") ?? ""
  return { dateType: coded.charAt(6), firstDate: coded.slice(7, 11), language: coded.slice(35, 38) }
}

/** UNIMARC: field 100, subfield a. */
export const unimarcCoded = (record: MarcRecord): CodedData => {
  const [field] = dataFields(record, "100")
  const coded = (field && subfieldValue(field, "a")) ?? ""
  return { dateType: coded.charAt(8), firstDate: coded.slice(9, 13), language: "" }
}

const yearMin = 1000
const yearMax = 2100

/** The year that the coded date gives, or else the first in the words; `null` when neither gives one. */
export const yearFrom = (coded: CodedData, words: string | undefined): number | null => {
  const year = /^\d{4}$/.test(coded.firstDate) ? Number(coded.firstDate) : undefined
  if (year !== undefined && year >= yearMin && year <= yearMax) return year
  const written = /(?<!\d)(1\d{3}|20\d{2}|2100)(?!\d)/.exec(words ?? "")?.[1]
  return written === undefined ? null : Number(written)
}

/** `und` (undetermined) says nothing. Old records write several codes without a break: the first counts. */
export const languageFrom = (coded: CodedData, words: ReadonlyArray<string>): string | null => {
  const codes = [coded.language, ...words].map((text) => /^[a-z]{3}/.exec(text.trim().toLowerCase())?.[0])
  return codes.find((code) => code !== undefined && code !== "und") ?? null
}
