import fc from "fast-check"
import type { Dialect, Field, MarcRecord, Subfield } from "../src/record.ts"

/** Text as records have it: any script, no separators of ISO 2709; that the source is composed is not assumed. */
const text: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("", " ", "a\u0301 b", "雑誌「国教」と九州真宗", "\u0098The\u009c end", "&#x4E2D;", "50 ¢")
  )
  .map((value) => value.replace(/[\x1d-\x1f]/g, "").replace(/\p{Cs}/gu, ""))

const subfield: fc.Arbitrary<Subfield> = fc.record({
  code: fc.constantFrom("a", "b", "c", "6", "9", "x"),
  value: text
})

const indicator = fc.constantFrom(" ", "0", "1", "9")

const dataField: fc.Arbitrary<Field> = fc.record({
  tag: fc.constantFrom("020", "100", "245", "246", "500", "650", "880", "999", "CAT"),
  ind1: indicator,
  ind2: indicator,
  subfields: fc.array(subfield, { minLength: 1, maxLength: 5 })
})

const controlField: fc.Arbitrary<Field> = fc.record({ tag: fc.constantFrom("001", "003", "005", "008"), value: text })

/** Any MARC 21 or UNIMARC record that ISO 2709 can hold. */
export const arbitraryRecord = (dialect: Dialect = "marc21"): fc.Arbitrary<MarcRecord> =>
  fc
    .tuple(
      fc.constantFrom("nam", "cas", "ngm", "njm", "nem", "nz "),
      fc.array(fc.oneof(controlField, dataField), { maxLength: 12 })
    )
    .map(([kind, fields]) => ({ leader: `00000${kind} a2200000 i 4500`, fields, dialect }))
