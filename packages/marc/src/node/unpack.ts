import { createGunzip, type Gunzip } from "node:zlib"
import { GzipBroken, type Unpack } from "../reading/gunzip.ts"

/** Small enough that what a bomb makes of one piece, some 1,000 times as much, does no harm. */
const pieceBytes = 16 * 1024

/** Gzip by Node's own zlib: faster than the portable way, and checksums are checked. */
export const unpackByZlib: Unpack = async function* (source) {
  const unpacking = new Unpacking(createGunzip())
  try {
    for await (const chunk of source)
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        await unpacking.push(chunk.subarray(at, at + pieceBytes))
        yield* unpacking.fetch()
        // What stands behind the last member and is no gzip is left out.
        if (unpacking.ended) return
      }
    await unpacking.end()
    yield* unpacking.fetch()
  } catch (error) {
    yield* unpacking.fetch()
    throw error
  } finally {
    unpacking.close()
  }
}

/** Node's stream, a piece at a time, so that nothing that came out before an error is lost with it. */
class Unpacking {
  ended = false
  private readonly gunzip: Gunzip
  private readonly unpacked: Array<Uint8Array> = []
  private failure: Error | undefined
  private settle: () => void = () => undefined

  constructor(gunzip: Gunzip) {
    this.gunzip = gunzip
    gunzip.on("data", (bytes: Uint8Array) => this.unpacked.push(bytes))
    gunzip.on("end", () => {
      this.ended = true
      this.settle()
    })
    gunzip.on("error", (error) => {
      this.failure = new GzipBroken(error.message)
      this.settle()
    })
  }

  fetch(): ReadonlyArray<Uint8Array> {
    return this.unpacked.splice(0)
  }

  push(piece: Uint8Array): Promise<void> {
    return this.settled(() => this.gunzip.write(piece, () => this.settle()))
  }

  end(): Promise<void> {
    return this.settled(() => this.gunzip.end())
  }

  close(): void {
    this.gunzip.destroy()
  }

  private async settled(act: () => void): Promise<void> {
    await new Promise<void>((resolve) => {
      this.settle = resolve
      if (this.ended || this.failure) resolve()
      else act()
    })
    if (this.failure) throw this.failure
  }
}
