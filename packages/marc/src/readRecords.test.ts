import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { bytesOf, chunked, concat, field, gathered, iso2709, utf8 } from "../test/samples.ts"
import type { ReadResult } from "./reading/result.ts"
import { type ReadRecordsOptions, readRecords } from "./readRecords.ts"

const read = (
  bytes: Uint8Array,
  options: ReadRecordsOptions = {},
  size: number = 100
): Promise<ReadonlyArray<ReadResult>> => gathered(readRecords(chunked(bytes, size), options))

const iso = (title: string, kind: string = "nam a22"): Uint8Array =>
  iso2709(
    [
      ["001", "x"],
      ["245", `10\x1fa${title}`]
    ],
    { kind }
  )
const xml = `<collection><record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">x</controlfield></record></collection>`
const json = `{"leader":"00000nam a2200000 a 4500","fields":[{"001":"x"}]}`
const bom = bytesOf("\xef\xbb\xbf")
const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes))
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))

describe("what an input is, by its content", () => {
  it.each([
    ["ISO 2709", iso("A"), "iso2709"],
    ["ISO 2709 behind a byte order mark", concat(bom, iso("A")), "iso2709"],
    ["XML", utf8(xml), "xml"],
    ["XML behind blanks and a byte order mark", concat(bom, utf8(`\n  ${xml}`)), "xml"],
    ["XML in UTF-16", utf16(`<?xml version="1.0" encoding="UTF-16"?>${xml}`), "xml"],
    ["XML in UTF-16 without a mark", utf16(xml).subarray(2), "xml"],
    ["JSON lines", utf8(json), "json"],
    ["JSON lines behind a byte order mark", concat(bom, utf8(json)), "json"]
  ])("%s, plain and gzipped", async (_, bytes, syntax) => {
    for (const input of [bytes, gzip(bytes)])
      for (const size of [1, 10_000]) {
        const results = await read(input, {}, size)
        expect(results).toMatchObject([
          { ok: true, syntax, record: { fields: [{ tag: "001", value: "x" }, ...(syntax === "iso2709" ? [{}] : [])] } }
        ])
      }
  })

  it("an empty one has no records", async () => {
    expect(await read(new Uint8Array(0))).toEqual([])
    expect(await read(utf8("\n\n"))).toEqual([])
    expect(await read(gzip(new Uint8Array(0)))).toEqual([])
  })

  it.each([
    ["words", utf8("barcode,title\n1,A title\n")],
    ["a picture", bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]
  ])("%s is rejected as no record", async (_, bytes) => {
    expect(await read(bytes)).toMatchObject([{ ok: false, reason: { code: "NotARecord" } }])
  })

  it("gzip within gzip is not unpacked again", async () => {
    const results = await read(gzip(gzip(iso("A"))))
    expect(results.map(({ ok }) => ok)).not.toContain(true)
    expect(results).not.toEqual([])
  })

  it("ends after a thousand rejections without one record", async () => {
    const results = await read(bytesOf("rubbish\x1d".repeat(5_000)), {}, 10_000)
    expect(results).toHaveLength(1_002)
    expect(results.at(-1)).toMatchObject({ ok: false, reason: { code: "TooMuchThatIsNoRecord" } })
  })
})

describe("gzip that is broken", () => {
  it("gives the records that came before", async () => {
    const packed = gzip(concat(...Array.from({ length: 50 }, (_, n) => iso(`Title ${n * 7919}`))))
    const results = await read(packed.subarray(0, packed.length - 30), {}, 16)
    expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(10)
    expect(results.at(-1)).toMatchObject({ ok: false, reason: { code: "GzipBroken" } })
  })
})

