import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bytesOf, field, utf8 } from "../../test/samples.ts"
import { defaultLimits, type Limits } from "../reading/limits.ts"
import type { ReadResult } from "../reading/result.ts"
import { XmlReader } from "./reader.ts"

const read = (
  bytes: Uint8Array,
  size: number = bytes.length,
  limits: Partial<Limits> = {}
): ReadonlyArray<ReadResult> => {
  const reader = new XmlReader({ dialect: "auto", encoding: "auto", limits: { ...defaultLimits, ...limits } })
  const results: Array<ReadResult> = []
  for (let at = 0; at < bytes.length && !reader.stopped; at += size)
    results.push(...reader.push(bytes.subarray(at, at + size)))
  return reader.stopped ? results : [...results, ...reader.end()]
}

const brief = (results: ReadonlyArray<ReadResult>): ReadonlyArray<string> =>
  results.map((result) => {
    const [first] = result.ok ? result.record.fields : []
    const what = result.ok ? (first && "value" in first ? first.value : "?") : result.reason.code
    return `${result.position.record}@${result.position.offset} ${what}`
  })

const sample = (number: string, prefix: string = ""): string =>
  `<${prefix}record><${prefix}leader>00000nam a2200000 a 4500</${prefix}leader>` +
  `<${prefix}controlfield tag="001">${number}</${prefix}controlfield>` +
  `<${prefix}datafield tag="245" ind1="1" ind2="0"><${prefix}subfield code="a">A &amp; B</${prefix}subfield></${prefix}datafield>` +
  `</${prefix}record>`

