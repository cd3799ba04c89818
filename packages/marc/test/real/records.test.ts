import { readdirSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { kindOf } from "../../src/kind.ts"
import { openMarcFile } from "../../src/node/openMarcFile.ts"
import type { ReadResult, RejectedRecord } from "../../src/reading/result.ts"
import { compressRecord, decompressRecord } from "../../src/stored/compression.ts"
import { titleFrom } from "../../src/title/titleFrom.ts"
import { gathered } from "../samples.ts"
import { sharedDataMissing, sharedPath } from "../sharedData.ts"
import { expectedCounts } from "./counts.ts"

const structural = new Set(["LengthWrong", "TerminatorMissing", "BaseAddressWrong", "DirectoryWrong"])

const isBroken = (result: ReadResult): boolean => !result.ok || result.repairs.some(({ code }) => structural.has(code))

const read = async (file: string): Promise<ReadonlyArray<ReadResult>> =>
  gathered((await openMarcFile(sharedPath(`marc/${file}`))).records)

describe.skipIf(sharedDataMissing("every file of real records"))("the real records", () => {
  it("are in these files", () => {
    const folders = readdirSync(sharedPath("marc"))
    const files = folders.flatMap((folder) =>
      readdirSync(sharedPath(`marc/${folder}`)).map((file) => `${folder}/${file}`)
    )
    const lines = ["odd/rubymarc_test_marc8.txt", "odd/rubymarc_test_utf8.txt"]
    expect([...expectedCounts.map(([file]) => file), ...lines].toSorted()).toEqual(files.toSorted())
  })

  const seen = new Set<string>()
  const isRepeat = (result: ReadResult, folder: string): boolean => {
    if (!result.ok) return false
    const { source, controlNumber } = titleFrom(result.record)
    const key = `${source ?? folder} ${controlNumber}`
    const repeat = controlNumber !== null && seen.has(key)
    seen.add(key)
    return repeat
  }

  it.each(expectedCounts)("%s: %i bibliographic, %i of other kinds, %i broken, %i repeats", async (file, ...counts) => {
    const results = await read(file)
    const sound = results.filter((result) => !isBroken(result))
    const titles = sound.filter((result) => result.ok && kindOf(result.record) === "bibliographic")
    const folder = file.slice(0, file.indexOf("/"))
    const repeats = titles.filter((result) => isRepeat(result, folder))
    const found = [titles.length, sound.length - titles.length, results.length - sound.length, repeats.length]
    expect(found).toEqual(counts)
  })

  it("are 18,792: 25 broken as ISO 2709, one as XML, and of those two beyond repair", async () => {
    const sums = [1, 2, 3].map((column) => expectedCounts.reduce((sum, row) => sum + Number(row[column]), 0))
    expect(sums).toEqual([17_687, 1_079, 26])
    const rejected: Array<readonly [string, string]> = []
    for (const [file, , , broken] of expectedCounts)
      if (broken > 0) for (const result of await read(file)) if (!result.ok) rejected.push([file, result.reason.code])
    expect(rejected).toEqual([
      ["odd/marc4j_008008027.mrc.gz", "RecordCutShort"],
      ["odd/rubymarc_three-records-second-bad.xml", "XmlNotWellFormed"]
    ])
  })

  it("have a title, but for those that have none in the source", async () => {
    const untitled: Array<string> = []
    for (const [file] of expectedCounts)
      for (const result of await read(file))
        if (result.ok && kindOf(result.record) === "bibliographic" && titleFrom(result.record).title === "")
          untitled.push(`${file} ${result.position.record}`)
    expect(untitled).toEqual([
      "koha/marc21_zebraexport_biblio.mrc.gz 166",
      "odd/rubymarc_escaped_character_reference.marc8.marc 1",
      "openlibrary/talis_no_title2.mrc 1"
    ])
  })

  it("come back whole from compression, in half their size", async () => {
    let [size, compressed] = [0, 0]
    for (const file of [
      "uva/uva_1-1000.mrc.gz",
      "princeton/cjk_880.marcxml.gz",
      "koha/unimarc_zebraexport_biblio.mrc.gz"
    ])
      for (const result of await read(file)) {
        if (!result.ok) continue
        const bytes = compressRecord(result.record)
        expect(decompressRecord(bytes)).toEqual(result.record)
        size += result.raw.length
        compressed += bytes.length
      }
    expect(compressed / size).toBeLessThan(0.5)
  })

  it("are rejected with their bytes, which make the record when repaired", async () => {
    const [cut] = (await read("odd/marc4j_008008027.mrc.gz")).filter((result): result is RejectedRecord => !result.ok)
    expect(cut).toMatchObject({ position: { record: 19, offset: 62_502 }, size: 3_034 })
    expect(cut?.raw).toHaveLength(3_034)
  })

  it("with many errors are repaired to the tags of their twins without", async () => {
    // In another order: the ones without errors were sorted.
    const tags = (results: ReadonlyArray<ReadResult>): ReadonlyArray<ReadonlyArray<string>> =>
      results.map((result) => (result.ok ? result.record.fields.map(({ tag }) => tag).toSorted() : []))
    const fixed = await read("odd/marc4j_pride-and-prejudice-fixed.mrc.gz")
    const errors = await read("odd/marc4j_pride-and-prejudice-with-many-errors.mrc.gz")
    expect(tags(errors)).toEqual(tags(fixed))
  })
})
