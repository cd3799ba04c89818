/** The bytes of an input that are still of interest: grows at its end, is discarded from its start. */
export class ByteWindow {
  private buffer = new Uint8Array(0)
  private start = 0
  private end = 0

  /** Valid until the next `append`. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(this.start, this.end)
  }

  append(chunk: Uint8Array): void {
    const length = this.end - this.start
    if (this.end + chunk.length > this.buffer.length) {
      const roomy = new Uint8Array(Math.max(length + chunk.length, length * 2))
      roomy.set(this.bytes)
      this.buffer = roomy
      this.start = 0
      this.end = length
    }
    this.buffer.set(chunk, this.end)
    this.end += chunk.length
  }

  discard(count: number): void {
    this.start += count
    if (this.start === this.end) this.start = this.end = 0
  }
}
