/** Takes an input apart by numbers of bytes, whatever its chunks are. */
export class ByteFeed {
  private readonly chunks: AsyncIterator<Uint8Array>
  private waiting: Uint8Array = new Uint8Array(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.chunks = source[Symbol.asyncIterator]()
  }

  /** The next bytes, at most so many; none at the end. */
  async some(countMax: number): Promise<Uint8Array> {
    if (this.waiting.length === 0) await this.fetch()
    const bytes = this.waiting.subarray(0, countMax)
    this.waiting = this.waiting.subarray(bytes.length)
    return bytes
  }

  /** Exactly so many bytes, or fewer at the end. */
  async exactly(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count)
    let length = 0
    while (length < count) {
      const part = await this.some(count - length)
      if (part.length === 0) break
      bytes.set(part, length)
      length += part.length
    }
    return bytes.subarray(0, length)
  }

  /** Puts back what was taken last. */
  putBack(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    const both = new Uint8Array(bytes.length + this.waiting.length)
    both.set(bytes)
    both.set(this.waiting, bytes.length)
    this.waiting = both
  }

  async close(): Promise<void> {
    await this.chunks.return?.()
  }

  private async fetch(): Promise<void> {
    while (this.waiting.length === 0) {
      const { done, value } = await this.chunks.next()
      if (done) return
      this.waiting = value
    }
  }
}
