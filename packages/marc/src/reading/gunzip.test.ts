import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { chunked, concat, utf8 } from "../../test/samples.ts"
import { unpackByZlib } from "../node/unpack.ts"
import { GzipBroken, type Unpack, unpackGzip } from "./gunzip.ts"

const text = "A few words, again and again. ".repeat(2_000)
const packed = new Uint8Array(gzipSync(text))

/** What came out, and the error that ended it. */
const unpacked = async (
  unpack: Unpack,
  bytes: Uint8Array,
  size: number = 1_000
): Promise<readonly [string, unknown]> => {
  const decoder = new TextDecoder()
  let out = ""
  try {
    for await (const chunk of unpack(chunked(bytes, size))) out += decoder.decode(chunk, { stream: true })
  } catch (error) {
    return [out, error]
  }
  return [out, undefined]
}

describe.each([
  ["portable", unpackGzip],
  ["by Node's zlib", unpackByZlib]
])("gunzip, %s", (_, unpack) => {
  it.each([1, 10, 100_000])("unpacks in chunks of %i bytes", async (size) => {
    expect(await unpacked(unpack, packed, size)).toEqual([text, undefined])
  })

  it("unpacks members one behind the other", async () => {
    expect(await unpacked(unpack, concat(packed, packed, packed))).toEqual([text.repeat(3), undefined])
  })

  it.each([
    ["words", utf8("this is no gzip member")],
    ["a line of words", utf8("this is no gzip member either, and it is longer than a chunk. ".repeat(50))],
    ["zeros", new Uint8Array(512)]
  ])("leaves out %s behind the last member", async (_, rest) => {
    expect(await unpacked(unpack, concat(packed, rest))).toEqual([text, undefined])
  })

  it("gives what came before the end of a file cut short", async () => {
    const [out, error] = await unpacked(unpack, packed.subarray(0, packed.length - 20), 16)
    expect(error).toBeInstanceOf(GzipBroken)
    expect(out.length).toBeGreaterThan(text.length / 2)
    expect(text.startsWith(out)).toBe(true)
  })

  it("tells of damage within", async () => {
    const damaged = packed.slice()
    damaged.fill(0xff, 60, 80)
    expect((await unpacked(unpack, damaged))[1]).toBeInstanceOf(GzipBroken)
  })

  it("passes on what the source throws", async () => {
    const failing = async function* (): AsyncGenerator<Uint8Array> {
      yield packed.subarray(0, 20)
      throw new Error("disk gone")
    }
    const read = async (): Promise<void> => {
      for await (const _ of unpack(failing()));
    }
    await expect(read()).rejects.toThrow("disk gone")
  })

  it("never holds much of what a bomb unfolds into", async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(64 * 1024 * 1024)))
    let largest = 0
    let sum = 0
    for await (const chunk of unpack(chunked(bomb))) {
      largest = Math.max(largest, chunk.length)
      sum += chunk.length
    }
    expect(sum).toBe(64 * 1024 * 1024)
    expect(largest).toBeLessThan(8 * 1024 * 1024)
  })
})

describe("gunzip by Node's zlib", () => {
  it("skips what a header may hold, and checks the checksum", async () => {
    const header = [0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 65, 66, 110, 0, 99, 0, 1, 2]
    const rich = concat(Uint8Array.from(header), packed.subarray(10))
    expect(await unpacked(unpackByZlib, rich, 3)).toEqual([text, undefined])
    rich[rich.length - 5] = (rich[rich.length - 5] ?? 0) ^ 1
    expect(await unpacked(unpackByZlib, rich, 3)).toEqual([text, expect.any(GzipBroken)])
  })

  it("leaves out a single line feed behind the last member", async () => {
    expect(await unpacked(unpackByZlib, concat(packed, utf8("\n")))).toEqual([text, undefined])
  })
})
