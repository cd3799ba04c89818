import { crc32, createInflateRaw, type InflateRaw } from "node:zlib"
import { GzipBroken, type Unpack } from "../reading/gunzip.ts"
import { isGzip } from "../reading/sniff.ts"
import { ByteFeed } from "./byteFeed.ts"

/**
 * As `unpackGzip`, in a third of the memory, with checksums checked. The members are taken apart here, by RFC 1952, and
 * only their contents given to Node's zlib: left to itself, it drops what it has when it meets damage or what is no
 * gzip behind the last member.
 */
export const unpackByZlib: Unpack = async function* (source) {
  const feed = new ByteFeed(source)
  try {
    for (;;) {
      const fixed = await feed.exactly(10)
      if (!isGzip(fixed)) return
      await skipHeader(feed, fixed[3] ?? 0)
      yield* member(feed)
    }
  } finally {
    await feed.close()
  }
}

/** Optional parts of a header, by the flags that announce them. */
const flag = { headerChecksum: 2, extra: 4, name: 8, comment: 16 } as const

const skipHeader = async (feed: ByteFeed, flags: number): Promise<void> => {
  if (flags & flag.extra) {
    const [low = 0, high = 0] = await feed.exactly(2)
    await feed.exactly(low + high * 256)
  }
  if (flags & flag.name) await skipText(feed)
  if (flags & flag.comment) await skipText(feed)
  if (flags & flag.headerChecksum) await feed.exactly(2)
}

const skipText = async (feed: ByteFeed): Promise<void> => {
  for (;;) {
    const [byte] = await feed.exactly(1)
    if (byte === undefined || byte === 0) return
  }
}

/** A piece is as large as what comes of it is likely to be of this size: half a kilobyte may become 500. */
const unpackedBytes = 256 * 1024
const pieceBytesMin = 512
const pieceBytesMax = 16 * 1024

async function* member(feed: ByteFeed): AsyncGenerator<Uint8Array> {
  const inflating = new Inflating(createInflateRaw({ chunkSize: 64 * 1024 }))
  let checksum = 0
  let size = 0
  let pieceBytes = pieceBytesMin
  try {
    while (!inflating.ended) {
      const piece = await feed.some(pieceBytes)
      if (piece.length === 0) throw new GzipBroken("the compressed data end too early")
      const used = await inflating.push(piece)
      feed.putBack(piece.subarray(used))
      const before = size
      for (const bytes of inflating.fetch()) {
        checksum = crc32(bytes, checksum)
        size += bytes.length
        yield bytes
      }
      const fitting = (used * unpackedBytes) / Math.max(1, size - before)
      pieceBytes = Math.round(Math.min(pieceBytesMax, Math.max(pieceBytesMin, fitting)))
    }
  } finally {
    inflating.close()
  }
  const trailer = await feed.exactly(8)
  if (trailer.length < 8) throw new GzipBroken("the compressed data end too early")
  const written = new DataView(trailer.buffer, trailer.byteOffset)
  if (written.getUint32(0, true) !== checksum || written.getUint32(4, true) !== size % 2 ** 32)
    throw new GzipBroken("the compressed data do not have their checksum")
}

/** Node's stream, a piece at a time. */
class Inflating {
  ended = false
  private readonly stream: InflateRaw
  private readonly inflated: Array<Uint8Array> = []
  private failure: Error | undefined
  private settle: () => void = () => undefined

  constructor(stream: InflateRaw) {
    this.stream = stream
    stream.on("data", (bytes: Uint8Array) => this.inflated.push(bytes))
    stream.on("end", () => {
      this.ended = true
      this.settle()
    })
    stream.on("error", (error) => {
      this.failure = new GzipBroken(error.message)
      this.settle()
    })
  }

  /** How many bytes of the piece belonged to the compressed data: all, unless these ended. */
  async push(piece: Uint8Array): Promise<number> {
    const before = this.stream.bytesWritten
    await new Promise<void>((resolve) => {
      this.settle = resolve
      this.stream.write(piece, () => resolve())
    })
    if (this.failure) throw this.failure
    return this.stream.bytesWritten - before
  }

  fetch(): ReadonlyArray<Uint8Array> {
    return this.inflated.splice(0)
  }

  close(): void {
    this.stream.destroy()
  }
}
