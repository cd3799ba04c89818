import type { ReadOptions } from "../reading/options.ts"
import { hasTooManyParts, tooManyParts } from "../reading/parts.ts"
import { recordFrom } from "../reading/recordFrom.ts"
import { Repairs } from "../reading/repairs.ts"
import type { Parsed } from "../reading/result.ts"
import type { Field, Subfield } from "../record.ts"
import { decodeUtf8Leniently } from "../text/utf8.ts"

/** Every member of an object has a colon. */
const partSigns = [0x3a]

/**
 * One record of MARC-in-JSON: `{"leader": "…", "fields": [{"001": "…"}, {"245": {"ind1": "1", "ind2": "0",
 * "subfields": [{"a": "…"}]}}]}`. Anything of another form is rejected. Never throws.
 */
export const parseJsonRecord = (line: Uint8Array, options: ReadOptions): Parsed => {
  const { partCountMax } = options.limits
  if (hasTooManyParts(line, partSigns, partCountMax)) return { ok: false, reason: tooManyParts(partCountMax) }
  try {
    const { leader, fields } = asObject(JSON.parse(decodeUtf8Leniently(line)))
    if (!Array.isArray(fields)) return unreadable("there is no list of fields")
    const repairs = new Repairs()
    const record = recordFrom(asText(leader), fields.flatMap(fieldsIn), undefined, options, repairs)
    return { ok: true, record, repairs: repairs.list }
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}

/** As a rule an object of one tag; what holds several is several fields. */
const fieldsIn = (field: unknown): ReadonlyArray<Field> =>
  Object.entries(asObject(field)).map(([tag, content]) => {
    if (typeof content === "string") return { tag, value: content }
    const { ind1 = " ", ind2 = " ", subfields } = asObject(content)
    if (!Array.isArray(subfields)) throw new Error(`field ${tag.slice(0, 3)} has no list of subfields`)
    return { tag, ind1: asText(ind1), ind2: asText(ind2), subfields: subfields.flatMap(subfieldsIn) }
  })

const subfieldsIn = (subfield: unknown): ReadonlyArray<Subfield> =>
  Object.entries(asObject(subfield)).map(([code, value]) => ({ code, value: asText(value) }))

const asObject = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("an object was expected")
  return value as Readonly<Record<string, unknown>>
}

const asText = (value: unknown): string => {
  if (typeof value !== "string") throw new Error("a text was expected")
  return value
}

const unreadable = (message: string): Parsed => ({ ok: false, reason: { code: "JsonUnreadable", message } })
