import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import type { ReadResult } from "../reading/result.ts"
import { type ReadRecordsOptions, readRecords } from "../readRecords.ts"
import { unpackByZlib } from "./unpack.ts"

/** A file of records, being read. */
export interface MarcFile {
  readonly path: string
  /** Size on disk in bytes, compressed as it is. */
  readonly size: number
  /** Of those, the bytes that were read so far. */
  readonly bytesRead: () => number
  /** Can be gone through once. */
  readonly records: AsyncIterable<ReadResult>
}

/**
 * Opens a file for `readRecords`, with progress. Rejects with Node's own error when there is no such file or it may
 * not be read; a folder is refused as EISDIR while reading.
 */
export const openMarcFile = async (path: string, options: ReadRecordsOptions = {}): Promise<MarcFile> => {
  const { size } = await stat(path)
  let read = 0
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
      read += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  }
  return { path, size, bytesRead: () => read, records: readRecords(chunks(), { unpack: unpackByZlib, ...options }) }
}
