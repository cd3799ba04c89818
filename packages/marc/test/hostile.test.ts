import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  compressRecord,
  decompressRecord,
  itemFields,
  itemMappings,
  kindOf,
  readRecords,
  titleFrom,
  writeIso2709
} from "../src/index.ts"
import type { ReadResult } from "../src/reading/result.ts"
import { arbitraryRecord } from "./arbitraryRecord.ts"
import { chunked, concat, gathered, utf8 } from "./samples.ts"

/** Everything that is done with a record; the titles and bytes only have to come about. */
const use = (result: ReadResult): void => {
  if (!result.ok) return
  titleFrom(result.record)
  kindOf(result.record)
  itemFields(result.record, itemMappings.koha)
  writeIso2709(result.record)
  expect(decompressRecord(compressRecord(result.record))).toEqual(result.record)
}

const damage = fc.array(
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.constantFrom("change", "drop", "insert")),
  {
    maxLength: 8
  }
)

const damaged = (bytes: Uint8Array, changes: ReadonlyArray<readonly [number, number, string]>): Uint8Array => {
  const copy = [...bytes]
  for (const [place, byte, how] of changes)
    copy.splice(place % (copy.length + 1), how === "insert" ? 0 : 1, ...(how === "drop" ? [] : [byte]))
  return Uint8Array.from(copy)
}

describe("damaged input never throws, and what is read of it can be used", () => {
  it("ISO 2709", async () => {
    const records = fc.array(arbitraryRecord(), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(records, damage, async (records, changes) => {
        const bytes = concat(...records.map(writeIso2709).flatMap((written) => (written.ok ? [written.bytes] : [])))
        for (const result of await gathered(readRecords(chunked(damaged(bytes, changes), 50)))) use(result)
      }),
      { numRuns: 300 }
    )
  })

  const xml = utf8(
    '<?xml version="1.0"?><c:collection><c:record><c:leader>00000nam a2200000 a 4500</c:leader>' +
      '<c:controlfield tag="001">1</c:controlfield><c:datafield tag="245" ind1="1" ind2="0">' +
      '<c:subfield code="a">A &lt;title&gt; é</c:subfield></c:datafield></c:record></c:collection>'
  )
  const json = utf8(
    '{"leader":"00000nam a2200000 a 4500","fields":[{"001":"1"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"é"}]}}]}\n'
  )

  it.each([
    ["XML", xml],
    ["JSON", json]
  ])("%s", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        for (const result of await gathered(readRecords(chunked(damaged(concat(bytes, bytes), changes), 50))))
          use(result)
      }),
      { numRuns: 300 }
    )
  })

  it("any bytes at all, as any encoding", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    const encoding = fc.constantFrom("auto", "utf-8", "marc-8", "gb18030", "windows-1252", "utf-16le")
    await fc.assert(
      fc.asyncProperty(bytes, encoding, async (bytes, encoding) => {
        for (const result of await gathered(readRecords(chunked(bytes, 20), { encoding }))) use(result)
      })
    )
  })
})
