import { controlValue, type MarcRecord } from "../record.ts"
import { classificationsFrom } from "./classification.ts"
import { languageFrom, marc21Coded, unimarcCoded, yearFrom } from "./coded.ts"
import { FieldsByTag } from "./fieldsByTag.ts"
import { carrierOf, formatOf } from "./format.ts"
import type { TitleMap } from "./map.ts"
import { marc21Map } from "./marc21.ts"
import type { StandardNumber, TitleDescription, Wording } from "./model.ts"
import { linkedFields } from "./scripts.ts"
import { isbnFrom, issnFrom, withdrawnNumber } from "./standardNumber.ts"
import { unimarcMap } from "./unimarc.ts"
import { orNull, shown } from "./wording.ts"

/**
 * What a catalogue shows and searches of a bibliographic record. Any record gives a description: what it does not say
 * is `null` or empty, the title too.
 */
export const titleFrom = (record: MarcRecord): TitleDescription => {
  const marc21 = record.dialect === "marc21"
  const map = marc21 ? marc21Map : unimarcMap
  const coded = marc21 ? marc21Coded(record) : unimarcCoded(record)
  const fields = new FieldsByTag(record.fields)
  return {
    source: orNull(marc21 ? shown(controlValue(record, "003") ?? "") : fields.first(agencies)),
    controlNumber: orNull(shown(controlValue(record, "001") ?? "")),
    ...wordingOf(fields, map),
    format: formatOf(record),
    carrier: carrierOf(record),
    year: yearFrom(coded, fields.first(map.dates)),
    language: languageFrom(coded, fields.values(map.languages)),
    isbns: numbersFrom(fields.values(map.isbns).map(isbnFrom), fields.values(map.withdrawnIsbns)),
    issns: numbersFrom(fields.values(map.issns).map(issnFrom), fields.values(map.withdrawnIssns)),
    classifications: classificationsFrom(fields, map.classifications),
    otherScripts: linkedFields(record).map(({ script, fields }) => ({
      script,
      ...wordingOf(new FieldsByTag(fields), map)
    }))
  }
}

/** UNIMARC's originating source, the cataloguing agency before all others; 003 is a link there. */
const agencies = [
  { tag: "801", codes: "b", ind2: "0" },
  { tag: "801", codes: "b" }
]

const wordingOf = (fields: FieldsByTag, map: TitleMap): Wording => ({
  title: fields.first(map.titles),
  responsibility: orNull(fields.first(map.responsibilities)),
  edition: orNull(fields.first(map.editions)),
  publisher: orNull(fields.first(map.publishers).replace(noPublisher, "")),
  creators: fields.headings(map.creators),
  subjects: fields.headings(map.subjects)
})

/** "Sine nomine" and its successor. */
const noPublisher = /^\[?(s\.\s?n\.?|publisher not identified)\]?$/i

/** Each number once: the same ISBN often stands there with ten digits and with thirteen. */
const numbersFrom = (
  numbers: ReadonlyArray<StandardNumber>,
  withdrawn: ReadonlyArray<string>
): ReadonlyArray<StandardNumber> => {
  const byValue = new Map<string, StandardNumber>()
  for (const number of [...numbers, ...withdrawn.map(withdrawnNumber)])
    if (number.value !== "" && !byValue.has(number.value)) byValue.set(number.value, number)
  return [...byValue.values()]
}
