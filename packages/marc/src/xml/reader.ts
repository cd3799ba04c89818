import type { ReadOptions } from "../reading/options.ts"
import type { RecordReader } from "../reading/recordReader.ts"
import type { ReadResult } from "../reading/result.ts"
import { Results } from "../reading/results.ts"
import { ByteWindow } from "../reading/window.ts"
import { declarationBytesMax, encodingOf } from "./encodingOf.ts"
import { indexOfBytes, type Markup, markupAt } from "./markup.ts"
import { parseXmlRecord } from "./parse.ts"

/**
 * Finds the record elements of an XML input by their tags alone and gives each to a real XML parser: one that is not
 * well-formed costs no other, and neither the root element nor its end has to be there. A document type declaration
 * ends the reading before anything of it is looked at: there are no entities to expand.
 * Of records within records (OAI-PMH) the innermost counts.
 */
export class XmlReader implements RecordReader {
  stopped = false
  private readonly options: ReadOptions
  private readonly results = new Results("xml")
  private readonly window = new ByteWindow()
  /** Of the window's first byte, in the input. */
  private offset = 0
  /** Where in the window to go on looking. */
  private next = 0
  /** Where in the window the record begins that is being read; -1: none. */
  private start = -1
  /** The end of the comment, CDATA or instruction that is being read. */
  private skipUntil: Uint8Array | undefined
  /** The first bytes of the input. */
  private head = new Uint8Array(0)
  private strayBytes = 0
  private sawMarc = false

  constructor(options: ReadOptions) {
    this.options = options
  }

  push(chunk: Uint8Array): ReadonlyArray<ReadResult> {
    this.window.append(chunk)
    if (this.offset === 0) this.head = this.window.bytes.slice(0, declarationBytesMax)
    this.scan(false)
    this.discard()
    return this.results.fetch()
  }

  end(): ReadonlyArray<ReadResult> {
    this.scan(true)
    const rest = this.window.bytes.slice(Math.max(0, this.start))
    if (this.start >= 0) this.cutShort(rest)
    else if (!this.sawMarc && !this.stopped)
      this.results.reject({ code: "XmlNotMarc", message: "there is no MARC record in this XML" }, rest, this.offset)
    return this.results.fetch()
  }

  private scan(complete: boolean): void {
    const bytes = this.window.bytes
    while (!this.stopped) {
      if (this.skipUntil !== undefined) {
        if (!this.skip(bytes, this.skipUntil)) return
        continue
      }
      const at = bytes.indexOf(0x3c, this.next)
      this.next = at < 0 ? bytes.length : at
      if (at < 0) return
      const markup = markupAt(bytes, at, complete)
      const end = markup.kind === "close" ? bytes.indexOf(0x3e, at) + 1 : at + 1
      if (markup.kind === "unknown" || end === 0) return
      this.next = end
      this.meet(markup, bytes, at)
    }
  }

  /** Whether the end of what is skipped has come. */
  private skip(bytes: Uint8Array, until: Uint8Array): boolean {
    const found = indexOfBytes(bytes, until, this.next)
    // Its first bytes may be there already.
    this.next = found < 0 ? Math.max(this.next, bytes.length - until.length) : found + until.length
    if (found >= 0) this.skipUntil = undefined
    return found >= 0
  }

  private meet(markup: Markup, bytes: Uint8Array, at: number): void {
    if (markup.kind === "skip") this.skipUntil = markup.until
    if (markup.kind === "doctype") this.refuseDoctype(bytes.slice(at, at + 1024), at)
    if (markup.kind !== "open" && markup.kind !== "close") return
    if (markup.name === "collection") this.sawMarc = true
    if (markup.name !== "record") return
    if (markup.kind === "open") this.begin(bytes, at)
    else this.complete(bytes)
  }

  private begin(bytes: Uint8Array, at: number): void {
    if (this.start >= 0) this.swallowing(bytes.slice(this.start, at))
    this.start = at
    this.strayBytes = 0
    this.sawMarc = true
  }

  private complete(bytes: Uint8Array): void {
    if (this.start < 0) return
    const raw = bytes.slice(this.start, this.next)
    this.results.add(parseXmlRecord(raw, encodingOf(this.head), this.options), raw, this.offset + this.start)
    this.start = -1
  }

  /** A record begins within a record: one that wraps it says nothing yet, one that lost its end tag does. */
  private swallowing(raw: Uint8Array): void {
    if (/<[^<>]*(?:leader|controlfield|datafield)/.test(new TextDecoder().decode(raw))) this.cutShort(raw)
  }

  private cutShort(raw: Uint8Array): void {
    const reason = { code: "RecordCutShort", message: "the record's end tag is missing" } as const
    this.results.reject(reason, raw, this.offset + this.start)
  }

  private refuseDoctype(raw: Uint8Array, at: number): void {
    const message = "document type declarations are refused, as they can make a small file unfold into a huge one"
    this.results.reject({ code: "XmlDoctypeRefused", message }, raw, this.offset + at)
    this.stopped = true
  }

  private discard(): void {
    const { recordBytesMax, strayBytesMax } = this.options.limits
    if (this.start >= 0 && this.window.bytes.length - this.start > recordBytesMax) {
      const raw = this.window.bytes.slice(this.start, this.start + recordBytesMax)
      const reason = { code: "RecordTooLong", message: `more than ${recordBytesMax} bytes without an end tag` } as const
      this.results.reject(reason, raw, this.offset + this.start)
      this.start = -1
    }
    const done = this.start >= 0 ? this.start : this.next
    if (this.start < 0) this.strayBytes += done
    this.window.discard(done)
    this.offset += done
    this.next -= done
    if (this.start >= 0) this.start = 0
    if (this.strayBytes > strayBytesMax) this.giveUp()
  }

  private giveUp(): void {
    const message = `${this.strayBytes} bytes without a record`
    this.results.reject({ code: "TooMuchThatIsNoRecord", message }, new Uint8Array(0), this.offset, this.strayBytes)
    this.stopped = true
  }
}
