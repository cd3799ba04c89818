import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryRecord } from "../../test/arbitraryRecord.ts"
import { bytesOf, concat, iso2709 } from "../../test/samples.ts"
import { defaultLimits, type Limits } from "../reading/limits.ts"
import type { ReadResult } from "../reading/result.ts"
import { Iso2709Reader } from "./reader.ts"
import { writeIso2709 } from "./write.ts"

const read = (
  bytes: Uint8Array,
  size: number = bytes.length,
  limits: Partial<Limits> = {}
): ReadonlyArray<ReadResult> => {
  const reader = new Iso2709Reader({ dialect: "auto", encoding: "auto", limits: { ...defaultLimits, ...limits } })
  const results: Array<ReadResult> = []
  for (let at = 0; at < bytes.length && !reader.stopped; at += size)
    results.push(...reader.push(bytes.subarray(at, at + size)))
  return reader.stopped ? results : [...results, ...reader.end()]
}

/** Each result in short: title or rejection, with its place. */
const brief = (results: ReadonlyArray<ReadResult>): ReadonlyArray<string> =>
  results.map((result) => {
    const what = result.ok
      ? [controlNumber(result), ...result.repairs.map(({ code }) => code)].join("+")
      : result.reason.code
    return `${result.position.record}@${result.position.offset} ${what}`
  })

const controlNumber = (result: ReadResult & { readonly ok: true }): string => {
  const [first] = result.record.fields
  return first && "value" in first ? first.value : "?"
}

const sample = (number: string): Uint8Array =>
  iso2709([
    ["001", number],
    ["245", "10\x1faA title"]
  ])
const length = sample("a").length

describe("Iso2709Reader", () => {
  it("numbers records and says where they begin", () => {
    expect(brief(read(concat(sample("a"), sample("b"), sample("c"))))).toEqual([
      "1@0 a",
      `2@${length} b`,
      `3@${2 * length} c`
    ])
  })

  it("skips line ends, NULs and an end mark between records", () => {
    const bytes = concat(bytesOf("\r\n"), sample("a"), bytesOf("\n\0\0"), sample("b"), bytesOf("\r\n\x1a"))
    expect(brief(read(bytes))).toEqual(["1@2 a", `2@${length + 5} b`])
  })

  it("reads the same whatever the chunks", () => {
    fc.assert(
      fc.property(fc.array(arbitraryRecord(), { maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (records, size) => {
        const bytes = concat(...records.map((record) => written(writeIso2709(record))))
        expect(read(bytes, size)).toEqual(read(bytes))
      }),
      { numRuns: 50 }
    )
  })

  it.each([
    [
      "a record that lost its terminator",
      concat(sample("a").slice(0, -1), sample("b")),
      ["1@0 a+TerminatorMissing", `2@${length - 1} b`]
    ],
    ["a record cut short", concat(sample("a").slice(0, 60), sample("b")), ["1@0 RecordCutShort", "2@60 b"]],
    [
      "two cut short in a row",
      concat(sample("a").slice(0, 60), sample("x").slice(0, -1), sample("b")),
      ["1@0 RecordCutShort", `2@60 x+TerminatorMissing`, `3@${59 + length} b`]
    ],
    ["bytes that are no record", concat(bytesOf("rubbish here"), sample("b")), ["1@0 NotARecord", "2@12 b"]],
    ["a terminator inside a record", concat(bytesOf("rubbish\x1d"), sample("b")), ["1@0 NotARecord", "2@8 b"]],
    [
      "a last record without terminator",
      concat(sample("a"), sample("b").slice(0, -1)),
      ["1@0 a", `2@${length} b+TerminatorMissing`]
    ],
    ["a last record cut short", concat(sample("a"), sample("b").slice(0, 40)), ["1@0 a", `2@${length} RecordCutShort`]]
  ])("goes on behind %s", (_, bytes, expected) => {
    expect(brief(read(bytes))).toEqual(expected)
    expect(brief(read(bytes, 7))).toEqual(expected)
  })

  it("gives the bytes of what it rejects, so that they can be repaired and fed again", () => {
    const cut = sample("a").slice(0, 60)
    const [rejected, sound] = read(concat(cut, sample("b")))
    expect(rejected).toMatchObject({ ok: false, raw: cut, size: 60 })
    expect(sound).toMatchObject({ ok: true, raw: sample("b") })
    expect(brief(read(concat(sample("a"), (sound as ReadResult & { ok: true }).raw)))).toEqual([
      "1@0 a",
      `2@${length} b`
    ])
  })

  it("keeps no more than the limit of a record too long, and finds the next", () => {
    const long = new Uint8Array(5_000).fill(0x61)
    const results = read(concat(long, bytesOf("\x1d"), sample("b")), 512, { recordBytesMax: 1_000 })
    expect(brief(results)).toEqual(["1@0 RecordTooLong", "2@5001 b"])
    expect(results[0]).toMatchObject({ size: 5_001, raw: new Uint8Array(1_000).fill(0x61) })
  })

  it("gives up on endless bytes that are no record", () => {
    const endless = new Uint8Array(50_000).fill(0x61)
    const results = read(endless, 512, { recordBytesMax: 1_000, strayBytesMax: 10_000 })
    expect(results).toMatchObject([{ ok: false, reason: { code: "TooMuchThatIsNoRecord" } }])
  })

  it("never throws on a damaged record, and finds the sound one behind it", () => {
    const damage = fc.array(fc.tuple(fc.nat({ max: length - 2 }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6
    })
    fc.assert(
      fc.property(damage, fc.integer({ min: 1, max: 99 }), (changes, size) => {
        const damaged = sample("a")
        for (const [at, byte] of changes) damaged[at] = byte
        const last = read(concat(damaged, sample("b")), size).at(-1)
        expect(last).toMatchObject({ ok: true, raw: sample("b") })
      }),
      { numRuns: 500 }
    )
  })

  it("never throws, whatever the bytes, and loses none of them", () => {
    const bytes = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x1d, 0x1e, 0x1f, 0x30, 0x1b)), {
      maxLength: 400
    })
    fc.assert(
      fc.property(bytes, (values) => {
        const all = Uint8Array.from(values)
        const results = read(all)
        const kept = concat(...results.map(({ raw }) => raw))
        expect(kept.filter((byte) => byte > 0x20)).toEqual(all.filter((byte) => byte > 0x20))
      })
    )
  })
})

const written = (result: ReturnType<typeof writeIso2709>): Uint8Array => {
  if (!result.ok) throw new Error(result.reason)
  return result.bytes
}