describe("the encoding of ISO 2709", () => {
  const title = async (
    bytes: Uint8Array,
    options: ReadRecordsOptions = {}
  ): Promise<readonly [unknown, ReadonlyArray<string>]> => {
    const [result] = await read(bytes, options)
    if (!result?.ok) throw new Error("rejected")
    const [, field] = result.record.fields
    return [
      field && "subfields" in field ? field.subfields[0]?.value : undefined,
      result.repairs.map(({ code }) => code)
    ]
  }

  it.each([
    ["UTF-8 that says so", iso("\xe4\xb8\xad"), {}, "中", []],
    ["UTF-8, not touched", iso("e\xcc\x81"), {}, "e\u0301", []],
    ["MARC-8 that says so", iso("caf\xe2e", "nam  22"), {}, "café", []],
    ["UTF-8 that says MARC-8", iso("caf\xc3\xa9", "nam  22"), {}, "café", ["EncodingWrong"]],
    ["MARC-8 that says UTF-8", iso("th\xe2e\xe3atre"), {}, "théâtre", ["EncodingWrong"]],
    ["MARC-8 in ASCII alone that says UTF-8", iso("\x1b$1!0d!5,\x1b(B"), {}, "人口", ["EncodingWrong"]],
    ["Windows-1252 that says UTF-8", iso("f\xf6rv"), {}, "förv", ["EncodingWrong"]],
    ["damaged UTF-8", iso("\xe4\xb8\xad \xe4\xb8\xad \xa8("), {}, "中 中 \ufffd(", ["TextUnreadable"]],
    ["damaged MARC-8", iso("caf\xe2e \xff", "nam  22"), {}, "café \ufffd", ["TextUnreadable"]],
    ["what the caller says", iso("\xc2\xb7"), { encoding: "gb18030" }, "路", []],
    ["MARC-8, if the caller says so", iso("caf\xe2e"), { encoding: "marc-8" }, "café", []],
    ["UTF-8, if the caller says so", iso("caf\xc3\xa9", "nam  22"), { encoding: "utf-8" }, "café", []]
  ])("%s", async (_, bytes, options, expected, repairs) => {
    expect(await title(bytes, options)).toEqual([expected, repairs])
  })

  it("GB 18030 in a Chinese record of UNIMARC", async () => {
    const record = iso2709([
      ["100", "  \x1fa20130409d2005    ||||0chiy50      ba"],
      ["101", "0 \x1fachi"],
      ["200", "1 \x1fa\xba\xec\xc2\xa5\xc3\xce"]
    ])
    const [result] = await read(record)
    expect(result).toMatchObject({ ok: true, record: { dialect: "unimarc" }, repairs: [{ code: "EncodingWrong" }] })
    expect(result?.ok && result.record.fields[2]).toEqual(field("200 1 $a红楼梦"))
  })

  it("one that does not exist is refused at once", () => {
    expect(() => readRecords(chunked(iso("A")), { encoding: "klingon" })).toThrow(RangeError)
  })
})

describe("the dialect", () => {
  const dialectOf = async (...fields: ReadonlyArray<readonly [string, string]>): Promise<string | undefined> => {
    const [result] = await read(iso2709(fields))
    return result?.ok ? result.record.dialect : undefined
  }

  it.each([
    ["a MARC 21 title", [["245", "10\x1faX"]], "marc21"],
    [
      "a MARC 21 author of eight digits",
      [
        ["008", "x"],
        ["100", "1 \x1fa19991231"]
      ],
      "marc21"
    ],
    ["a UNIMARC title", [["200", "1 \x1faX"]], "unimarc"],
    [
      "UNIMARC that was converted",
      [
        ["008", "x"],
        ["100", "  \x1fa19991231d1999"],
        ["200", "1 \x1faX"]
      ],
      "unimarc"
    ],
    [
      "a UNIMARC authority",
      [
        ["100", "  \x1fa19991231afrey50      ba"],
        ["210", "02\x1faX"]
      ],
      "unimarc"
    ],
    ["nothing that tells", [["001", "x"]], "marc21"]
  ] as const)("of %s", async (_, fields, dialect) => {
    expect(await dialectOf(...fields)).toBe(dialect)
  })

  it("is what the caller says", async () => {
    expect(await read(iso("A"), { dialect: "unimarc" })).toMatchObject([{ ok: true, record: { dialect: "unimarc" } }])
  })
})

describe("the source", () => {
  it("is told when the reading ends early", async () => {
    let closed = false
    const source = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield iso("A")
      } finally {
        closed = true
      }
    }
    for await (const _ of readRecords(source())) break
    expect(closed).toBe(true)
  })

  it("may throw: that is not a bad record", async () => {
    const source = async function* (): AsyncGenerator<Uint8Array> {
      yield iso("A")
      throw new Error("disk gone")
    }
    await expect(gathered(readRecords(source()))).rejects.toThrow("disk gone")
  })
})
