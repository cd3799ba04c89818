import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryRecord } from "../../test/arbitraryRecord.ts"
import { marc21 } from "../../test/samples.ts"
import * as byZlib from "../node/compression.ts"
import * as portable from "./compression.ts"
import { dictionary } from "./dictionary.ts"
import { deserialise, serialise } from "./serialise.ts"

const dialect = fc.constantFrom("marc21" as const, "unimarc" as const)

describe("whole records, compressed", () => {
  it("come back as they were, by either entry whichever compressed them", () => {
    fc.assert(
      fc.property(dialect.chain(arbitraryRecord), (record) => {
        for (const { compressRecord } of [portable, byZlib])
          for (const { decompressRecord } of [portable, byZlib])
            expect(decompressRecord(compressRecord(record))).toEqual(record)
      })
    )
  })

  it("are serialised without loss", () => {
    fc.assert(
      fc.property(dialect.chain(arbitraryRecord), (record) => {
        expect(deserialise(serialise(record))).toEqual(record)
      })
    )
  })

  it("may have data fields without subfields and empty control fields", () => {
    const record = marc21("00000nam a2200000 a 4500", "001 ", "500   ", "245 10$a$b")
    expect(portable.decompressRecord(portable.compressRecord(record))).toEqual(record)
  })

  // Stored records are unreadable without the very bytes they were compressed with.
  it("were all compressed with this dictionary, which never changes", () => {
    expect(createHash("sha256").update(dictionary).digest("hex")).toBe(
      "039f4ae9290afdeef8db09c7c3644bd43bf9933496675752c4e349f180b61987"
    )
  })

  it.each([
    ["nothing", []],
    ["a later version", [9, 1, 2, 3]],
    ["no deflate", [1, 255, 255, 255]]
  ])("%s is refused by name", (_, bytes) => {
    for (const { decompressRecord } of [portable, byZlib])
      expect(() => decompressRecord(Uint8Array.from(bytes))).toThrow(portable.NotACompressedRecord)
  })
})
