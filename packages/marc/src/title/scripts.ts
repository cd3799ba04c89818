import { type DataField, dataFields, type MarcRecord, subfieldValue } from "../record.ts"

/** The linked fields of a record that are in one script, under the tags that they are linked to. */
export interface LinkedFields {
  /** ISO 15924. */
  readonly script: string
  readonly fields: ReadonlyArray<DataField>
}

/** The more telling first: Japanese has Han characters too, Korean may. */
const scripts: ReadonlyArray<readonly [code: string, letter: RegExp]> = [
  ["Jpan", /[\p{sc=Hira}\p{sc=Kana}]/u],
  ["Kore", /\p{sc=Hang}/u],
  ["Hani", /\p{sc=Han}/u],
  ["Arab", /\p{sc=Arab}/u],
  ["Hebr", /\p{sc=Hebr}/u],
  ["Cyrl", /\p{sc=Cyrl}/u],
  ["Grek", /\p{sc=Grek}/u],
  ["Deva", /\p{sc=Deva}/u],
  ["Beng", /\p{sc=Beng}/u],
  ["Taml", /\p{sc=Taml}/u],
  ["Thai", /\p{sc=Thai}/u],
  ["Tibt", /\p{sc=Tibt}/u],
  ["Armn", /\p{sc=Armn}/u],
  ["Geor", /\p{sc=Geor}/u],
  ["Ethi", /\p{sc=Ethi}/u]
]

/**
 * Fields 880 by script, told from their letters: the code in subfield 6 is often missing. Fields of Han characters
 * alone belong to the Japanese or Korean of the same record, fields of nothing but figures to whatever there is.
 */
export const linkedFields = (record: MarcRecord): ReadonlyArray<LinkedFields> => {
  const linked = dataFields(record, "880").flatMap(linkedField)
  if (linked.length === 0) return []
  const byScript = new Map<string, Array<DataField>>()
  const found = new Set(linked.map(scriptOf))
  for (const field of linked) {
    const script = unitedWith(scriptOf(field), found)
    byScript.set(script, [...(byScript.get(script) ?? []), field])
  }
  return [...byScript].map(([script, fields]) => ({ script, fields }))
}

const linkedField = (field: DataField): ReadonlyArray<DataField> => {
  const tag = /^\s*(\d{3})-\d/.exec(subfieldValue(field, "6") ?? "")?.[1]
  if (tag === undefined || tag === "880") return []
  return [{ ...field, tag, subfields: field.subfields.filter(({ code }) => code !== "6") }]
}

const scriptOf = (field: DataField): string => {
  const text = field.subfields.map(({ value }) => value).join(" ")
  return scripts.find(([, letter]) => letter.test(text))?.[0] ?? "Latn"
}

const unitedWith = (script: string, found: ReadonlySet<string>): string => {
  if (script !== "Hani" && script !== "Latn") return script
  const others = [...found].filter((other) => other !== "Latn")
  return ["Jpan", "Kore"].find((wider) => found.has(wider)) ?? (script === "Latn" ? (others[0] ?? script) : script)
}
