import { describe, expect, it } from "vitest"
import { bytesOf, field, type IsoFaults, iso2709 } from "../../test/samples.ts"
import { defaultLimits } from "../reading/limits.ts"
import type { ReadOptions } from "../reading/options.ts"
import type { Parsed } from "../reading/result.ts"
import { parseIso2709 } from "./parse.ts"

const options: ReadOptions = { dialect: "auto", encoding: "auto", limits: defaultLimits }
const fields = [
  ["001", "abc"],
  ["245", "10\x1faA title /\x1fcby someone."],
  ["500", "  \x1faNote"]
] as const

const parse = (faults: IsoFaults = {}, content: ReadonlyArray<readonly [string, string]> = fields): Parsed =>
  parseIso2709(iso2709(content, faults), options)

const repairsOf = (parsed: Parsed): ReadonlyArray<string> => (parsed.ok ? parsed.repairs.map(({ code }) => code) : [])

describe("a sound record", () => {
  it("is leader and fields, in their order", () => {
    expect(parse()).toEqual({
      ok: true,
      repairs: [],
      record: {
        leader: "00102nam  2200061   4500",
        dialect: "marc21",
        fields: [{ tag: "001", value: "abc" }, field("245 10$aA title /$cby someone."), field("500   $aNote")]
      }
    })
  })

  it("may have its fields in another order than its directory", () => {
    const swapped = (directory: string): string =>
      directory.slice(12, 24) + directory.slice(0, 12) + directory.slice(24)
    const parsed = parse({ directory: swapped })
    expect(repairsOf(parsed)).toEqual([])
    expect(parsed.ok && parsed.record.fields.map(({ tag }) => tag)).toEqual(["245", "001", "500"])
  })

  it("may have letters and signs in its tags", () => {
    const parsed = parse({}, [
      ["8%0", "  \x1faX"],
      ["CAT", "  \x1faY"],
      ["FMT", "BK"]
    ])
    expect(repairsOf(parsed)).toEqual([])
    expect(parsed.ok && parsed.record.fields).toEqual([
      field("8%0   $aX"),
      field("CAT   $aY"),
      { tag: "FMT", value: "BK" }
    ])
  })

  it("may have no fields", () => {
    expect(parse({}, [])).toMatchObject({ ok: true, repairs: [], record: { fields: [] } })
  })
})

describe("what is wrong but certain is put right", () => {
  it.each([
    ["a wrong length", { length: "00999" }, ["LengthWrong"]],
    ["a missing terminator", { terminator: "" }, ["TerminatorMissing", "LengthWrong"]],
    ["a wrong base address", { base: "00099" }, ["BaseAddressWrong"]],
    [
      "wrong field lengths",
      { directory: (directory: string) => directory.replace("0004", "0007") },
      ["DirectoryWrong"]
    ],
    ["wrong places", { directory: (directory: string) => directory.replace(/00004/, "00003") }, ["DirectoryWrong"]],
    [
      "a directory that lost its first zero",
      { directory: (directory: string) => directory.slice(1) },
      ["DirectoryWrong"]
    ],
    ["a leader with control characters", { kind: "na\x01  22" }, ["LeaderWrong"]]
  ])("%s", (_, faults, repairs) => {
    const parsed = parse(faults)
    expect(repairsOf(parsed)).toEqual(repairs)
    expect(parsed.ok && parsed.record.fields).toEqual([
      { tag: "001", value: "abc" },
      field("245 10$aA title /$cby someone."),
      field("500   $aNote")
    ])
  })

  it("a field too long for the directory's four digits", () => {
    const long = "x".repeat(12_000)
    const parsed = parse({}, [
      ["001", "abc"],
      ["520", `  \x1fa${long}`],
      ["650", " 0\x1faAfter"]
    ])
    expect(repairsOf(parsed)).toEqual(["DirectoryWrong"])
    expect(parsed.ok && parsed.record.fields).toEqual([
      { tag: "001", value: "abc" },
      field(`520   $a${long}`),
      field("650  0$aAfter")
    ])
  })

  it.each([
    ["one indicator", "1\x1faX", field("245 1 $aX"), "IndicatorsWrong"],
    ["no indicator", "\x1faX", field("245   $aX"), "IndicatorsWrong"],
    ["three indicators", "123\x1faX", field("245 12$aX"), "IndicatorsWrong"],
    ["no subfields", "10Title", { tag: "245", value: "10Title" }, "NoSubfields"],
    ["a blank as a subfield's code", "10\x1f X", field("245 10$?X"), "SubfieldCodeWrong"]
  ])("a field with %s", (_, data, expected, repair) => {
    const parsed = parse({}, [["245", data]])
    expect(repairsOf(parsed)).toEqual([repair])
    expect(parsed.ok && parsed.record.fields).toEqual([expected])
  })

  it("a delimiter with nothing behind it is no subfield", () => {
    expect(parse({}, [["245", "10\x1faX\x1f"]])).toMatchObject({
      ok: true,
      repairs: [],
      record: { fields: [field("245 10$aX")] }
    })
  })
})

describe("what is not certain is rejected", () => {
  it("a directory whose fields overlap, though their lengths add up", () => {
    const overlapping = (directory: string): string => `001000400000002000100003003000100003${directory.slice(36)}`
    const parsed = parse({ directory: overlapping }, [
      ["001", "ab"],
      ["002", ""],
      ["003", "c"]
    ])
    expect(parsed.ok && parsed.repairs.length === 0).toBe(false)
    expect(JSON.stringify(parsed)).not.toContain("\\u001e")
  })

  it.each([
    ["a directory with fewer entries than fields", { directory: (directory: string) => directory.slice(12) }],
    [
      "a directory that lost a digit in the middle",
      { directory: (directory: string) => directory.replace("245", "25") }
    ]
  ])("%s", (_, faults) => {
    expect(parse(faults)).toMatchObject({ ok: false, reason: { code: "DirectoryUnreadable" } })
  })

  it.each([5, 30, 70, 92])("a record that ends too early, after %i bytes", (length) => {
    expect(parseIso2709(iso2709(fields).subarray(0, length), options)).toMatchObject({
      ok: false,
      reason: { code: "RecordCutShort" }
    })
  })

  it.each(["", "x", "\x1d", "<html>\x1d", "not a record at all, but long enough to hold a leader\x1d"])(
    "%j",
    (text) => {
      expect(parseIso2709(bytesOf(text), options)).toMatchObject({ ok: false, reason: { code: "NotARecord" } })
    }
  )

  it("more fields than the limit", () => {
    const few = { ...options, limits: { ...defaultLimits, partCountMax: 5 } }
    expect(parseIso2709(iso2709(fields), few)).toMatchObject({ ok: false, reason: { code: "TooManyFields" } })
  })
})
