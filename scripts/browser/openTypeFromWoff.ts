import { inflateSync } from "node:zlib"

/**
 * The OpenType font inside a WOFF 1 file. A browser takes WOFF from a page, but from the system, which is where a
 * font must be for every page to have it, only OpenType. Layout of both: W3C, WOFF File Format 1.0, sections 3 to 5.
 */
export const openTypeFromWoff = (woff: Buffer): Buffer => {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF 1 file")
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, 44 + 20 * index))
  let offset = 12 + 16 * tables.length
  const directory = tables.map(({ tag, checksum, data }) => {
    const entry = Buffer.alloc(16)
    entry.write(tag, 0, "latin1")
    entry.writeUInt32BE(checksum, 4)
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(data.length, 12)
    offset += padded(data.length)
    return entry
  })
  const bodies = tables.map(({ data }) => Buffer.concat([data], padded(data.length)))
  return Buffer.concat([header(woff.readUInt32BE(4), tables.length), ...directory, ...bodies])
}

interface Table {
  readonly tag: string
  readonly checksum: number
  readonly data: Buffer
}

const readTable = (woff: Buffer, at: number): Table => {
  const start = woff.readUInt32BE(at + 4)
  const storedLength = woff.readUInt32BE(at + 8)
  const length = woff.readUInt32BE(at + 12)
  const stored = woff.subarray(start, start + storedLength)
  const data = storedLength === length ? stored : inflateSync(stored)
  return { tag: woff.toString("latin1", at, at + 4), checksum: woff.readUInt32BE(at + 16), data }
}

/** The three numbers after the count only speed up a binary search over the tables. */
const header = (flavour: number, tableCount: number): Buffer => {
  const bytes = Buffer.alloc(12)
  const entrySelector = Math.floor(Math.log2(tableCount))
  const searchRange = 16 * 2 ** entrySelector
  bytes.writeUInt32BE(flavour, 0)
  bytes.writeUInt16BE(tableCount, 4)
  bytes.writeUInt16BE(searchRange, 6)
  bytes.writeUInt16BE(entrySelector, 8)
  bytes.writeUInt16BE(16 * tableCount - searchRange, 10)
  return bytes
}

const padded = (length: number): number => Math.ceil(length / 4) * 4
