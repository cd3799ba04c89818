import { type Field, isDataField, type Subfield } from "../record.ts"
import type { Repairs } from "./repairs.ts"

/**
 * Fields from XML or JSON, which can say what ISO 2709 cannot: tags of three characters, indicators and subfield
 * codes of one, no separators of ISO 2709 inside the text. What had to be changed is noted.
 */
export const tidyFields = (fields: ReadonlyArray<Field>, repairs: Repairs): ReadonlyArray<Field> =>
  fields.flatMap((field): ReadonlyArray<Field> => {
    const tag = tidyTag(field.tag, repairs)
    if (tag === undefined) return []
    if (!isDataField(field)) return [{ tag, value: tidyText(field.value, tag, repairs) }]
    return [
      {
        tag,
        ind1: tidyIndicator(field.ind1, tag, repairs),
        ind2: tidyIndicator(field.ind2, tag, repairs),
        subfields: field.subfields.map((subfield) => tidySubfield(subfield, tag, repairs))
      }
    ]
  })

/** Spreadsheets eat leading zeros: 42 is 042. */
const tidyTag = (tag: string, repairs: Repairs): string | undefined => {
  if (/^[!-~]{3}$/.test(tag)) return tag
  if (/^\d{1,2}$/.test(tag)) {
    repairs.note("TagWrong", `the tag is written ${tag}`, tag.padStart(3, "0"))
    return tag.padStart(3, "0")
  }
  repairs.note("TagWrong", `a field is left out, as its tag is ${JSON.stringify(tag.slice(0, 20))}`)
  return undefined
}

const tidyIndicator = (indicator: string, tag: string, repairs: Repairs): string => {
  if (/^[ -~]$/.test(indicator)) return indicator
  // An empty attribute is a common way to write a blank.
  if (indicator !== "") repairs.note("IndicatorsWrong", "an indicator is not one character", tag)
  return /^[ -~]/.test(indicator) ? indicator.charAt(0) : " "
}

const tidySubfield = ({ code, value }: Subfield, tag: string, repairs: Repairs): Subfield => {
  const right = /^[!-~]$/.test(code)
  if (!right) repairs.note("SubfieldCodeWrong", "a subfield's code is not one character", tag)
  return { code: right ? code : "?", value: tidyText(value, tag, repairs) }
}

const tidyText = (text: string, tag: string, repairs: Repairs): string => {
  if (!separator.test(text)) return text
  repairs.note("ControlCharacters", "separators of ISO 2709 inside the text are now spaces", tag)
  return text.replace(separators, " ")
}

const separator = /[\x1d-\x1f]/
const separators = /[\x1d-\x1f]/g
