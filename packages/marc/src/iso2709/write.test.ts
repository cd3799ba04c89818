import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryRecord } from "../../test/arbitraryRecord.ts"
import { marc21, unimarc } from "../../test/samples.ts"
import { defaultLimits } from "../reading/limits.ts"
import type { MarcRecord } from "../record.ts"
import { parseIso2709 } from "./parse.ts"
import { writeIso2709 } from "./write.ts"

const roundTrip = (record: MarcRecord): MarcRecord => {
  const written = writeIso2709(record)
  if (!written.ok) throw new Error(written.reason)
  const parsed = parseIso2709(written.bytes, { dialect: record.dialect, encoding: "auto", limits: defaultLimits })
  if (!parsed.ok) throw new Error(parsed.reason.message)
  expect(parsed.repairs).toEqual([])
  return parsed.record
}

describe("writeIso2709", () => {
  it("writes what reads back as the same record", () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        const back = roundTrip(record)
        expect(back.fields).toEqual(record.fields)
        expect(back.leader.slice(5, 9)).toBe(record.leader.slice(5, 9))
      })
    )
  })

  it("is stable: what was written and read is written alike", () => {
    fc.assert(
      fc.property(arbitraryRecord("unimarc"), (record) => {
        expect(writeIso2709(roundTrip(record))).toEqual(writeIso2709(record))
      })
    )
  })

  it("says UTF-8 in the leader of MARC 21", () => {
    expect(roundTrip(marc21("00000nam   22     4a 4500", "001 é")).leader).toBe("00041nam a2200037 4a4500".slice(0, 24))
  })

  it("says UTF-8 in field 100 of UNIMARC", () => {
    const record = unimarc("00000nam  2200000   450 ", "100   $a20130409d2005    ||||0chiy0103    ba")
    const [field] = roundTrip(record).fields
    expect(field).toMatchObject({ subfields: [{ code: "a", value: "20130409d2005    ||||0chiy50      ba" }] })
  })

  it("puts blanks for separators inside a text", () => {
    const record: MarcRecord = {
      leader: " ".repeat(24),
      dialect: "marc21",
      fields: [{ tag: "001", value: "a\x1eb\x1dc\x1fd" }]
    }
    expect(roundTrip(record).fields).toEqual([{ tag: "001", value: "a b c d" }])
  })

  it.each([
    ["FieldTooLong", [`500   $a${"é".repeat(5_000)}`], "500"],
    ["RecordTooLong", Array.from({ length: 11 }, () => `500   $a${"x".repeat(9_900)}`), null]
  ])("refuses what the format has no room for: %s", (reason, fields, tag) => {
    expect(writeIso2709(marc21("", ...fields))).toEqual({ ok: false, reason, tag })
  })
})