describe("XmlReader", () => {
  it("reads a record as leader and fields", () => {
    expect(read(utf8(`<?xml version="1.0"?><collection>${sample("a")}</collection>`))).toMatchObject([
      {
        ok: true,
        syntax: "xml",
        repairs: [],
        position: { record: 1, offset: 33 },
        raw: utf8(sample("a")),
        record: {
          leader: "00000nam a2200000 a 4500",
          dialect: "marc21",
          fields: [{ tag: "001", value: "a" }, field("245 10$aA & B")]
        }
      }
    ])
  })

  it.each([
    [
      "any prefix",
      `<marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim">${sample("a", "marc:")}</marc:collection>`
    ],
    ["no root element", sample("a")],
    ["a root that does not end", `<collection>${sample("a")}`],
    ["OAI-PMH around it", `<OAI-PMH><record><header/><metadata>${sample("a")}</metadata></record></OAI-PMH>`],
    ["comments and instructions", `<!-- <record> --><?x <record> ?>${sample("a")}<!-- </record> -->`],
    [
      "a line break in its tags",
      sample("a").replace("<record>", "<record\n xmlns='x'\t>").replace("</record>", "</record\n>")
    ]
  ])("reads a record with %s", (_, xml) => {
    for (const size of [xml.length, 1, 7]) {
      const results = read(utf8(xml), size)
      expect(results).toMatchObject([{ ok: true, record: { fields: [{ tag: "001", value: "a" }, { tag: "245" }] } }])
    }
  })

  it("is not led astray by markup in CDATA", () => {
    const xml = sample("a").replace("A &amp; B", "<![CDATA[</record><record>]]>")
    expect(read(utf8(xml))).toMatchObject([{ ok: true, record: { fields: [{}, field("245 10$a</record><record>")] } }])
  })

  it("goes on behind a record that is not well-formed", () => {
    const broken = sample("x").replace("</subfield>", "")
    const xml = `<collection>${sample("a")}${broken}${sample("c")}</collection>`
    const results = read(utf8(xml))
    expect(brief(results)).toEqual([
      `1@12 a`,
      `2@${12 + sample("a").length} XmlNotWellFormed`,
      `3@${12 + sample("a").length + broken.length} c`
    ])
    expect(results[1]).toMatchObject({ raw: utf8(broken) })
    expect(brief(read(utf8(xml), 5))).toEqual(brief(results))
  })

  it.each([
    [
      "a record without end tag",
      `<collection>${sample("a").replace("</record>", "")}${sample("b")}</collection>`,
      ["RecordCutShort", "b"]
    ],
    ["an end that comes too early", `<collection>${sample("a")}${sample("b").slice(0, 70)}`, ["a", "RecordCutShort"]],
    ["a record element of something else", `<x><record><name>x</name></record></x>`, ["XmlNotMarc"]],
    ["XML that is not MARC", `<html><body>x</body></html>`, ["XmlNotMarc"]],
    ["an empty collection", `<collection/>`, []],
    ["an undefined entity", sample("a").replace("&amp;", "&nbsp;"), ["XmlNotWellFormed"]]
  ])("says what is wrong: %s", (_, xml, expected) => {
    expect(brief(read(utf8(xml))).map((result) => result.replace(/^.* /, ""))).toEqual(expected)
  })

  it("refuses a document type declaration before it expands anything", () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "${"ha".repeat(10)}"><!ENTITY b "&a;&a;&a;">]><collection>${sample("&b;")}</collection>`
    for (const size of [bomb.length, 3])
      expect(read(utf8(bomb), size)).toMatchObject([{ ok: false, reason: { code: "XmlDoctypeRefused" } }])
  })

  it("reads the encoding that the declaration names", () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${sample("caf\xe9")}`
    expect(brief(read(bytesOf(xml)))).toEqual(["1@44 café".replace("44", String(xml.indexOf("<record")))])
  })

  it("marks bytes that are not in that encoding", () => {
    const results = read(bytesOf(sample("caf\xe9")))
    expect(results).toMatchObject([
      { ok: true, repairs: [{ code: "TextUnreadable" }], record: { fields: [{ value: "caf\ufffd" }, {}] } }
    ])
  })

  it.each([
    ["a tag that lost its zeros", 'tag="245"', 'tag="42"', "TagWrong"],
    ["an indicator too long", 'ind1="1"', 'ind1="12"', "IndicatorsWrong"],
    ["a subfield without code", ' code="a"', "", "SubfieldCodeWrong"],
    ["a leader too short", "00000nam a2200000 a 4500", "00000nam", "LeaderWrong"]
  ])("puts right %s", (_, from, to, repair) => {
    expect(read(utf8(sample("a").replace(from, to)))).toMatchObject([{ ok: true, repairs: [{ code: repair }] }])
  })

  it("takes the dialect that MarcXchange names", () => {
    const xml = `<record format="UNIMARC" type="Bibliographic"><leader>00000nam</leader></record>`
    expect(read(utf8(xml))).toMatchObject([{ ok: true, record: { dialect: "unimarc" } }])
  })

  it("keeps no more than the limit of a record that does not end", () => {
    const xml = `<collection><record><leader>${"x".repeat(5_000)}</leader></record>${sample("b")}</collection>`
    const results = read(utf8(xml), 100, { recordBytesMax: 1_000 })
    expect(results).toMatchObject([{ ok: false, reason: { code: "RecordTooLong" } }, { ok: true }])
    expect(results[0]?.raw).toHaveLength(1_000)
  })

  it("gives up on endless XML without records", () => {
    const xml = "<a>".repeat(10_000)
    const results = read(utf8(xml), 100, { strayBytesMax: 5_000 })
    expect(results).toMatchObject([{ ok: false, reason: { code: "TooMuchThatIsNoRecord" } }])
  })

  it("never throws, whatever the markup", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "</",
      "/>",
      "record",
      "<record>",
      "</record>",
      "leader",
      "<leader>",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
      "&amp;",
      '"',
      " ",
      "é",
      "\0"
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (pieces, size) => {
        const xml = utf8(pieces.join(""))
        expect(brief(read(xml, size))).toEqual(brief(read(xml)))
      }),
      { numRuns: 500 }
    )
  })
})
