import { createWriteStream, type WriteStream } from "node:fs"
import { finished } from "node:stream/promises"

/** The rejected records of a file, written beside it as they were, so that they can be repaired and fed again. */
export interface RejectedRecords {
  readonly keep: (raw: Uint8Array | string) => void
  /** The file's path; `null` when nothing was rejected. */
  readonly close: () => Promise<string | null>
}

/** `extension` of the new file: `FILE.rejected.mrc`. It is made with the first rejected record, and replaces an older one. */
export const rejectedRecords = (file: string, extension = ""): RejectedRecords => {
  const path = `${file.replace(/\.gz$/, "")}.rejected${extension}`
  let stream: WriteStream | undefined
  return {
    keep: (raw) => {
      stream ??= createWriteStream(path)
      stream.write(raw)
    },
    close: async () => {
      if (stream === undefined) return null
      stream.end()
      await finished(stream)
      return path
    }
  }
}
