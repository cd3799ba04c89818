import type { ReadOptions } from "../reading/options.ts"
import type { RecordReader } from "../reading/recordReader.ts"
import type { ReadResult } from "../reading/result.ts"
import { Results } from "../reading/results.ts"
import { ByteWindow } from "../reading/window.ts"
import { digitsAt } from "./directory.ts"
import { gluedRecordAt } from "./glued.ts"
import { parseIso2709, recordTerminator } from "./parse.ts"

/**
 * Cuts ISO 2709 at its record terminators, not by the lengths in the leaders, so that a wrong length costs one record
 * at most; then looks into what does not have its length for a record that a damaged one swallowed.
 */
export class Iso2709Reader implements RecordReader {
  stopped = false
  private readonly options: ReadOptions
  private readonly results = new Results("iso2709")
  /** The start of a record that is not complete. */
  private readonly pending = new ByteWindow()
  /** Bytes of it beyond the limit, which are not kept. */
  private overlong = 0
  /** Of the first byte that is not yet part of a result. */
  private offset = 0

  constructor(options: ReadOptions) {
    this.options = options
  }

  push(chunk: Uint8Array): ReadonlyArray<ReadResult> {
    let from = 0
    for (let at = chunk.indexOf(recordTerminator); at >= 0; at = chunk.indexOf(recordTerminator, from)) {
      this.complete(chunk.subarray(from, at + 1))
      from = at + 1
    }
    this.wait(chunk.subarray(from))
    if (this.overlong > this.options.limits.strayBytesMax) {
      this.rejectOverlong("TooMuchThatIsNoRecord")
      this.stopped = true
    }
    return this.results.fetch()
  }

  end(): ReadonlyArray<ReadResult> {
    this.complete(new Uint8Array(0))
    return this.results.fetch()
  }

  private wait(bytes: Uint8Array): void {
    const room = this.options.limits.recordBytesMax - this.pending.bytes.length
    this.pending.append(bytes.subarray(0, room))
    this.overlong += Math.max(0, bytes.length - room)
  }

  private complete(last: Uint8Array): void {
    const waiting = this.pending.bytes.length > 0
    if (waiting) this.wait(last)
    if (this.overlong > 0) this.rejectOverlong("RecordTooLong")
    else this.separate(waiting ? this.takePending() : last)
  }

  private takePending(): Uint8Array {
    const taken = this.pending.bytes.slice()
    this.pending.discard(taken.length)
    return taken
  }

  /** Records between two terminators: one as a rule, more when a damaged one swallowed others. */
  private separate(frame: Uint8Array): void {
    let end = frame.length
    const starts: Array<number> = []
    for (let at = leadingSpace(frame); at < end; ) {
      const rest = frame.subarray(at, end)
      const glued = digitsAt(rest, 0, 5) === rest.length ? -1 : gluedRecordAt(rest)
      starts.unshift(glued < 0 ? at : at + glued)
      end = glued < 0 ? at : at + glued
    }
    starts.forEach((start, index) => {
      const bytes = frame.subarray(start, starts[index + 1])
      this.results.add(parseIso2709(bytes, this.options), bytes, this.offset + start)
    })
    this.offset += frame.length
  }

  private rejectOverlong(code: "RecordTooLong" | "TooMuchThatIsNoRecord"): void {
    const raw = this.takePending()
    const size = raw.length + this.overlong
    this.results.reject({ code, message: `${size} bytes without a record terminator` }, raw, this.offset, size)
    this.offset += size
    this.overlong = 0
  }
}

/** Line ends, blanks, NULs and the end mark of old systems between records belong to none. */
const leadingSpace = (bytes: Uint8Array): number => {
  const at = bytes.findIndex((byte) => byte > 0x20)
  return at < 0 ? bytes.length : at
}
