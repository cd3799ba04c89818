import type { ReadOptions } from "../reading/options.ts"
import type { RecordReader } from "../reading/recordReader.ts"
import type { ReadResult } from "../reading/result.ts"
import { Results } from "../reading/results.ts"
import { ByteWindow } from "../reading/window.ts"
import { parseJsonRecord } from "./parse.ts"

const lineFeed = 0x0a

/** Reads MARC-in-JSON, one record a line. Empty lines are none. */
export class JsonLinesReader implements RecordReader {
  stopped = false
  private readonly options: ReadOptions
  private readonly results = new Results("json")
  private readonly pending = new ByteWindow()
  private overlong = 0
  private offset = 0

  constructor(options: ReadOptions) {
    this.options = options
  }

  push(chunk: Uint8Array): ReadonlyArray<ReadResult> {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      this.wait(chunk.subarray(from, at + 1))
      this.complete()
      from = at + 1
    }
    this.wait(chunk.subarray(from))
    if (this.overlong > this.options.limits.strayBytesMax) {
      this.complete()
      this.stopped = true
    }
    return this.results.fetch()
  }

  end(): ReadonlyArray<ReadResult> {
    this.complete()
    return this.results.fetch()
  }

  private wait(bytes: Uint8Array): void {
    const room = this.options.limits.recordBytesMax - this.pending.bytes.length
    this.pending.append(bytes.subarray(0, room))
    this.overlong += Math.max(0, bytes.length - room)
  }

  private complete(): void {
    const line = this.pending.bytes.slice()
    const size = line.length + this.overlong
    if (this.overlong > 0) {
      this.results.reject({ code: "RecordTooLong", message: `a line of ${size} bytes` }, line, this.offset, size)
    } else if (line.some((byte) => byte > 0x20)) {
      this.results.add(parseJsonRecord(line, this.options), line, this.offset)
    }
    this.pending.discard(line.length)
    this.overlong = 0
    this.offset += size
  }
}
