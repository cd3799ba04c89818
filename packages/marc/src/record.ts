/** Which of the two families of MARC a record is written in; what its tags mean depends on it. */
export type Dialect = "marc21" | "unimarc"

/** A field of plain text: tags 001 to 009, and the odd local field that has no subfields. */
export interface ControlField {
  readonly tag: string
  readonly value: string
}

export interface Subfield {
  /** One character. */
  readonly code: string
  readonly value: string
}

export interface DataField {
  readonly tag: string
  /** One character each; a space when not set. */
  readonly ind1: string
  readonly ind2: string
  readonly subfields: ReadonlyArray<Subfield>
}

export type Field = ControlField | DataField

/**
 * One record as plain data, in the order of its fields, text as it was found: MARC-8 is decoded and composed (NFC),
 * UTF-8 is not touched. The leader has 24 characters; its lengths and addresses belong to the file it came from.
 */
export interface MarcRecord {
  readonly leader: string
  readonly fields: ReadonlyArray<Field>
  readonly dialect: Dialect
}

export const isDataField = (field: Field): field is DataField => "subfields" in field

/** The value of the first control field of this tag; `undefined` when there is none. */
export const controlValue = (record: MarcRecord, tag: string): string | undefined => {
  for (const field of record.fields) if (field.tag === tag && "value" in field) return field.value
  return undefined
}

export const dataFields = (record: MarcRecord, tag: string): ReadonlyArray<DataField> =>
  record.fields.filter((field): field is DataField => field.tag === tag && isDataField(field))

/** The first subfield of this code in the field; `undefined` when there is none. */
export const subfieldValue = (field: DataField, code: string): string | undefined => {
  for (const subfield of field.subfields) if (subfield.code === code) return subfield.value
  return undefined
}

/** All subfields of any of these codes, in the order of the record. */
export const subfieldValues = (field: DataField, codes: string): ReadonlyArray<string> =>
  field.subfields.filter((subfield) => codes.includes(subfield.code)).map((subfield) => subfield.value)
