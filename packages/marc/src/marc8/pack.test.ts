import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { sharedDataMissing, sharedPath } from "../../test/sharedData.ts"
import { packedCodetables } from "./generated/codetables.ts"
import { type CodeRow, packCodetables, unpackCodetables } from "./pack.ts"

const row: fc.Arbitrary<CodeRow> = fc.record({
  charset: fc.integer({ min: 1, max: 0x7e }),
  code: fc.integer({ min: 0, max: 0x7f7f7f }),
  character: fc.integer({ min: 0, max: 0x10ffff }),
  combining: fc.boolean()
})

describe("packing the code tables", () => {
  it("loses no row, whatever the rows are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ charset, code }) => `${charset} ${code}` }), (rows) => {
        const sorted = rows.toSorted((a, b) => a.charset - b.charset || a.code - b.code)
        expect(unpackCodetables(packCodetables(rows))).toEqual(sorted)
      })
    )
  })

  it("holds 16,406 rows in under 36 kB", () => {
    expect(unpackCodetables(packedCodetables)).toHaveLength(16_406)
    expect(packedCodetables.length).toBeLessThan(36_000)
  })

  it.skipIf(sharedDataMissing("the packed tables against their source"))(
    "says what its source says, row by row",
    () => {
      const lines = gunzipSync(readFileSync(sharedPath("marc8/codetables.tsv.gz")))
        .toString("utf8")
        .trimEnd()
        .split("\n")
      const source = lines.slice(1).map((line) => {
        const [charset = "", code = "", character = "", , combining] = line.split("\t")
        return `${charset} ${code.toUpperCase()} ${character} ${combining}`
      })
      const hex = (value: number, length: number): string => value.toString(16).toUpperCase().padStart(length, "0")
      const packed = unpackCodetables(packedCodetables).map(
        ({ charset, code, character, combining }) =>
          `${hex(charset, 2)} ${hex(code, 2)} ${hex(character, 4)} ${combining ? 1 : 0}`
      )
      expect(packed.toSorted()).toEqual(source.toSorted())
    }
  )
})
