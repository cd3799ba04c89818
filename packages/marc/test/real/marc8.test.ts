import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { decodeMarc8 } from "../../src/marc8/decode.ts"
import { openMarcFile } from "../../src/node/openMarcFile.ts"
import type { ReadRecord } from "../../src/reading/result.ts"
import { type Field, isDataField } from "../../src/record.ts"
import { gathered } from "../samples.ts"
import { sharedDataMissing, sharedPath } from "../sharedData.ts"

const read = async (file: string): Promise<ReadonlyArray<ReadRecord>> => {
  const results = await gathered((await openMarcFile(sharedPath(`marc/${file}`))).records)
  return results.filter((result) => result.ok)
}

const composed = (field: Field): string => JSON.stringify(field).normalize("NFC")

/** Places, as `record tag`, where two readings of the same records differ, field by field. */
const differences = (one: ReadonlyArray<ReadRecord>, other: ReadonlyArray<ReadRecord>): ReadonlyArray<string> =>
  one.flatMap(({ record, position }, index) => {
    const fields = other[index]?.record.fields ?? []
    expect(fields.map(({ tag }) => tag)).toEqual(record.fields.map(({ tag }) => tag))
    return record.fields
      .filter((field, at) => composed(field) !== composed(fields[at] as Field))
      .map(({ tag }) => `${position.record} ${tag}`)
  })

/**
 * Five fields of one set differ in all three files. The bytes of the MARC-8 file, such as `TiO B2 1B "?\"S" B2`, hold
 * an escape sequence that MARC-8 does not have; in the UTF-8 file the same bytes were taken for letters one by one
 * (℗ø, an acute accent on the escape character), in the XML file for superscripts. None of the three is text.
 */
const damagedAtTheSource = ["565 520", "568 520", "577 245", "578 245", "579 245"]

describe.skipIf(sharedDataMissing("MARC-8 against the same in UTF-8"))("MARC-8, field by field", () => {
  it.each([
    ["gpo/nistir", 1_447, []],
    ["gpo/nbs_report", 993, []],
    ["gpo/basic_coll_el", 23, []],
    ["gpo/nist_special_publication", 752, damagedAtTheSource]
  ])("%s, %i records, is what its UTF-8 twin is", async (name, count, expected) => {
    const marc8 = await read(`${name}_marc8.mrc.gz`)
    const utf8 = await read(`${name}_utf8.mrc.gz`)
    expect([marc8.length, utf8.length]).toEqual([count, count])
    expect(differences(marc8, utf8)).toEqual(expected)
    const marked = marc8.filter(({ repairs }) => repairs.length > 0).map(({ position }) => position.record)
    expect(marked).toEqual(expected.map((place) => Number(place.slice(0, 3))))
  })

  it("gpo/nist_special_publication is what its XML twin is", async () => {
    const marc8 = await read("gpo/nist_special_publication_marc8.mrc.gz")
    const xml = await read("gpo/nist_special_publication.xml.gz")
    expect(xml).toHaveLength(752)
    expect(differences(marc8, xml)).toEqual(damagedAtTheSource)
  })

  it("odd/rubymarc_test, 1,514 lines in all scripts, is what its UTF-8 twin is", () => {
    const marc8 = readFileSync(sharedPath("marc/odd/rubymarc_test_marc8.txt"), "latin1").trimEnd().split("\n")
    const utf8 = readFileSync(sharedPath("marc/odd/rubymarc_test_utf8.txt"), "utf8").trimEnd().split("\n")
    const decoded = marc8.map((line) => decodeMarc8(Buffer.from(line, "latin1")))
    expect(decoded).toHaveLength(1_514)
    expect(decoded).toEqual(utf8.map((line) => ({ text: line.normalize("NFC"), unknown: 0 })))
  })
})

describe.skipIf(sharedDataMissing("EACC in real records"))("EACC in the records of uva/", () => {
  const eaccRun = /\x1b\$1([^\x1b]+)\x1b\(B/g

  /** The characters of a run, looked up three bytes at a time in the tables as they were published. */
  const lookedUp = (run: string, table: ReadonlyMap<string, string>): string => {
    let text = ""
    for (let at = 0; at < run.length; ) {
      const blank = run.charAt(at) === " "
      const code = Buffer.from(run.slice(at, at + 3), "latin1")
        .toString("hex")
        .toUpperCase()
      text += blank ? " " : (table.get(code) ?? `<${code}>`)
      at += blank ? 1 : 3
    }
    return text.normalize("NFC")
  }

  it("is what the tables say, in every run of every field", async () => {
    const lines = gunzipSync(readFileSync(sharedPath("marc8/codetables.tsv.gz")))
      .toString("utf8")
      .split("\n")
    const rows = lines.map((line) => line.split("\t")).filter(([charset]) => charset === "31")
    const table = new Map(rows.map(([, code = "", hex = ""]) => [code, String.fromCodePoint(Number.parseInt(hex, 16))]))
    let runCount = 0
    for (const file of ["uva/uva_1-1000.mrc.gz", "uva/specTestRecs.mrc.gz"])
      for (const { raw, record, repairs } of await read(file)) {
        const runs = [...Buffer.from(raw).toString("latin1").matchAll(eaccRun)].map(([, run = ""]) => run)
        if (runs.length === 0) continue
        expect(repairs).toEqual([])
        const text = record.fields
          .filter(isDataField)
          .flatMap(({ subfields }) => subfields.map(({ value }) => value))
          .join("\n")
        for (const run of runs) expect(text).toContain(lookedUp(run, table))
        runCount += runs.length
      }
    expect(runCount).toBeGreaterThan(50)
  })

  it("gives these titles", async () => {
    const titles = (await read("uva/specTestRecs.mrc.gz")).flatMap(({ record }) =>
      record.fields
        .filter(isDataField)
        .flatMap(({ tag, subfields: [link, title] }) =>
          tag === "880" && link?.value.startsWith("245") ? [title?.value] : []
        )
    )
    expect(titles).toEqual([
      "فقه الدعوة الى الله تعالى في ضوء حديث ابن عمر /",
      "אופציה פואטית :",
      "90-e :",
      "北京妇女发展报告,1995-2005 =",
      "アイヌ文様の美 :",
      "뜻 으로 본 한국 역사 :"
    ])
  })
})
