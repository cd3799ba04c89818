import { Iso2709Reader } from "./iso2709/reader.ts"
import { JsonLinesReader } from "./json/reader.ts"
import { expand } from "./reading/expand.ts"
import { type Unpack, unpackGzip } from "./reading/gunzip.ts"
import { defaultLimits, type Limits } from "./reading/limits.ts"
import type { ReadOptions } from "./reading/options.ts"
import type { RecordReader } from "./reading/recordReader.ts"
import type { ReadResult, Rejection, Syntax } from "./reading/result.ts"
import type { Dialect } from "./record.ts"
import { type Encoding, isKnownEncoding } from "./text/encoding.ts"
import { XmlReader } from "./xml/reader.ts"

export interface ReadRecordsOptions {
  /** What the tags mean; `auto`, the default, looks at each record. */
  readonly dialect?: Dialect | "auto"
  /** Of the text in ISO 2709; `auto`, the default, looks at each record. XML and JSON say it themselves. */
  readonly encoding?: Encoding
  readonly limits?: Partial<Limits>
  /** Unpacks gzip, where the runtime has something better than the portable default. */
  readonly unpack?: Unpack
}

/**
 * The records of an input, in order, while it streams in: ISO 2709, MARCXML or MARC-in-JSON lines, gzipped or not,
 * told apart by content. Memory stays within a few records whatever the size.
 *
 * What cannot be read is a result with `ok: false`, its bytes and its position, and reading goes on behind it; what
 * could be put right comes with its `repairs`. Throws what `source` throws, and a `RangeError` at once for an
 * encoding that does not exist; nothing else.
 *
 * @example
 * for await (const read of readRecords(response.body)) {
 *   if (read.ok) console.log(titleFrom(read.record).title)
 *   else console.warn(read.position.record, read.reason.message)
 * }
 */
export const readRecords = (
  source: AsyncIterable<Uint8Array>,
  options: ReadRecordsOptions = {}
): AsyncIterable<ReadResult> => {
  const { dialect = "auto", encoding = "auto", limits, unpack = unpackGzip } = options
  if (!isKnownEncoding(encoding)) throw new RangeError(`no encoding is called ${JSON.stringify(encoding)}`)
  return read(source, { dialect, encoding, limits: { ...defaultLimits, ...limits } }, unpack)
}

const readers: Readonly<Record<Syntax, new (options: ReadOptions) => RecordReader>> = {
  iso2709: Iso2709Reader,
  xml: XmlReader,
  json: JsonLinesReader
}

/** So many rejections before the first record: this is no catalogue but some other file. */
const rejectedAtFirstMax = 1000

async function* read(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  unpack: Unpack
): AsyncGenerator<ReadResult> {
  const { syntax, chunks, broken } = await expand(source, unpack)
  const reader = new readers[syntax](options)
  const seen = { read: 0, rejected: 0, offset: 0 }
  for await (const chunk of chunks) {
    for (const result of reader.push(chunk)) {
      yield counted(result, seen)
      if (seen.read === 0 && seen.rejected > rejectedAtFirstMax) return yield otherFile(syntax, seen)
    }
    seen.offset += chunk.length
    if (reader.stopped) return
  }
  for (const result of reader.end()) yield counted(result, seen)
  const message = broken()
  if (message !== null) yield rejection({ code: "GzipBroken", message }, syntax, seen)
}

interface Seen {
  read: number
  rejected: number
  offset: number
}

const counted = (result: ReadResult, seen: Seen): ReadResult => {
  if (result.ok) seen.read += 1
  else seen.rejected += 1
  return result
}

const otherFile = (syntax: Syntax, seen: Seen): ReadResult =>
  rejection(
    { code: "TooMuchThatIsNoRecord", message: `${seen.rejected} rejections and not one record: this is no catalogue` },
    syntax,
    seen
  )

const rejection = (reason: Rejection, syntax: Syntax, { read, rejected, offset }: Seen): ReadResult => ({
  ok: false,
  reason,
  position: { record: read + rejected + 1, offset },
  syntax,
  raw: new Uint8Array(0),
  size: 0
})
